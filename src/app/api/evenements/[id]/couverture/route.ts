import { paths } from "@/core/paths.ts";
import { getEventCover, getEventToEdit, setEventCover } from "@/features/events/index.ts";
import { imageRoute, uploadRoute } from "@/platform/next/image-route.ts";

/** An event's picture, for those who may see the event: `?taille=petite|grande`. */
export const GET = imageRoute(getEventCover);

/** Gives an event its picture. */
export const POST = uploadRoute({
  open: async (actor, { id }: { id: string }) => (await getEventToEdit(actor, id)).event,
  save: (caller, { id }, image) => setEventCover(caller, { eventId: id, image }),
  back: (event) => ({ path: paths.editEvent(event), fragment: "couverture" }),
});
