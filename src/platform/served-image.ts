import { z } from "zod";
import { AppError } from "@/core/app-error.ts";
import { type ImageSize, imageSize } from "@/core/encoded-image.ts";
import { idText } from "@/core/text.ts";
import { readRows, type Sql, sql } from "./db/client.ts";

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
