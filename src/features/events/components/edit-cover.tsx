"use client";

import { paths } from "@/core/paths.ts";
import { COVER_FIELD_SIZES, CoverField } from "@/ui/cover-field.tsx";
import { removeEventCoverAction } from "../event.actions.ts";
import { EventActForm } from "./event-act-form.tsx";
import { EventCover } from "./event-cover.tsx";

/** The picture of an event, for those who run it. */
export function EditCover({ event }: { event: { id: string; coverId: string | null } }) {
  return (
    <CoverField
      address={paths.api.eventCover(event.id)}
      current={event.coverId ? <EventCover event={event} sizes={COVER_FIELD_SIZES} /> : null}
      about="L’image en tête de l’événement et des liens partagés"
      invitation="Pas encore d’image. Une photo de la dernière fois donne envie de venir."
      removal={
        <EventActForm
          action={removeEventCoverAction}
          eventId={event.id}
          said="L’image est retirée."
          variant="quiet"
          size="compact"
          pendingLabel="Retrait…"
        >
          Retirer l’image
        </EventActForm>
      }
    />
  );
}
