import { defineFact } from "@/core/fact.ts";
import type { DebateAudience } from "./debate.rules.ts";

export type DebateIds = { debateId: string; audience: DebateAudience };
/** Which numbers of a debate's log were written: screens are shown what they hold. */
export type LogIds = DebateIds & { from: number; to: number };

/** Kept pages are visitors': news of a debate that they cannot see makes none of them stale. */
export const staleForVisitors = ({ debateId, audience }: DebateIds) =>
  audience === "open" ? [`debate:${debateId}`, "debates"] : [];

const aboutDebate = <Ids extends DebateIds>(name: string) => defineFact<Ids>({ name, stale: staleForVisitors });

/** A debate now exists. */
export const debateOpened = aboutDebate<DebateIds>("debate.opened");
/** Its question, framing, dates, cover or hosts are no longer what they were. */
export const debateReframed = aboutDebate<DebateIds>("debate.reframed");
/** Somebody runs it with its other hosts from now on. */
export const hostAdded = defineFact<DebateIds & { memberId: string }>({ name: "debate.host-added" });
/** Contributions or replies took their numbers. */
export const contributionsPublished = aboutDebate<LogIds>("debate.contributions-published");
export const contributionEdited = aboutDebate<LogIds & { contributionId: string }>("debate.contribution-edited");
/** Its words are no longer served. */
export const contributionHidden = aboutDebate<LogIds & { contributionId: string }>("debate.contribution-hidden");
/** Hidden by mistake: it is served again. */
export const contributionShown = aboutDebate<LogIds & { contributionId: string }>("debate.contribution-shown");
/** A debate entered another phase, by a host or at its date. */
export const phaseMoved = aboutDebate<LogIds & { phase: string }>("debate.phase-moved");
export const synthesisPublished = aboutDebate<LogIds>("debate.synthesis-published");

/** Those that hold numbers of the log. */
export const logFacts = [
  contributionsPublished,
  contributionEdited,
  contributionHidden,
  contributionShown,
  phaseMoved,
  synthesisPublished,
] as const;

export const debateFacts = [debateOpened, debateReframed, hostAdded, ...logFacts] as const;
