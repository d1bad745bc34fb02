import type { Actor } from "@/core/actor.ts";
import { noBlock } from "@/features/profiles/index.ts";
import { type Sql, sql } from "@/platform/db/client.ts";
import { type Notices, toldColumns } from "@/platform/notices.ts";
import { answersInbox, visibleConversations } from "./message.policy.ts";
import { describeMessages } from "./message-notice.queries.ts";
import { conversationKinds, takeConversations, takeInboxes } from "./message-sweep.queries.ts";
import { isAnswerableBy } from "./writing.policy.ts";

/**
 * Whether something by others, that is still there, is unread by the actor in the conversation `v` that she is in: of people
 * whom a block parts from her, nothing is said, whenever it came. A place writes as a place.
 */
const unreadBy = (
  actor: Actor,
): Sql => sql`exists (select 1 from participant p join message x on x.conversation_id = v.id
  where p.conversation_id = v.id and p.member_id = ${actor.id} and p.left_at is null and p.muted_at is null
    and x.seq > greatest(p.from_seq, coalesce((select r.read_seq from conversation_read r
      where r.conversation_id = v.id and r.member_id = ${actor.id}), 0))
    and x.author_id is distinct from ${actor.id} and x.deleted_at is null and x.hidden_at is null
    and (v.kind = 'inbox' or x.author_id is null or ${noBlock(actor, sql`x.author_id`)}))`;

/** A stranger's first words, that she has neither accepted nor refused. */
const requestTo = (actor: Actor, answered: Sql): Sql => sql`exists (select 1 from conversation_request q
  where q.conversation_id = v.id and q.to_id = ${actor.id} and ${answered})`;

/**
 * What members are told of messages, never of their words: what they have not read after a few minutes; and those who answer
 * for a place, of what waits there.
 */
export const messageNotices: Notices = {
  sources: [
    {
      kind: "inbox.assigned",
      fact: "inbox.assigned",
      concerns: ({ assigneeId }) => assigneeId !== "",
      told: ({ conversationId, assigneeId, byId }) =>
        sql`select ${toldColumns({
          member: sql`v.assignee_id`,
          topic: sql`'conversation:' || v.id`,
          key: sql`'conversation:' || v.id`,
          subject: "assigned-inbox",
          subjectId: sql`v.id`,
          actor: sql`nullif(${byId}::text, '')`,
        })} from conversation v where v.id = ${conversationId} and v.assignee_id = ${assigneeId}`,
    },
  ],
  sweeps: [
    { name: "messages", kinds: conversationKinds, take: takeConversations, untilNone: true },
    { name: "inboxes", kinds: ["inbox.received"], take: takeInboxes, untilNone: true },
  ],
  subjects: {
    // What she has read meanwhile is news no more, whatever way it was on.
    "unread-conversation": (actor) => sql`exists (select 1 from conversation v where v.id = n.subject_id
      and ${visibleConversations(actor)} and ${unreadBy(actor)}
      and not ${requestTo(actor, sql`q.accepted_at is null`)})`,
    "message-request": (actor) => sql`exists (select 1 from conversation v where v.id = n.subject_id
      and ${visibleConversations(actor)} and ${unreadBy(actor)}
      and ${requestTo(actor, sql`q.accepted_at is null and q.refused_at is null and ${isAnswerableBy(sql`${actor.id}`)}`)})`,
    "waiting-inbox": (actor) => sql`exists (select 1 from conversation v where v.id = n.subject_id
      and v.waiting_since is not null and ${answersInbox(actor)})`,
    "assigned-inbox": (actor) => sql`exists (select 1 from conversation v where v.id = n.subject_id
      and v.assignee_id = ${actor.id} and ${answersInbox(actor)})`,
  },
  describe: describeMessages,
};
