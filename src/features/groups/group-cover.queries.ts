import { z } from "zod";
import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { idText } from "@/core/text.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { visibleGroups } from "./group.policy.ts";

/** `v` is the picture that a page was made with: it only makes the address another one. */
const coverInput = z.object({ id: idText, taille: z.enum(["petite", "grande"]).default("grande") });

/**
 * The picture of a group that the actor may know of, as WebP; without its bytes when she holds this version already.
 * Throws `not_found`: no such group for her, or no picture.
 */
export async function getGroupCover(
  actor: Actor,
  input: unknown,
  held: string | null = null,
): Promise<{ version: string; bytes: Uint8Array | null }> {
  const { success, data } = coverInput.safeParse(input);
  if (!success) throw new AppError("not_found", "absent");
  const { id, taille } = data;
  const version = sql`i.id || '-' || ${taille}::text`;
  const bytes = taille === "petite" ? sql`i.small` : sql`i.large`;
  const [cover] = await readRows<{ version: string; bytes: Uint8Array | null }>(sql`
    select ${version} as version, case when ${version} = ${held ?? ""} then null else ${bytes} end as bytes
    from member_group g join image i on i.id = g.cover_id where g.id = ${id} and ${visibleGroups(actor)}`);
  if (!cover) throw new AppError("not_found", "absent");
  return cover;
}
