import type { Actor } from "@/core/actor.ts";
import { sql } from "@/platform/db/client.ts";
import { findCover, type ServedImage } from "@/platform/stored-images.ts";
import { visibleEvents } from "./event.policy.ts";

/** The picture of an event that the actor may see; see `findCover`. */
export const getEventCover = (actor: Actor, input: unknown, held: string | null = null): Promise<ServedImage> =>
  findCover(
    input,
    held,
    (id) => sql`event e join image i on i.id = e.cover_id where e.id = ${id} and ${visibleEvents(actor)}`,
  );
