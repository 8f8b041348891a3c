/** Work that other threads can do: what it is given and what comes of it are data, for threads share nothing else. */
export interface Task<Given, Done> {
  readonly id: string;
  readonly perform: (given: Given) => Done | Promise<Done>;
}

export function defineTask<Given, Done>(task: Task<Given, Done>): Task<Given, Done> {
  return task;
}
