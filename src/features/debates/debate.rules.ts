export type Side = "pour" | "contre";
export type VoteValue = "agree" | "disagree" | "pass";
export type DebateAudience = "open" | "members" | "adherents";
export type DebateStatus = "coming" | "running" | "closed";

/** Whether a debate is still to come, running, or closed, at this moment (milliseconds). */
export function statusOf(debate: { opensAt: number; closesAt: number }, now: number): DebateStatus {
  if (now < debate.opensAt) return "coming";
  return now < debate.closesAt ? "running" : "closed";
}

/** How many contributions of each side a page shows. */
export const PAGE_SIZE = 10;
/** The longest contribution, in UTF-16 units, as the input's schema counts. */
export const BODY_MAX = 2000;
export const BODY_MIN = 10;

/** A tally as it will be once this member's vote has moved from one answer to another. */
export function movedTally<T extends Record<VoteValue, number>>(
  tally: T,
  from: VoteValue | undefined,
  to: VoteValue | undefined,
): T {
  if (from === to) return tally;
  const moved = { ...tally };
  if (from) moved[from] -= 1;
  if (to) moved[to] += 1;
  return moved;
}
