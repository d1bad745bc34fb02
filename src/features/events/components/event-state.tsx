import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Confirmed } from "@/ui/confirmed.tsx";
import { Notice } from "@/ui/notice.tsx";
import { approveEventAction, declineEventAction, publishEventAction } from "../event.actions.ts";
import type { EventView } from "../event.views.ts";
import { EventActForm } from "./event-act-form.tsx";

/** What a reader must know before the rest: cancelled and why, hidden, still a draft, waiting for an answer. */
export function EventState({ event }: { event: EventView }) {
  const { stage, hidden, over, can } = event;
  return (
    <div className="mb-6 grid gap-4 empty:hidden">
      {hidden && (
        <Notice tone="warning" title="La modération a masqué cet événement">
          Seul·es celles et ceux qui en répondent le lisent encore.
        </Notice>
      )}
      {stage === "cancelled" && (
        <Notice tone="warning" title="Cet événement est annulé">
          {event.cancelledBecause}
        </Notice>
      )}
      {stage === "draft" && <Draft event={event} />}
      {stage === "proposed" && (can.approve ? <Proposal event={event} /> : <Waiting />)}
      {over && (stage === "draft" || stage === "proposed") && (
        <Notice tone="info">Sa date est passée : choisis-en une autre avant de le publier.</Notice>
      )}
    </div>
  );
}

function Draft({ event }: { event: EventView }) {
  const { can, declinedBecause } = event;
  return (
    <Card className="grid gap-3.5">
      <div>
        <h2 className="text-lg font-[700]">C’est encore un brouillon</h2>
        <p className="mt-1 text-ink-2">
          {declinedBecause === null
            ? "Tu es seul·e à le lire, avec les responsables du territoire."
            : "La proposition n’a pas été retenue. Voici la réponse :"}
        </p>
        {declinedBecause !== null && <p className="mt-2 border-l-[3px] border-line-strong pl-3.5">{declinedBecause}</p>}
      </div>
      <div className="flex flex-wrap items-start gap-2.5">
        {(can.publish || can.propose) && (
          <div>
            <EventActForm
              action={publishEventAction}
              eventId={event.id}
              said={can.publish ? "C’est publié." : "C’est proposé : on te répondra par e-mail."}
              pendingLabel="Un instant…"
            >
              {can.publish ? "Publier" : "Proposer à la section"}
            </EventActForm>
          </div>
        )}
        {can.edit && (
          <ButtonLink href={paths.editEvent(event)} variant="secondary">
            Modifier
          </ButtonLink>
        )}
      </div>
    </Card>
  );
}

/** For those who answer for the place: yes, or no with a word. */
function Proposal({ event }: { event: EventView }) {
  return (
    <Card className="grid gap-3.5">
      <div>
        <h2 className="text-lg font-[700]">Une proposition attend ta réponse</h2>
        <p className="mt-1 text-ink-2">
          Personne d’autre ne la lit encore. Publiée, elle entre dans l’agenda ; la personne qui propose est prévenue.
        </p>
      </div>
      <div className="grid gap-3 sm:flex sm:flex-wrap sm:items-start">
        <div>
          <EventActForm
            action={approveEventAction}
            eventId={event.id}
            fields={{ changedAt: String(event.changedAt) }}
            said="C’est publié."
            pendingLabel="Un instant…"
          >
            Publier
          </EventActForm>
        </div>
        <ButtonLink href={paths.editEvent(event)} variant="secondary">
          Modifier d’abord
        </ButtonLink>
        <Confirmed label="Ne pas retenir" variant="quiet" className="open:w-full">
          <EventActForm
            action={declineEventAction}
            eventId={event.id}
            said="La réponse est partie."
            word={{ label: "Ta réponse", hint: "Un mot pour la personne qui propose : pourquoi, et quoi d’autre." }}
            variant="secondary"
            pendingLabel="Un instant…"
          >
            Répondre non
          </EventActForm>
        </Confirmed>
      </div>
    </Card>
  );
}

function Waiting() {
  return (
    <Notice title="La proposition est chez les responsables">
      Personne d’autre ne la lit encore. Tu recevras leur réponse par e-mail.
    </Notice>
  );
}
