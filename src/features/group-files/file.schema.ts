import { z } from "zod";
import { idText, line } from "@/core/text.ts";
import { FILE_NAME_LENGTH, fileMimes } from "./file.rules.ts";

const bytes = (max: number) =>
  z.custom<Uint8Array>((file) => file instanceof Uint8Array && file.byteLength > 0 && file.byteLength <= max);
const side = z.int().min(1).max(1600);
/** As `encodeImage` made it. */
const image = z.strictObject({ large: bytes(4_000_000), small: bytes(1_000_000), width: side, height: side });

export const addFileInput = z.strictObject({
  groupId: idText,
  /** A file that she has just sent and that has no place yet. */
  fileId: idText,
  name: line(1, FILE_NAME_LENGTH),
  mime: z.enum(fileMimes),
  preview: image.nullable(),
});
export const fileInput = z.strictObject({ fileId: idText });

export const filesInput = z.object({ groupId: idText, apres: idText.optional().catch(undefined) });
export const servedFileInput = z.object({ id: idText, fichier: idText });
export const previewInput = z.object({
  id: idText,
  fichier: idText,
  taille: z.enum(["petite", "grande"]).default("petite"),
});
