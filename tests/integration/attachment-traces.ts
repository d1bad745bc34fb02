import { createAttachments } from "@tests/support/attachments-world.ts";
import { createConversationRow } from "@tests/support/messages-world.ts";
import { createPerson } from "@tests/support/worlds.ts";
import { newId } from "@/core/ids.ts";
import { db } from "@/platform/db/client.ts";

/** A photo and a file that she sent, others on their way; and what she read as a moderator of a conversation of others. */
export async function inAttachments(one: { id: string }, now: Date): Promise<void> {
  const people = [(await createPerson("Odile Ailleurs")).id, (await createPerson("Oscar Ailleurs")).id];
  const { messageIds } = await createConversationRow({ people, messages: ["Bonjour.", "Bonjour."] });
  const [hers = "", theirs = ""] = messageIds;
  await createAttachments(one, hers);
  await createAttachments(one);
  await db.messageAccess.create({ data: { id: newId(), messageId: theirs, readerId: one.id, at: now } });
}
