import { z } from "zod";
import { AppError } from "@/core/app-error.ts";
import { type ImageSize, imageSize } from "@/core/encoded-image.ts";
import { newId } from "@/core/ids.ts";
import { idText } from "@/core/text.ts";
import { clock } from "./clock.ts";
import { readRows, type Sql, sql, type Tx } from "./db/client.ts";

/** A picture as `encodeImage` made it, or as a command was handed it. */
type EncodedBytes = Record<"large" | "small", Uint8Array> & { width: number; height: number };

/** Writes a picture, sent by this member; by nobody where what it is of says whose it is. Answers its id. */
export async function keepImage(tx: Tx, image: EncodedBytes, byId: string | null = null): Promise<string> {
  const [id, large, small] = [newId(), new Uint8Array(image.large), new Uint8Array(image.small)];
  await tx.image.create({ data: { ...image, large, small, id, uploadedById: byId, uploadedAt: clock.now() } });
  return id;
}

/** What a door of images answers: without its bytes when the reader holds this version already. */
export type ServedImage = { version: string; bytes: Uint8Array | null };

/** Version and bytes of the image `i` in a size. `held`: the version that the reader has; `id`: what it is served under. */
export function servedColumns(size: ImageSize, held: string | null, id: Sql = sql`i.id`): Sql {
  const version = sql`${id} || '-' || ${size}::text`;
  return sql`${version} as version,
    case when ${version} = ${held ?? ""} then null else ${size === "petite" ? sql`i.small` : sql`i.large`} end as bytes`;
}

/** `v` is the picture that a page was made with: it only makes the address another one. */
const coverInput = z.object({ id: idText, taille: imageSize("grande") });

/**
 * The picture on top of something, as WebP. `of`: from the object by its id to its image `i`, through the law of who sees
 * it. Throws `not_found`: no such thing for the reader, or no picture.
 */
export async function findCover(input: unknown, held: string | null, of: (id: string) => Sql): Promise<ServedImage> {
  const { success, data } = coverInput.safeParse(input);
  if (!success) throw new AppError("not_found", "absent");
  const [cover] = await readRows<ServedImage>(sql`select ${servedColumns(data.taille, held)} from ${of(data.id)}`);
  if (!cover) throw new AppError("not_found", "absent");
  return cover;
}
