export type Side = "pour" | "contre" | "neutre";
export type VoteValue = "agree" | "disagree" | "pass";
export type DebateAudience = "open" | "members" | "adherents";
export type DebatePhase = "upcoming" | "ideas" | "debate" | "vote" | "synthesis" | "closed";
export type DebateStatus = "coming" | "running" | "closed";
export type DebateOrder = "newest" | "agreed" | "divided" | "awaiting";

export const sides: readonly Side[] = ["pour", "contre", "neutre"];

/** The phases of a debate, in order. */
export const phases: readonly DebatePhase[] = ["upcoming", "ideas", "debate", "vote", "synthesis", "closed"];

/** Where a phase stands among the others: a debate goes forward. */
export const rankOf = (phase: DebatePhase): number => phases.indexOf(phase);

/** Whether contributions may be published and edited. */
export const takesContributions = (phase: DebatePhase): boolean => phase === "ideas" || phase === "debate";
/** Whether contributions may be replied to. */
export const takesReplies = (phase: DebatePhase): boolean => phase === "debate";
/** Whether contributions may be voted on. */
export const takesVotes = (phase: DebatePhase): boolean => phase === "debate" || phase === "vote";
/** Whether a contribution may take this side: being neither for nor against is for ideas. */
export const takesSide = (phase: DebatePhase, side: Side): boolean => side !== "neutre" || phase === "ideas";

/** Whether a debate is still to come, open to its members, or over. */
export function statusOf(phase: DebatePhase): DebateStatus {
  if (phase === "upcoming") return "coming";
  return phase === "synthesis" || phase === "closed" ? "closed" : "running";
}

/** When phases begin by themselves; null where a host decides. `closesAt`: when the synthesis begins. */
export type Schedule = { opensAt: Date; debateAt: Date | null; voteAt: Date | null; closesAt: Date };

const beginnings = ({ opensAt, debateAt, voteAt, closesAt }: Schedule): [DebatePhase, Date | null][] => [
  ["ideas", opensAt],
  ["debate", debateAt],
  ["vote", voteAt],
  ["synthesis", closesAt],
];

/** The furthest phase whose date has come. */
export function duePhase(schedule: Schedule, now: Date): DebatePhase {
  return beginnings(schedule).findLast(([, at]) => at !== null && at <= now)?.[0] ?? "upcoming";
}

/** The schedule once a phase has begun by hand: no phase up to it is still to come. */
export function reachedSchedule(schedule: Schedule, phase: DebatePhase, now: Date): Schedule {
  const reached = (of: DebatePhase, at: Date) => (rankOf(of) <= rankOf(phase) && at > now ? now : at);
  const { opensAt, debateAt, voteAt, closesAt } = schedule;
  return {
    opensAt: reached("ideas", opensAt),
    debateAt: debateAt && reached("debate", debateAt),
    voteAt: voteAt && reached("vote", voteAt),
    closesAt: reached("synthesis", closesAt),
  };
}

/** How many contributions a page shows in all, shared by its sides. */
export const PAGE_SIZE = 20;
/** How long an author may edit what she published, in ms. */
export const EDIT_MS = 10 * 60_000;
/** The longest contribution, in characters. */
export const BODY_MAX = 2000;
export const BODY_MIN = 10;
/** Votes for or against that a contribution needs before it can be called divided. */
export const DIVIDED_MIN = 5;

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
