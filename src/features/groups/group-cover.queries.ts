import type { Actor } from "@/core/actor.ts";
import { sql } from "@/platform/db/client.ts";
import { findCover, type ServedImage } from "@/platform/stored-images.ts";
import { visibleGroups } from "./group.policy.ts";

/** The picture of a group that the actor may know of; see `findCover`. */
export const getGroupCover = (actor: Actor, input: unknown, held: string | null = null): Promise<ServedImage> =>
  findCover(
    input,
    held,
    (id) => sql`member_group g join image i on i.id = g.cover_id where g.id = ${id} and ${visibleGroups(actor)}`,
  );
