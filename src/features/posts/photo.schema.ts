import { z } from "zod";
import { encodedImage, imageSize } from "@/core/encoded-image.ts";
import { DESCRIPTION_MAX } from "@/core/photo.ts";
import { idText, line } from "@/core/text.ts";
import { PHOTOS_MAX } from "./photo.rules.ts";
import { readVideoLink, videoHostWords } from "./video-link.rules.ts";

export const uploadPostPhotoInput = z.strictObject({
  image: encodedImage,
});
export const uploadPostVideoInput = z.strictObject({ fileId: idText });

/** A photo in the size that is asked for. */
export const servedPostPhotoInput = z.object({ id: idText, taille: imageSize("grande") });
export const servedPostVideoInput = z.object({ id: idText });

/** A field that is repeated, or stands once, or not at all. */
const several = <Item extends z.ZodType>(item: Item) =>
  z.union([z.array(item).max(PHOTOS_MAX, `${PHOTOS_MAX} photos au plus.`), item.transform((one) => [one])]).default([]);
const orNone = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.literal("").transform(() => null), z.null(), schema]).default(null);

const description = z.union([z.literal(""), line(0, DESCRIPTION_MAX)], `${DESCRIPTION_MAX} caractères au plus.`);
const videoUrl = z
  .string()
  .transform((text) => readVideoLink(text)?.url ?? null)
  .refine((url) => url !== null, `Colle le lien d’une vidéo de ${videoHostWords}.`);

/**
 * What a post shows beside its words, as fields of its form: `photoIds` in their order, `descriptions` in the same, and
 * one video: a file (`videoId`) or a link (`videoUrl`). For `attachMedia`.
 */
export const mediaFields = {
  photoIds: several(idText),
  descriptions: several(description),
  videoId: orNone(idText),
  videoUrl: orNone(videoUrl),
};
const mediaInput = z.strictObject(mediaFields);
export type MediaInput = z.output<typeof mediaInput>;

/** The same in one field, as JSON of a form or as it is; nothing when it is absent. What is no JSON is refused. */
export const mediaField = z.preprocess((sent) => {
  if (sent === "" || sent === undefined || sent === null) return {};
  if (typeof sent !== "string") return sent;
  try {
    return JSON.parse(sent) as unknown;
  } catch {
    return null;
  }
}, mediaInput);
