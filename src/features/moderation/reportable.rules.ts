import type { Actor, Role } from "@/core/actor.ts";
import type { Fact } from "@/core/fact.ts";
import type { Scope } from "@/core/scope.ts";
import { contributionReports } from "@/features/debates/index.ts";
import { eventReports } from "@/features/events/index.ts";
import { fieldReportReports } from "@/features/field-reports/index.ts";
import { groupFileReports } from "@/features/group-files/index.ts";
import { groupNoteReports } from "@/features/group-notes/index.ts";
import { groupReports } from "@/features/groups/index.ts";
import { messageReports } from "@/features/messages/index.ts";
import { noteReports } from "@/features/participation/index.ts";
import { commentReports, postReports } from "@/features/posts/index.ts";
import type { Sql, Tx } from "@/platform/db/client.ts";

/** Where an object stands, for its reader: no link where the way to it is closed to her. */
export type Place = { label: string; href: string | null };

/** An object that somebody may report, as she reads it. `id`: of what the case is about, where it is one of many copies. */
export type ReadableObject = { id: string; scope: Scope; authorId: string | null; text: string; place: Place };

/** A reported object in a list. `author` is null once the account is erased. */
export type ObjectLine = { id: string; author: string | null; text: string; hidden: boolean; place: Place };
export type Neighbour = { id: string; author: string | null; text: string; at: Date };

/** A reported object with what those who decide need in order to judge it. */
export type ReportedObject = ObjectLine & {
  at: Date;
  section: string | null;
  /** Former wordings, oldest first, and until when each stood. */
  history: { text: string; until: Date }[];
  /** What stood beside the words; the addresses of videos, here or elsewhere. */
  pictures?: { small: string; large: string; description: string }[];
  videos?: string[];
  files?: { name: string; size: string; href: string }[];
  answers: Neighbour | null;
  before: Neighbour[];
  after: Neighbour[];
};

/** What a lower feature offers so that its objects can be reported and moderated. */
export type Reportable = {
  /** Stands in the URL and in the case: "contribution". */
  kind: string;
  /** What its page of reporting is called. */
  title: string;
  /** What whoever reports is told first, and after, where it is not as everywhere: who reads what, what the author may guess. */
  sequel?: string;
  /** Through visibility, as the actor reads it; null when absent or hidden from her. */
  find: (tx: Tx, actor: Actor, id: string) => Promise<ReadableObject | null>;
  /** Hidden ones too: called for cases that were gated. */
  list: (actor: Actor, ids: readonly string[]) => Promise<ObjectLine[]>;
  read: (actor: Actor, id: string) => Promise<ReportedObject>;
  /** Where its objects stand, each under its `id`: a case is seen as long as its object is there. */
  table: Sql;
  /** The id of who wrote the object of a case `k`. */
  authorOfCase: Sql;
  /** Who decides by a mandate, where not all of those answerable for the territory do. */
  judges?: readonly Role[];
  /** Whether a case `k` is about what the actor, who did not write it, stands for: she decides on none of it either. */
  standsFor?: (actor: Actor) => Sql;
  /** Whether the actor decides on a case `k` because of what she is to its object (a debate's host). */
  decidedBy: (actor: Actor) => Sql;
  /** Whether she may decide so about any object at all. */
  decidesSomewhere: (actor: Actor) => Sql;
  /** The fact to record; null when it already is so. */
  setHidden: (tx: Tx, change: { objectId: string; hidden: boolean; byId: string | null }) => Promise<Fact | null>;
};

/** Everything that can be reported, listed: nothing registers itself. */
export const reportables: readonly Reportable[] = [
  contributionReports,
  eventReports,
  fieldReportReports,
  groupReports,
  groupFileReports,
  groupNoteReports,
  messageReports,
  noteReports,
  postReports,
  commentReports,
];

/** What can be reported under this name, or null. */
export const findReportable = (kind: string): Reportable | null => reportables.find((one) => one.kind === kind) ?? null;
