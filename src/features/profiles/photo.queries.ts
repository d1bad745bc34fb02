import { z } from "zod";
import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { imageSize } from "@/core/encoded-image.ts";
import { paths } from "@/core/paths.ts";
import { idText } from "@/core/text.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { type ServedImage, servedColumns } from "@/platform/stored-images.ts";
import { fieldReaches, profileOf, visibleProfiles } from "./profile.policy.ts";

/** `v` is the photo that a page was made with: it only makes the address another one. */
const photoInput = z.object({ id: idText, taille: imageSize("petite") });

/**
 * A member's photo, as WebP, for those whom both her card and her photo reach; without its bytes when the reader
 * holds this version already. Throws `not_found`: hidden, or none.
 */
export async function getPhoto(actor: Actor, input: unknown, held: string | null): Promise<ServedImage> {
  const { success, data } = photoInput.safeParse(input);
  if (!success) throw new AppError("not_found", "absent");
  const { id, taille } = data;
  const [photo] = await readRows<ServedImage>(sql`
    select ${servedColumns(taille, held)}
    from member m ${profileOf} join image i on i.id = p.photo_id
    where m.id = ${id} and ${visibleProfiles(actor)} and ${fieldReaches("photo", actor)}`);
  if (!photo) throw new AppError("not_found", "absent");
  return photo;
}

/** The address of one's own photo, for the frame around every page; null without one. */
export async function findOwnPhoto(actor: Actor): Promise<string | null> {
  if (actor.kind !== "member") return null;
  const [row] = await readRows<{ photo_id: string | null }>(sql`
    select photo_id from profile where member_id = ${actor.id}`);
  return row?.photo_id ? paths.api.memberPhoto(actor.id, row.photo_id) : null;
}

/** Where one's own photo is put: nobody puts another's. Throws `not_found`. */
export async function getOwnPhotoPlace(actor: Actor, memberId: string): Promise<{ id: string }> {
  if (actor.kind !== "member" || actor.id !== memberId) throw new AppError("not_found", "absent");
  return { id: actor.id };
}
