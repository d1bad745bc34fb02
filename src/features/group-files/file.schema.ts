import { z } from "zod";
import { encodedImage, imageSize } from "@/core/encoded-image.ts";
import { FILE_NAME_LENGTH, fileMimes } from "@/core/file-kinds.ts";
import { idText, line } from "@/core/text.ts";

export const addFileInput = z.strictObject({
  groupId: idText,
  /** A file that she has just sent and that has no place yet. */
  fileId: idText,
  name: line(1, FILE_NAME_LENGTH),
  mime: z.enum(fileMimes),
  preview: encodedImage.nullable(),
});
export const fileInput = z.strictObject({ fileId: idText });

export const filesInput = z.object({ groupId: idText, apres: idText.optional().catch(undefined) });
export const servedFileInput = z.object({ id: idText, fichier: idText });
export const previewInput = z.object({
  id: idText,
  fichier: idText,
  taille: imageSize("petite"),
});
