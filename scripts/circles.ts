/**
 * Folders beside each other that need each other, directly or by way of further ones beside them; an import counts for the two
 * folders in which the ways to its files part. What a folder and the ones in it need of each other does not count.
 */
export function circles(arrows: readonly { from: string; to: string }[]): string[][] {
  const needs = new Map<string, Set<string>>();
  for (const { from, to } of arrows) {
    const [own, other] = [from.split("/").slice(0, -1), to.split("/").slice(0, -1)];
    const parting = own.findIndex((name, i) => name !== other[i]);
    if (parting === -1 || parting >= other.length) continue;
    const [a, b] = [own, other].map((names) => names.slice(0, parting + 1).join("/")) as [string, string];
    needs.set(a, (needs.get(a) ?? new Set()).add(b));
  }
  const reached = new Map([...needs.keys()].map((folder) => [folder, reachedFrom(folder, needs)]));
  const found = new Set<string>();
  for (const [folder, others] of reached) {
    if (!others.has(folder)) continue;
    found.add(
      [...others]
        .filter((other) => reached.get(other)?.has(folder))
        .toSorted()
        .join(" "),
    );
  }
  return [...found].map((circle) => circle.split(" "));
}

function reachedFrom(start: string, needs: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const seen = new Set<string>();
  const next = [start];
  for (let folder = next.pop(); folder !== undefined; folder = next.pop()) {
    for (const other of needs.get(folder) ?? []) {
      if (seen.has(other)) continue;
      seen.add(other);
      next.push(other);
    }
  }
  return seen;
}
