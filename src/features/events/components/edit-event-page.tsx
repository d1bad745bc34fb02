import type { ReactNode } from "react";
import { paths } from "@/core/paths.ts";
import { BackLink } from "@/ui/back-link.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import type { EditEventView } from "../edit-event.queries.ts";
import { kindWords } from "../event.rules.ts";
import { EditCover } from "./edit-cover.tsx";
import { EditEventForm } from "./edit-event-form.tsx";
import { CancelPart, DiscardPart } from "./event-endings.tsx";
import type { EventFieldsProps } from "./event-fields.tsx";

/** What other files show where an event is changed, passed by the page that composes them. */
export type EditEventSlots = {
  /** How it comes back. */
  series?: ReactNode;
  /** People who prepare it, territories that organise it too, whom to call, who is invited. */
  people?: ReactNode;
};

type Props = Pick<EventFieldsProps, "debates" | "CommuneField" | "tiles"> & {
  edit: EditEventView;
  slots: EditEventSlots;
};

/** Where those who run an event change it, give it a picture, and call it off. */
export function EditEventPage({ edit: { event, values }, slots, ...rest }: Props) {
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.event(event)}>Retour à l’événement</BackLink>
      <PageHeader eyebrow={kindWords[event.kind]} title="Modifier l’événement" className="mb-5 md:mb-6" />
      <div className="grid gap-10">
        <EditEventForm
          // What was saved is what the form begins with again.
          key={event.changedAt}
          eventId={event.id}
          kind={event.kind}
          values={values}
          known={event.stage === "published"}
          inSeries={event.seriesId !== null}
          ofGroup={event.ofGroup ? `Les membres du groupe${event.group ? ` ${event.group.name}` : ""}` : null}
          ours={event.place.href?.split("/").length === 4 ? "Les membres de la section" : "Les membres du territoire"}
          {...rest}
        />
        {slots.series}
        {slots.people}
        <EditCover event={event} />
        {event.can.cancel && <CancelPart event={event} />}
        {event.can.discard && <DiscardPart event={event} />}
      </div>
    </div>
  );
}
