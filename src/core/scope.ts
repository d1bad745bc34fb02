/** A place in the party's tree, as a path of ids: "national", "national/63", "national/63/63113". */
export type Scope = string;

export const NATIONAL: Scope = "national";

/** Whether `outer` is `inner` or one of its ancestors. Whole segments: "national/6" does not cover "national/63". */
export function covers(outer: Scope, inner: Scope): boolean {
  return inner === outer || inner.startsWith(`${outer}/`);
}

/** A scope and those around it, the widest first. */
export const outerScopes = (scope: Scope): Scope[] =>
  scope.split("/").map((_, depth, segments) => segments.slice(0, depth + 1).join("/"));

/** The federation's scope of any scope below the national level, or null. */
export function federationScope(scope: Scope): Scope | null {
  const [root, federation] = scope.split("/");
  return federation ? `${root}/${federation}` : null;
}
