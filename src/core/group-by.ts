/** Items by a key that they have: what is returned gives those of a key, in their order. */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): (key: string) => readonly Item[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return (key) => groups.get(key) ?? [];
}
