import { hide, refusalOf, refuse } from "@/core/decision.ts";
import { newId } from "@/core/ids.ts";
import { canBePresent } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { type BatchItem, batchCommand } from "@/platform/command.ts";
import { type StatementTx, sql } from "@/platform/db/client.ts";
import { giveNumbers, ticksOf } from "@/platform/durable-log.ts";
import { messagesSent, requestAccepted } from "../message.facts.ts";
import { conversationsOfMany } from "../message.policy.ts";
import { foldedText, HELD_CONVERSATIONS, HELD_LENGTH } from "../message.rules.ts";
import { sendMessageInput } from "../message.schema.ts";
import { findPublished } from "../message-log.queries.ts";
import { canWriteIn, otherOf, type StandingRow, standingColumns, toStanding } from "../writing.policy.ts";
import { areFree, holds } from "./attach-to-message.ts";
import { type NamedInWords, namedIn } from "./mentioned.ts";
import { lockConversations, type MessageRow, writeMessages } from "./message-log.ts";
import { sentElsewhere } from "./same-text.ts";

type Input = {
  conversationId: string;
  clientId: string;
  body: string;
  replyToId?: string | undefined;
  photoIds: string[];
  descriptions: string[];
  fileIds: string[];
  mentions: { id: string; label: string }[];
};
type Item = BatchItem<Input>;
export type Sent = { seq: number; id: string };

/**
 * Somebody writes in a conversation. Acknowledged once it has its number in the conversation's gapless log; sending the
 * same client id again gets the first answer and writes nothing. Answering a stranger's request accepts it.
 */
export const sendMessage = batchCommand({
  name: "message.send",
  input: sendMessageInput,
  limits: [{ rule: { name: "message.minute", points: 30, seconds: 60, store: "memory" }, by: "account" }],
  policy: canBePresent,
  lanes: 4,
  keyed: true,
  async executeMany({ tx, items, record }) {
    // Sent together: what is judged is read once the lock is held.
    const [, judged, named] = await Promise.all([
      lockConversations(tx, {
        memberIds: items.map(({ actor }) => actor.id),
        ids: items.map(({ input }) => input.conversationId),
      }),
      judge(tx, items),
      namedIn(tx, items),
    ]);
    const { rows, outcomes } = number(items, judged, named);
    const written = [...Map.groupBy(rows, (row) => row.conversationId)].map(([conversationId, those]) => ({
      ...{ conversationId, from: those[0]?.seq ?? 0, to: those.at(-1)?.seq ?? 0 },
    }));
    // What carries photos and files is whole once these are theirs: read when it is told.
    const whole = items.some(({ input }) => holds(input))
      ? []
      : ticksOf(written, ({ conversationId }) => conversationId);
    const [, fresh] = await Promise.all([
      writeMessages(tx, rows),
      findPublished(
        whole.filter(({ thin }) => !thin),
        tx.$queryRaw,
      ),
    ]);
    for (const ids of written) record({ ...messagesSent(ids), fresh: fresh.get(ids.conversationId) });
    const answers = judged.some(({ request }) => request === "received");
    for (const accepted of answers ? await acceptRequests(tx, rows) : []) record(requestAccepted(accepted));
    return { outcomes };
  },
});

type Judged = StandingRow & {
  last_seq: number;
  /** Whether what it answers is there to be answered. */
  quoted_there: boolean;
  /** A block between the two closes the reply, and nothing else of what they share. */
  quoted_closed: boolean;
  /** To how many other conversations the author sent this very text in a day. */
  held_in: number;
  free: boolean;
  first_seq: number | null;
  first_id: string | null;
};

