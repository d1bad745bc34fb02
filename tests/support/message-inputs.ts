import { randomUUID } from "node:crypto";
import type { Actor } from "@/core/actor.ts";
import { messageCommands } from "@/features/messages/index.ts";
import { conversationInputs } from "./conversation-inputs.ts";
import { createConversationRow } from "./messages-world.ts";

const WORDS = "Ces mots sont assez longs pour être lus.";

/** A valid input of each command of messages, and who may run it. */
export async function messageInputs(people: {
  leader: { id: string; name: string };
  other: { id: string; name: string };
  locally: Actor;
}): Promise<[unknown, Actor, Record<string, unknown>][]> {
  const { leader, other, locally } = people;
  const messages = ["Bonjour.", "Salut.", "Ça va ?"];
  const { id: conversationId, messageIds } = await createConversationRow({ people: [leader.id, other.id], messages });
  const mentions = [{ id: other.id, label: other.name }];
  const said = { conversationId, clientId: randomUUID(), body: `@${other.name} ${WORDS}`, mentions };
  return [
    ...(await conversationInputs({ leader, other, locally })),
    [messageCommands.sendMessage, locally, { ...said, photoIds: [], fileIds: [] }],
    [messageCommands.editMessage, locally, { messageId: messageIds[0], body: WORDS, mentions }],
    [messageCommands.deleteMessage, locally, { messageId: messageIds[2] }],
    [messageCommands.markRead, locally, { conversationId, seq: 2 }],
  ];
}
