import { randomUUID } from "node:crypto";
import { type Actor, system } from "@/core/actor.ts";
import { messageCommands } from "@/features/messages/index.ts";
import { createConversationRow, createRequestRow } from "./messages-world.ts";
import { createPerson } from "./worlds.ts";

/** A valid input of each command about who writes to whom, and who may run it. */
export async function conversationInputs(people: {
  leader: { id: string };
  other: { id: string };
  locally: Actor;
}): Promise<[unknown, Actor, Record<string, unknown>][]> {
  const { leader, other, locally } = people;
  const [third, fourth] = [await createPerson("Tiers Présent"), await createPerson("Quatre Ajoutée")];
  const several = { kind: "several", people: [leader.id, other.id, third.id], messages: ["Bonjour."] } as const;
  const { id: conversationId } = await createConversationRow(several);
  const request = await createRequestRow((await createPerson("Paul Demande")).id, leader.id);
  const left = await createConversationRow(several);
  const start = { to: [other.id, third.id], name: "Équipe", body: "Bonjour à vous.", clientId: randomUUID() };
  return [
    [messageCommands.startConversation, locally, start],
    [messageCommands.answerMessageRequest, locally, { conversationId: request.id, answer: "accept" }],
    [messageCommands.addPeople, locally, { conversationId, memberIds: [fourth.id] }],
    [messageCommands.removePerson, locally, { conversationId, memberId: third.id }],
    [messageCommands.nameConversation, locally, { conversationId, name: "Équipe du marché" }],
    [messageCommands.muteConversation, locally, { conversationId, muted: true }],
    [messageCommands.leaveConversation, locally, { conversationId: left.id }],
    [messageCommands.openBetweenCoopains, system, { memberId: leader.id, otherId: other.id }],
  ];
}
