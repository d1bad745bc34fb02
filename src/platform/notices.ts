import type { Actor } from "@/core/actor.ts";
import type { FactIds } from "@/core/fact.ts";
import type { NoticeKindId } from "@/core/notice-kinds.ts";
import { type Sql, sql, type Tx } from "./db/client.ts";

/** Whom a fact concerns, and what she is told. The feature that knows of it offers it; `notifications` collects them. */
export type NoticeSource = {
  kind: NoticeKindId;
  /** The fact's name. */
  fact: string;
  /** Which of these facts it is about; all when nothing is said. */
  concerns?: (ids: FactIds) => boolean;
  /**
   * Rows (member_id, topic, key, subject, subject_id, actor_id text, ids jsonb), one for each who is told. No law: what
   * each chose, muted and may see is applied once, on all; who did it is not told of it.
   */
  told: (ids: FactIds) => Sql;
};

/** The columns of `told`, by name: none is forgotten, and their order is one. */
export const toldColumns = (row: {
  member: Sql;
  /** "debate:…", as it may be muted; none when nothing is said. */
  topic?: Sql;
  key: Sql;
  subject: string;
  subjectId: Sql;
  actor?: Sql;
  /** A `jsonb_build_object(…)` of ids. */
  ids?: Sql;
}): Sql => sql`${row.member} as member_id, ${row.topic ?? sql`''`}::text as topic, ${row.key}::text as key,
  ${row.subject}::text as subject, ${row.subjectId}::text as subject_id, ${row.actor ?? sql`null`}::text as actor_id,
  ${row.ids ?? sql`'{}'`}::jsonb as ids`;

/** One row of what is told, where no single fact says it. */
export type Telling = {
  kind: NoticeKindId;
  memberId: string;
  /** As it may be muted: "debate:…", or "". */
  topic: string;
  /** Unread rows of one kind and key are one, counted. */
  key: string;
  subject: string;
  subjectId: string;
  actorId: string | null;
  ids: FactIds;
  /** How many things at once. */
  many?: number;
  /** All that sweeps told before of this topic, of whatever kind, has been read since: a line of its own, and a mail. */
  anew?: boolean;
};

/** What bursts left to tell (contributions, messages): taken every minute, and its mark moved, in one transaction. */
export type NoticeSweep = {
  name: string;
  /** What it may tell of. */
  kinds: readonly NoticeKindId[];
  take: (tx: Tx, now: Date) => Promise<readonly Telling[]>;
  /** It takes a bounded number: it is asked again, each time in a transaction of its own, until it takes nothing. */
  untilNone?: true;
};

export type NoticeRow = {
  id: string;
  kind: NoticeKindId;
  topic: string;
  subject: string;
  subjectId: string;
  actorId: string | null;
  ids: FactIds;
  count: number;
  at: Date;
};

export type NoticeWords = {
  /** A whole sentence, without a full stop: "Inès Bonnet a commenté ta publication", "12 nouvelles contributions". */
  text: string;
  href: string;
  /** What it is about, as a heading of digests: the debate's question, the group's name. */
  about?: string;
  /** The sentence where `about` stands above it; `text` when nothing is said. */
  under?: string;
};

/** What one feature offers to be told. */
export type Notices = {
  sources: readonly NoticeSource[];
  sweeps?: readonly NoticeSweep[];
  /**
   * For each subject: whether the actor may see the one named by `n.subject_id`, as the feature's own law says. `n` is the
   * notice with all its columns: of several things at once, one that is still there is enough.
   */
  subjects: Readonly<Record<string, (actor: Actor) => Sql>>;
  /** The words of notices of its kinds, for their reader, by id; one that she may not read any more is left out. */
  describe: (actor: Actor, notices: readonly NoticeRow[]) => Promise<ReadonlyMap<string, NoticeWords>>;
};
