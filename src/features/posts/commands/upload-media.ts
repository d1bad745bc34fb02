import { newId } from "@/core/ids.ts";
import { canBePresent } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { keepStoredFile } from "@/platform/stored-files.ts";
import { keepImage } from "@/platform/stored-images.ts";
import { uploadPostPhotoInput, uploadPostVideoInput } from "../photo.schema.ts";

/** A member sends a photo for a post that she is writing; until it is published it is hers alone, for a day. */
export const uploadPostPhoto = command({
  name: "post.upload-photo",
  input: uploadPostPhotoInput,
  subject: async () => null,
  policy: canBePresent,
  async execute({ tx, actor, input: { image } }) {
    const id = newId();
    const imageId = await keepImage(tx, image, actor.id);
    await tx.postPhoto.create({ data: { id, imageId, uploadedById: actor.id, uploadedAt: clock.now() } });
    return { id };
  },
});

/** A member sends a video for a post that she is writing: the file that she just sent, and nobody else's. */
export const uploadPostVideo = command({
  name: "post.upload-video",
  input: uploadPostVideoInput,
  subject: async () => null,
  policy: canBePresent,
  async execute({ tx, actor, input: { fileId } }) {
    const id = newId();
    await keepStoredFile(tx, actor.id, fileId);
    await tx.postVideo.create({ data: { id, fileId, uploadedById: actor.id, uploadedAt: clock.now() } });
    return { id };
  },
});
