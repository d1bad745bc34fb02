/** Who is in a room and who writes there, by their ids. */
export type Names = { here: readonly string[]; typing: readonly string[] };

/** Of these people, those whom one reader may see, in an order that tells two lists apart; she knows that she is there. */
export const namesSeen = (
  all: readonly string[],
  { who, sight }: { who: string; sight: ReadonlySet<string> },
): string[] => all.filter((id) => id !== who && sight.has(id)).sort();

export const sameNames = (a: Names | undefined, b: Names | undefined): boolean =>
  a?.here.join() === b?.here.join() && a?.typing.join() === b?.typing.join();

/** The people of a room in two processes: who has a tab in each is one. */
export function union(a: Names, b: Names | undefined): Names {
  const both = (one: readonly string[], other: readonly string[] = []) => [...new Set([...one, ...other])];
  return { here: both(a.here, b?.here), typing: both(a.typing, b?.typing) };
}
