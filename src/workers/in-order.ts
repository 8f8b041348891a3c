/** What `work` makes of each item, in their order, with so many of them begun at a time. */
export async function* inOrder<Item, Done>(
  items: Iterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<Done>,
): AsyncGenerator<readonly [Item, Done]> {
  const begun: { readonly item: Item; readonly done: Promise<Done> }[] = [];
  for (const item of items) {
    const done = work(item);
    // Where an earlier one fails, nobody waits for this one any more.
    done.catch(() => {});
    begun.push({ item, done });
    if (begun.length >= atOnce) yield* finish(begun.shift());
  }
  for (const one of begun) yield* finish(one);
}

async function* finish<Item, Done>(one: { readonly item: Item; readonly done: Promise<Done> } | undefined) {
  if (one !== undefined) yield [one.item, await one.done] as const;
}
