import { newId } from "@/core/ids.ts";
import { canBePresent } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { type Caller, command } from "@/platform/command.ts";
import { keepStoredFile, type StoredFile } from "@/platform/stored-files.ts";
import { keepImage } from "@/platform/stored-images.ts";
import { takeFileOf } from "@/platform/take-file.ts";
import { addMessageFileInput, uploadMessagePhotoInput } from "../attachment.schema.ts";

/** A member sends a photo for a message that she is writing; until the message leaves it is hers alone, for a day. */
export const uploadMessagePhoto = command({
  name: "message.upload-photo",
  input: uploadMessagePhotoInput,
  subject: async () => null,
  policy: canBePresent,
  async execute({ tx, actor, input: { image } }) {
    const id = newId();
    const imageId = await keepImage(tx, image, actor.id);
    await tx.messagePhoto.create({ data: { id, imageId, addedById: actor.id, addedAt: clock.now() } });
    return { id };
  },
});

/** A member gives a message that she is writing the file that she has just sent; until it leaves it is hers alone. */
export const addMessageFile = command({
  name: "message.add-file",
  input: addMessageFileInput,
  subject: async () => null,
  policy: canBePresent,
  async execute({ tx, actor, input: { fileId, name, mime } }) {
    const id = newId();
    const stored = await keepStoredFile(tx, actor.id, fileId);
    await tx.storedFile.update({ where: { id: stored.id }, data: { mime } });
    await tx.messageFile.create({
      data: { id, name, fileId: stored.id, addedById: actor.id, addedAt: clock.now() },
    });
    return { id };
  },
});

/** A file that has come is looked into, and waits for its message. Throws as `takeFileOf`. */
export const takeMessageFile = (
  caller: Caller,
  _: null,
  sent: StoredFile & { name: string },
): Promise<{ id: string }> =>
  takeFileOf(caller.actor.id, sent, ({ fileId, name, mime }) => addMessageFile(caller, { fileId, name, mime }));
