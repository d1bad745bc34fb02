import { z } from "zod";

const bytes = (most: number) =>
  z.custom<Uint8Array>((file) => file instanceof Uint8Array && file.byteLength > 0 && file.byteLength <= most);
const side = z.int().min(1).max(1600);

/** A picture as the platform's `encodeImage` made it, on its way into a command. */
export const encodedImage = z.strictObject({
  large: bytes(4_000_000),
  small: bytes(1_000_000),
  width: side,
  height: side,
});

const sizes = ["petite", "grande"] as const;
export type ImageSize = (typeof sizes)[number];
/** The size that the address of an image asks for, `taille`; `usual` where it says nothing. */
export const imageSize = (usual: ImageSize) => z.enum(sizes).default(usual);
