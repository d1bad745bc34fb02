import { Confirmed } from "@/ui/confirmed.tsx";
import { cancelEventAction, discardEventAction } from "../event.actions.ts";
import type { EventView } from "../event.views.ts";
import { EventActForm } from "./event-act-form.tsx";

/** Calling an event off: everybody who comes is told why. */
export function CancelPart({ event }: { event: EventView }) {
  return (
    <section aria-labelledby="annuler">
      <h2 id="annuler" className="mb-1 text-heading">
        Annuler l’événement
      </h2>
      <p className="mb-3.5 text-ink-2">
        Les inscrit·es sont prévenu·es une fois, avec ta raison. La page reste lisible, marquée « annulé ».
      </p>
      <Confirmed label="Annuler l’événement" variant="danger">
        <EventActForm
          action={cancelEventAction}
          eventId={event.id}
          word={{ label: "Pourquoi", hint: "Une phrase : toutes les personnes inscrites la liront." }}
          variant="danger"
          pendingLabel="Annulation…"
        >
          Oui, annuler et prévenir
        </EventActForm>
      </Confirmed>
    </section>
  );
}

/** Taking away what nobody was asked to come to. */
export function DiscardPart({ event }: { event: EventView }) {
  const what = event.stage === "proposed" ? "la proposition" : "le brouillon";
  return (
    <section aria-labelledby="supprimer">
      <h2 id="supprimer" className="mb-3.5 text-heading">
        Supprimer {what}
      </h2>
      <Confirmed label={`Supprimer ${what}`} variant="danger">
        <p>Personne n’a encore été invité à venir : rien ne sera envoyé.</p>
        <EventActForm action={discardEventAction} eventId={event.id} variant="danger" pendingLabel="Suppression…">
          Oui, supprimer
        </EventActForm>
      </Confirmed>
    </section>
  );
}
