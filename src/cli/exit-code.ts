/** What the process tells its caller. */
export const exitCode = {
  /** Nothing is wrong. */
  clean: 0,
  /** Findings at or above the fail level. */
  findings: 1,
  /** The command was called wrongly: no such path, an unknown flag, a bad workspace file. */
  usage: 2,
  /** The machine refused: an unwritable folder, a file changed by hand, a file locked by another program. */
  environment: 3,
  /** A bug in qualspec. */
  bug: 70,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
