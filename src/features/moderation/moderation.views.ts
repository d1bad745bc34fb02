import type { ObjectLine, Place, ReportedObject } from "./reportable.rules.ts";

export type Outcome = "nothing" | "hide";

/** The words that are about to be reported, and what this reader may do about them. */
export type ReportPageView = {
  kind: string;
  objectId: string;
  title: string;
  text: string;
  place: Place;
  /** A visitor leaves a name and an address; nobody reports her own words. */
  as: "member" | "visitor" | "author";
  /** What becomes of it, where it is not as everywhere. */
  sequel: string | null;
  /** Her own report of it waits already. */
  already: boolean;
};

/** What waits about one object, in the queue. Who reported is nowhere: only whether this reader did. */
export type WaitingCaseView = {
  id: string;
  object: ObjectLine;
  reports: number;
  rules: number[];
  since: Date;
  mine: boolean;
};
export type WaitingAppealView = { id: string; caseId: string; object: ObjectLine; at: Date; mine: boolean };
export type RecentDecisionView = {
  id: string;
  caseId: string;
  object: ObjectLine;
  outcome: Outcome;
  settles: boolean;
  rule: number | null;
  at: Date;
};

/** Of the last twelve months. `medianHours`: from the first report to the decision; null without any. */
export type FiguresView = {
  reports: number;
  notices: number;
  hidden: number;
  left: number;
  appeals: number;
  reversed: number;
  medianHours: number | null;
};

export type ModerationDeskView = {
  cases: WaitingCaseView[];
  /** Where the next page begins; null on the last one. */
  next: string | null;
  first: boolean;
  appeals: WaitingAppealView[];
  recent: RecentDecisionView[];
  figures: FiguresView | null;
};

export type ReportView = {
  id: string;
  rule: number;
  words: string;
  at: Date;
  waiting: boolean;
  mine: boolean;
  fromVisitor: boolean;
};
export type DecisionView = {
  id: string;
  outcome: Outcome;
  rule: number | null;
  words: string;
  at: Date;
  /** Who decided, for those who decide; null once erased. */
  by: string | null;
  mine: boolean;
  settles: boolean;
  appeal: AppealView | null;
};
export type AppealView = { id: string; words: string; at: Date; waiting: boolean };

export type CaseView = {
  id: string;
  object: ReportedObject;
  waiting: ReportView[];
  answered: ReportView[];
  /** Newest first. */
  decisions: DecisionView[];
  /** The author's answer that waits. */
  appeal: (AppealView & { decision: DecisionView }) | null;
  can: { decide: boolean; settle: boolean };
  /** Why she may not, in a sentence. */
  cannot: string | null;
};

/** A decision as the author of the words reads it: who decided and who reported are not in it. */
export type DecisionPageView = {
  decisionId: string;
  object: ObjectLine;
  /** Rules that the reports cited. */
  cited: number[];
  first: { outcome: Outcome; rule: number | null; words: string; at: Date };
  appeal: { words: string; at: Date } | null;
  settlement: { outcome: Outcome; words: string; at: Date } | null;
  isAuthor: boolean;
  /** For the author of hidden words who did not answer: until when she may. */
  answerUntil: Date | null;
  /** The case, for those who see it. */
  caseId: string | null;
  can: { appeal: boolean };
};
