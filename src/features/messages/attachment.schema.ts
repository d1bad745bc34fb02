import { z } from "zod";
import { encodedImage, imageSize } from "@/core/encoded-image.ts";
import { FILE_NAME_LENGTH, fileMimes } from "@/core/file-kinds.ts";
import { DESCRIPTION_MAX } from "@/core/photo.ts";
import { idText, line } from "@/core/text.ts";
import { FILES_MAX, PHOTOS_MAX } from "./attachment.rules.ts";

export const uploadMessagePhotoInput = z.strictObject({ image: encodedImage });
export const addMessageFileInput = z.strictObject({
  /** A file that she has just sent and that has no place yet. */
  fileId: idText,
  name: line(1, FILE_NAME_LENGTH),
  mime: z.enum(fileMimes),
});

/** A photo in the size that is asked for. */
export const servedMessagePhotoInput = z.object({ id: idText, taille: imageSize("grande") });
export const servedMessageFileInput = z.object({ id: idText });

/** Ids that are each named once; in a form, a field that is repeated, or stands once, or not at all. */
const ids = (most: number, tooMany: string) =>
  z
    .union([z.array(idText).max(most, tooMany), idText.transform((one) => [one])])
    .refine((all) => new Set(all).size === all.length, "Chaque pièce jointe une seule fois.")
    .default([]);
const description = z.union([z.literal(""), line(0, DESCRIPTION_MAX)], `${DESCRIPTION_MAX} caractères au plus.`);

/**
 * What goes with a message beside its words, as fields of `sendMessage`: photos in their order, what each shows in the same
 * order, files.
 */
export const attachmentFields = {
  photoIds: ids(PHOTOS_MAX, `${PHOTOS_MAX} photos au plus.`),
  descriptions: z
    .union([
      z.array(description).max(PHOTOS_MAX, `${PHOTOS_MAX} photos au plus.`),
      description.transform((one) => [one]),
    ])
    .default([]),
  fileIds: ids(FILES_MAX, `${FILES_MAX} fichiers au plus.`),
};
