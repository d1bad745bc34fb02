import { createConversationRow } from "@tests/support/messages-world.ts";
import { createPerson } from "@tests/support/worlds.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";

type Somebody = { id: string; name: string; sentinel: string };

/** What a member wrote to a third person, what became of it in the log, and where that one named her. */
export async function inMessages(one: Somebody): Promise<void> {
  const [third, at] = [await createPerson("Tiers Présent"), clock.now()];
  const said = `Message de ${one.sentinel.toLowerCase()}-mots.`;
  const { id: conversationId, messageIds } = await createConversationRow({
    ...{ kind: "several", people: [one.id, third.id], messages: [said, `Merci @${one.name} !`] },
  });
  const [own = "", named = ""] = messageIds;
  await db.messageMention.create({ data: { messageId: named, memberId: one.id, label: one.name } });
  const changes = [
    { seq: 3, kind: "edited", byId: one.id, messageId: own },
    { seq: 4, kind: "added", byId: third.id, memberId: one.id },
  ] as const;
  for (const change of changes) await db.conversationChange.create({ data: { conversationId, at, ...change } });
  await db.conversation.update({ where: { id: conversationId }, data: { lastSeq: 4 } });
}
