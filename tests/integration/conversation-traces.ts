import { createConversationRow, createInboxRow, createRequestRow } from "@tests/support/messages-world.ts";
import { createPerson } from "@tests/support/worlds.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";

type Somebody = { id: string; sentinel: string };

/**
 * The conversations that a member is in, with a third person: her correspondence is hers to take away, the words of that
 * third person with it.
 * What she wrote herself: message-traces.ts.
 */
export async function inConversations(one: Somebody): Promise<void> {
  const [third, now] = [await createPerson("Tiers Présent"), clock.now()];
  const direct = await createConversationRow({ people: [third.id, one.id], messages: ["Reçu."] });
  const several = await createConversationRow({
    ...{ kind: "several", people: [third.id, one.id], messages: ["Reçu."], name: `${one.sentinel}-mots` },
  });
  await db.conversation.update({ where: { id: several.id }, data: { createdById: one.id } });
  const added = { conversationId: several.id, memberId: (await createPerson("Autre Tiers")).id, joinedAt: now };
  await db.participant.create({ data: { ...added, addedById: one.id } });
  for (const { id: conversationId } of [direct, several])
    await db.conversationRead.create({ data: { conversationId, memberId: one.id, readSeq: 2, readAt: now } });
  const asked = { fromId: one.id, toId: third.id, sentAt: now, acceptedAt: now };
  await db.conversationRequest.create({ data: { conversationId: direct.id, ...asked } });
  await createRequestRow((await createPerson("Qui Demande")).id, one.id);
  await createRequestRow(one.id, (await createPerson("À Qui")).id);
  await createInboxRow("national/63/63113", one.id, [`${one.sentinel} écrit à sa section.`]);
  // Another's inbox, that she looked after and answered.
  const inbox = await createInboxRow("national/63/63113", third.id, ["Bonjour."]);
  await db.conversation.update({ where: { id: inbox.id }, data: { assigneeId: one.id, createdById: one.id } });
  await db.conversationRead.create({ data: { conversationId: inbox.id, memberId: one.id, readSeq: 1, toldSeq: 1 } });
  const left = await createConversationRow({ kind: "several", people: [third.id, added.memberId] });
  await db.participant.create({ data: { conversationId: left.id, memberId: one.id, joinedAt: now, leftAt: now } });
}
