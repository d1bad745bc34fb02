import { randomUUID } from "node:crypto";
import type { Actor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { messageCommands } from "@/features/messages/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { createInbox } from "./inbox-world.ts";
import { scopes } from "./worlds.ts";

const WORDS = "Ces mots sont assez longs pour être lus.";

type People = { stranger: { id: string }; leader: { id: string }; member: Actor; locally: Actor; system: Actor };

/** A valid input of each command of places' inboxes, and who may run it. */
export async function inboxInputs({ stranger, leader, member, locally, system }: People) {
  const scope = scopes["own section"];
  const inbox = await createInbox(scope, stranger.id);
  const broadcastId = newId();
  const sentAt = new Date(clock.now().getTime() - 3 * 24 * 3_600_000);
  await db.broadcast.create({
    data: { id: broadcastId, scope, words: WORDS, authorId: leader.id, sentAt, doneAt: sentAt },
  });
  const all: [unknown, Actor, Record<string, unknown>][] = [
    [messageCommands.writeToPlace, member, { scope, body: WORDS, clientId: randomUUID() }],
    [messageCommands.assignConversation, locally, { conversationId: inbox.id, assigneeId: leader.id }],
    [messageCommands.releaseInboxes, system, { memberId: stranger.id }],
    [messageCommands.broadcast, locally, { scope, words: WORDS, adherentsOnly: "", confirmed: "oui" }],
    [messageCommands.carryBroadcast, system, { broadcastId }],
    [messageCommands.followBroadcast, system, { broadcastId }],
    [messageCommands.opposeBroadcasts, member, { scope, opposed: "oui" }],
  ];
  return all;
}
