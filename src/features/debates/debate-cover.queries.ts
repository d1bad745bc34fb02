import type { Actor } from "@/core/actor.ts";
import { sql } from "@/platform/db/client.ts";
import { findCover, type ServedImage } from "@/platform/stored-images.ts";
import { visibleDebates } from "./debate.policy.ts";

/** The picture of a debate that the actor may see; see `findCover`. */
export const getCover = (actor: Actor, input: unknown, held: string | null): Promise<ServedImage> =>
  findCover(
    input,
    held,
    (id) => sql`debate d join image i on i.id = d.cover_id where d.id = ${id} and ${visibleDebates(actor)}`,
  );
