import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import type { EventView } from "../event.views.ts";

/** What its organisers may do with an event. */
export function OrganiseMenu({ event }: { event: EventView }) {
  if (!event.can.organise) return null;
  return (
    <ButtonLink href={paths.runEvent(event)} variant="secondary" icon="users">
      Organiser
    </ButtonLink>
  );
}
