import { type Actor, system } from "@/core/actor.ts";
import { messageCommands } from "@/features/messages/index.ts";
import { createConversationRow } from "./messages-world.ts";
import { createStoredFile } from "./paper-inputs.ts";
import { createPerson } from "./worlds.ts";

const image = { large: new Uint8Array([1, 2]), small: new Uint8Array([3]), width: 8, height: 8 };

/** What the commands of photos and files of messages take, and of reading a reported one. */
export async function ofAttachments(member: Actor): Promise<[unknown, Actor, Record<string, unknown>][]> {
  const author = await createPerson("Aude Écrit");
  const { messageIds } = await createConversationRow({ people: [author.id, member.id ?? ""], messages: ["Bonjour."] });
  return [
    [messageCommands.uploadMessagePhoto, member, { image }],
    [
      messageCommands.addMessageFile,
      member,
      { fileId: await createStoredFile(member.id), name: "plan.pdf", mime: "application/pdf" },
    ],
    [messageCommands.noteMessageReading, system, { messageId: messageIds[0], withPage: false }],
  ];
}
