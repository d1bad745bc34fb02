import { Notice } from "@/ui/notice.tsx";
import type { EventView } from "../event.views.ts";

/** What a reader must know before the rest: cancelled and why, still a draft, waiting for an answer. */
export function EventState({ event }: { event: EventView }) {
  if (event.stage === "cancelled")
    return (
      <Notice tone="warning" title="Cet événement est annulé" className="mb-6">
        {event.cancelledBecause}
      </Notice>
    );
  return null;
}
