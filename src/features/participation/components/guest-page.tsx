import Link from "next/link";
import { organisation } from "@/core/organisation.ts";
import { paths } from "@/core/paths.ts";
import { ActForm } from "@/ui/act-form.tsx";
import { ButtonLink } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { acceptAsGuestAction, cancelAsGuestAction, confirmAsGuestAction } from "../guest.actions.ts";
import type { GuestPageView } from "../guest.views.ts";
import { ChangeForm } from "./guest-forms.tsx";
import { Ended, LinkedEventCard } from "./linked-event.tsx";

type Open = Extract<GuestPageView, { kind: "open" }>;

/** What the link of somebody without an account opens: confirm, then change or cancel. */
export function GuestPage({ page }: { page: GuestPageView }) {
  if (page.kind === "spent")
    return (
      <div className="mx-auto max-w-xl">
        <PageHeader
          title="Ce lien a déjà servi"
          lede="Ta venue est confirmée. Nous t’avons écrit une seconde fois : c’est le lien de ce message qui sert à changer ou à annuler."
        />
      </div>
    );
  if (page.kind === "gone")
    return (
      <div className="mx-auto max-w-xl">
        <PageHeader
          eyebrow={page.event.title}
          title="C’est annulé"
          lede="Ta place est rendue, ton nom et ton adresse sont effacés. Merci d’avoir prévenu."
        />
        <ButtonLink href={page.event.path} variant="secondary">
          Revoir l’événement
        </ButtonLink>
      </div>
    );
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader eyebrow={page.event.kind} title={page.event.title} />
      <Ended event={page.event} />
      <LinkedEventCard event={page.event} />
      {page.confirmed ? <Managing page={page} /> : <Confirming page={page} />}
    </div>
  );
}

const forTwo = (size: number) => (size > 1 ? ", pour deux personnes" : "");

function Confirming({ page }: { page: Open }) {
  const { token, asked, can } = page;
  return (
    <section aria-labelledby="confirmer" className="grid gap-4">
      <h2 id="confirmer" className="text-heading">
        Tu viens ?
      </h2>
      {can.confirm ? (
        <>
          <p>
            Tu as demandé une place{forTwo(asked.size)} : {asked.shift}. Elle n’est prise qu’une fois confirmée.
          </p>
          <ActForm stretched action={confirmAsGuestAction} fields={{ token }} size="large" wide icon="check">
            Confirmer ma venue
          </ActForm>
        </>
      ) : (
        !page.event.cancelled &&
        !page.event.over && <p>Ce créneau n’existe plus : refais ta demande sur la page de l’événement.</p>
      )}
      <Forget token={token} quiet>
        Ce n’est pas moi : effacer mon adresse
      </Forget>
    </section>
  );
}

function Managing({ page }: { page: Open }) {
  const { token, event, place, removed, can } = page;
  return (
    <div className="grid gap-7">
      {!event.cancelled && !event.over && <State page={page} />}
      {can.accept && (
        <ActForm
          stretched
          action={acceptAsGuestAction}
          fields={{ token }}
          size="large"
          wide
          icon="check"
          said="Ta place est confirmée."
        >
          Confirmer ma place
        </ActForm>
      )}
      {can.change && page.shifts.length > 0 && (
        <ChangeForm key={`${place?.shiftId} ${place?.size}`} token={token} shifts={page.shifts} place={place} />
      )}
      {removed && !event.cancelled && !event.over && (
        <p>L’équipe a retiré ton inscription. Si tu ne comprends pas pourquoi, réponds-lui sur place.</p>
      )}
      {event.over && <Invitation />}
      <section aria-labelledby="annuler" className="grid gap-3 border-t border-line pt-5">
        <h2 id="annuler" className="text-[1.0625rem] font-[650]">
          {place && !event.over ? "Tu ne peux plus venir ?" : "Tes données"}
        </h2>
        <p className="text-note text-ink-2">
          Ton nom et ton adresse servent à cette inscription seulement. Ils sont effacés 7 jours après la fin, ou tout
          de suite si tu le demandes ici.
        </p>
        <Forget token={token}>
          {place && !event.over ? "Annuler et effacer mes données" : "Effacer mon nom et mon adresse"}
        </Forget>
      </section>
    </div>
  );
}

function State({ page: { place } }: { page: Open }) {
  if (!place) return <Notice title="Tu n’as pas de place en ce moment" />;
  if (place.state === "in")
    return (
      <Notice tone="success" title={`Tu es inscrit·e${forTwo(place.size)}`}>
        On t’attend. Un message te rappellera l’heure et le lieu.
      </Notice>
    );
  if (place.state === "offered")
    return (
      <Notice tone="warning" title="Une place s’est libérée pour toi">
        Elle est gardée jusqu’au {place.offeredUntil}. Confirme-la avant, sinon elle ira à la personne suivante.
      </Notice>
    );
  return (
    <Notice tone="warning" title={`Tu es sur la liste d’attente${forTwo(place.size)}`}>
      Nous t’écrivons dès qu’une place se libère pour toi, dans l’ordre d’arrivée.
    </Notice>
  );
}

function Forget({ token, quiet, children }: { token: string; quiet?: boolean; children: React.ReactNode }) {
  return (
    <ActForm stretched action={cancelAsGuestAction} fields={{ token }} variant={quiet ? "quiet" : "danger"}>
      {children}
    </ActForm>
  );
}

/** One line, after the event only. */
function Invitation() {
  return (
    <p className="text-ink-2">
      L’envie de recommencer ? {organisation.name} est le réseau de celles et ceux qui militent ensemble :{" "}
      <Link
        href={paths.signUp}
        prefetch={false}
        className="font-semibold text-rose-strong underline underline-offset-2"
      >
        rejoins-nous
      </Link>
      .
    </p>
  );
}
