import type { Actor } from "@/core/actor.ts";
import { standsIn } from "@/core/mentions.ts";
import { type StatementTx, sql } from "@/platform/db/client.ts";

type Item = {
  actor: Actor;
  input: { conversationId: string; body: string; mentions: { id: string; label: string }[] };
};
export type NamedInWords = { id: string; label: string }[];

/**
 * For each text, those of the mentions that came with it that hold: the label stands in the words, it is the name, she is
 * in the conversation, and no block stands between her and the author. The others are words like any.
 */
export async function namedIn(tx: StatementTx, items: readonly Item[]): Promise<NamedInWords[]> {
  const asked = items.flatMap(({ actor, input }, index) =>
    input.mentions
      .filter(({ label }) => standsIn(input.body, label))
      .map((mention) => ({ ...mention, index, author: actor.id ?? "", conversation: input.conversationId })),
  );
  if (asked.length === 0) return items.map(() => []);
  const rows = await tx.$queryRaw<{ index: number; id: string; label: string }[]>(sql`
    select distinct i.index, m.id, m.name as label
    from unnest(${asked.map(({ index }) => index)}::int[], ${asked.map(({ id }) => id)}::text[], ${asked.map(({ label }) => label)}::text[],
      ${asked.map(({ author }) => author)}::text[], ${asked.map(({ conversation }) => conversation)}::text[])
      as i(index, id, label, author_id, conversation_id)
    join participant p on p.conversation_id = i.conversation_id and p.member_id = i.id and p.left_at is null
    join member m on m.id = i.id and m.erased_at is null and m.name = i.label and char_length(m.name) <= 80
    where not exists (select 1 from block b where (b.blocker_id, b.blocked_id) in ((m.id, i.author_id), (i.author_id, m.id)))`);
  const found = Map.groupBy(rows, ({ index }) => index);
  return items.map((_, index) => (found.get(index) ?? []).map(({ id, label }) => ({ id, label })));
}