/** For each item: how its author stands there, and was the same client id answered before. */
async function judge(tx: StatementTx, items: readonly Item[]): Promise<Judged[]> {
  const { arrays, columns, ...ways } = conversationsOfMany(items.map(({ actor }) => actor));
  const judged = tx.$queryRaw<Judged[]>(sql`
    select v.last_seq, ${standingColumns(sql`i.member_id`, ways)}, x.seq as first_seq, x.id as first_id,
      i.quoted_id = '' or (r.conversation_id = v.id and r.deleted_at is null and r.hidden_at is null
        and r.seq > coalesce((select p.from_seq from participant p where p.conversation_id = v.id and p.member_id = i.member_id), 0)
        ) is true as quoted_there,
      i.quoted_id <> '' and exists (select 1 from block b
        where (b.blocker_id, b.blocked_id) in ((r.author_id, i.member_id), (i.member_id, r.author_id))) as quoted_closed,
      ${sentElsewhere({ author: sql`i.member_id`, conversation: sql`i.conversation_id`, body: sql`i.body` })} as held_in
    from unnest(${items.map(({ input }) => input.conversationId)}::text[], ${items.map(({ input }) => input.replyToId ?? "")}::text[],
        ${items.map(({ input }) => input.clientId)}::uuid[], ${items.map(({ input }) => input.body)}::text[], ${arrays})
      with ordinality as i(conversation_id, quoted_id, client_id, body, ${columns}, n)
    left join conversation v on v.id = i.conversation_id
      and exists (select 1 from member a where a.id = i.member_id and a.erased_at is null)
    ${otherOf(sql`i.member_id`)}
    left join message r on r.id = i.quoted_id
    left join message x on x.author_id = i.member_id and x.client_id = i.client_id
    order by i.n`);
  const asked = items.map(({ actor, input }) => ({ ...input, memberId: actor.id ?? "" }));
  const [rows, free] = await Promise.all([judged, areFree(tx, asked)]);
  return rows.map((row, index) => ({ ...row, free: free[index] ?? false }));
}

/** Gives each accepted item its number, and every item its answer. */
function number(items: readonly Item[], judged: readonly Judged[], named: readonly NamedInWords[]) {
  // The same words to many at once, in one batch.
  const told = new Map<string, Set<string>>();
  return giveNumbers<Item, MessageRow, Sent>(items, {
    keyOf: ({ actor, input }) => `${actor.id} ${input.clientId}`,
    logOf: ({ input }) => input.conversationId,
    answered(_, index) {
      const { first_seq: seq, first_id: id } = judged[index] ?? {};
      return seq != null && id != null ? { seq, id } : null;
    },
    refusal({ actor, input }, index) {
      const found = judged[index];
      if (!found?.kind || !actor.id) return refusalOf(hide);
      const decision = canWriteIn(actor, toStanding(found));
      if (!decision.allowed) return refusalOf(decision);
      if (!found.quoted_there) return refusalOf(hide);
      if (!found.free) return refusalOf({ allowed: false, as: "not_found", reason: "attachment_gone" });
      if (found.quoted_closed) return refusalOf(refuse("reply_closed"));
      if (input.body.length < HELD_LENGTH) return null;
      const key = `${actor.id} ${foldedText(input.body)}`;
      const others = told.get(key) ?? new Set();
      told.set(key, others.add(input.conversationId));
      const held = found.held_in + others.size > HELD_CONVERSATIONS;
      if (held) others.delete(input.conversationId);
      return held ? refusalOf(refuse("same_text_to_many", "conflict")) : null;
    },
    lastSeq: (index) => judged[index]?.last_seq ?? 0,
    row({ actor, input: { replyToId, mentions: _, ...input } }, index, seq) {
      const id = newId();
      const fromPlace = judged[index]?.takes_part === false;
      const mentions = named[index] ?? [];
      return {
        row: {
          ...input,
          ...(replyToId && { replyToId }),
          ...{ id, seq, fromPlace, mentions },
          authorId: actor.id ?? "",
        },
        value: { seq, id },
      };
    },
  });
}

type Accepted = { conversationId: string; fromId: string; toId: string };

/** She to whom a stranger wrote answered: that is a yes, whatever she said before. */
async function acceptRequests(tx: StatementTx, rows: readonly MessageRow[]): Promise<Accepted[]> {
  if (rows.length === 0) return [];
  return tx.$queryRaw<Accepted[]>(sql`
    update conversation_request q set accepted_at = ${clock.now()}::timestamptz, refused_at = null
    from (select distinct * from unnest(${rows.map(({ conversationId }) => conversationId)}::text[],
      ${rows.map(({ authorId }) => authorId)}::text[])) as r(conversation_id, author_id)
    where q.conversation_id = r.conversation_id and q.to_id = r.author_id and q.accepted_at is null
    returning q.conversation_id as "conversationId", q.from_id as "fromId", q.to_id as "toId"`);
}
