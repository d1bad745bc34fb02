import { ActForm } from "@/ui/act-form.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { confirmByLinkAction, leaveByLinkAction } from "../guest.actions.ts";
import type { ReminderPageView } from "../reminder.views.ts";
import { Ended, LinkedEventCard } from "./linked-event.tsx";

/** What the link of a reminder opens, signed in or not: two buttons, and what was answered. */
export function ReminderPage({ page }: { page: ReminderPageView }) {
  const { token, event, can } = page;
  const fields = { token };
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader eyebrow={event.kind} title={event.title} />
      <Ended event={event} />
      <LinkedEventCard event={event} />
      {!event.cancelled && !event.over && (
        <section aria-labelledby="reponse" className="grid gap-4">
          <h2 id="reponse" className="text-heading">
            {can.confirm ? "Tu viens toujours ?" : "Ta place"}
          </h2>
          <State page={page} />
          {can.accept && (
            <ActForm
              stretched
              action={confirmByLinkAction}
              fields={fields}
              size="large"
              wide
              icon="check"
              said="Ta place est confirmée."
            >
              Confirmer ma place
            </ActForm>
          )}
          {can.confirm && (
            <ActForm
              stretched
              action={confirmByLinkAction}
              fields={fields}
              size="large"
              wide
              icon="check"
              said="C’est noté, à bientôt."
            >
              Oui, je viens
            </ActForm>
          )}
          {can.leave && (
            <ActForm
              stretched
              action={leaveByLinkAction}
              fields={fields}
              variant="secondary"
              size="large"
              wide
              said="Ta place est laissée. Merci d’avoir prévenu."
            >
              {page.state === "waiting" ? "Quitter la liste d’attente" : "Je laisse ma place"}
            </ActForm>
          )}
        </section>
      )}
    </div>
  );
}

function State({ page: { state, confirmed, size, offeredUntil } }: { page: ReminderPageView }) {
  const two = size > 1 ? " Deux places sont comptées." : "";
  if (state === "left")
    return <Notice title="Ta place est laissée">Merci d’avoir prévenu : quelqu’un d’autre pourra la prendre.</Notice>;
  if (state === "waiting")
    return (
      <Notice
        tone="warning"
        title="Tu es sur la liste d’attente"
      >{`Nous t’écrivons dès qu’une place se libère.${two}`}</Notice>
    );
  if (state === "offered")
    return (
      <Notice
        tone="warning"
        title="Une place s’est libérée pour toi"
      >{`Elle est gardée jusqu’au ${offeredUntil}.${two}`}</Notice>
    );
  if (confirmed)
    return <Notice tone="success" title="C’est noté : tu viens">{`L’équipe compte sur toi.${two}`}</Notice>;
  return <p className="text-ink-2">{`Dis-le en un clic : l’équipe saura sur qui compter.${two}`}</p>;
}
