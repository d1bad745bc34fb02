import type { ReactNode } from "react";
import { fullDay, fullMoment } from "@/core/french-dates.ts";
import { parisField } from "@/core/paris-time.ts";
import { paths } from "@/core/paths.ts";
import { ActForm } from "@/ui/act-form.tsx";
import { Avatar } from "@/ui/avatar.tsx";
import { BackLink } from "@/ui/back-link.tsx";
import { Badge } from "@/ui/badge.tsx";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { List } from "@/ui/list.tsx";
import { Notice } from "@/ui/notice.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import type { HeldMandateView, ManagedMemberView, SuspensionView } from "../managed-member.views.ts";
import { liftSuspensionAction } from "../mandate.actions.ts";
import { EndMandateForm } from "./end-mandate-form.tsx";
import { Fold } from "./fold.tsx";
import { HandoverRow } from "./handover-panel.tsx";
import { standingWords } from "./mandate-words.ts";
import { ContactForm, GiveMandateForm, NominateForm, SuspendForm } from "./member-forms.tsx";

/** A member, for those who answer for her: who she is, what she holds, what can be done. */
export function ManagedMemberPage({ member, now }: { member: ManagedMemberView; now: Date }) {
  const { id, mandates, suspensions, handovers, give, can } = member;
  const today = parisField(now).slice(0, 10);
  return (
    <div className="mx-auto max-w-3xl">
      <BackLink href={paths.managedMembers}>Trouver un·e membre</BackLink>
      <Head member={member} />
      <div className="grid gap-10">
        <Part id="responsabilites" title="Responsabilités">
          {mandates.length > 0 ? (
            <List>
              {mandates.map((mandate) => (
                <MandateLine key={mandate.id} mandate={mandate} own={member.isMe} />
              ))}
            </List>
          ) : (
            <p className="text-ink-2">Aucune, ni maintenant ni avant.</p>
          )}
          {give.length > 0 && (
            <Fold label="Donner une responsabilité">
              <GiveMandateForm memberId={id} options={give} today={today} />
            </Fold>
          )}
          {can.nominate && (
            <Fold label="Proposer à l’administration nationale">
              <NominateForm memberId={id} today={today} />
            </Fold>
          )}
          {member.nominated && (
            <Notice title="Proposée à l’administration nationale">
              Une autre personne que celle qui a proposé doit donner son accord, depuis la gestion nationale.
            </Notice>
          )}
        </Part>
        {handovers.length > 0 && (
          <Part id="passations" title="Passations">
            <List>
              {handovers.map((handover) => (
                <HandoverRow key={handover.id} handover={handover} />
              ))}
            </List>
          </Part>
        )}
        {(suspensions.length > 0 || can.suspend) && (
          <Part id="suspensions" title="Suspensions">
            {suspensions.length > 0 ? (
              <List>
                {suspensions.map((suspension) => (
                  <SuspensionLine key={suspension.id} suspension={suspension} />
                ))}
              </List>
            ) : (
              <p className="text-ink-2">Ce compte n’a jamais été suspendu.</p>
            )}
            {can.suspend && (
              <Fold label="Suspendre ce compte">
                <SuspendForm memberId={id} longest={can.suspend.days} />
              </Fold>
            )}
          </Part>
        )}
        {can.viewContact && (
          <Part id="coordonnees" title="Coordonnées">
            <Card>
              <ContactForm memberId={id} />
            </Card>
          </Part>
        )}
      </div>
    </div>
  );
}

function Head({ member }: { member: ManagedMemberView }) {
  const { name, photo, section, federation, standing, suspended, joinedAt, href } = member;
  return (
    <header className="mb-8 flex flex-wrap items-center gap-x-5 gap-y-4">
      <Avatar name={name} photo={photo} size="large" />
      <div className="min-w-0 flex-[1_1_16rem]">
        <h1 className="text-[1.75rem] leading-tight font-[750] wrap-anywhere sm:text-[2rem]">{name}</h1>
        <p className="mt-1 text-ink-2">
          {section}, {federation} · membre depuis le {fullDay(joinedAt)}
        </p>
        <p className="mt-2 flex flex-wrap gap-2">
          <Badge tone={standing === "adherent" ? "ok" : standing === "declared" ? "amber" : "neutral"}>
            {standingWords[standing]}
          </Badge>
          {suspended && <Badge tone="contre">Compte suspendu</Badge>}
          {member.isMe && <Badge>C’est toi</Badge>}
        </p>
      </div>
      {href && (
        <ButtonLink href={href} variant="secondary" size="compact">
          Voir son profil
        </ButtonLink>
      )}
    </header>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <SectionHeading id={id} title={title} />
      <div className="grid gap-3">{children}</div>
    </section>
  );
}

const states = { current: "En cours", future: "À venir", past: "Terminée" } as const;

function MandateLine({ mandate, own }: { mandate: HeldMandateView; own: boolean }) {
  const { id, post, beginsAt, endsAt, state, endReason, givenBy, can } = mandate;
  return (
    <li className="grid gap-2 px-4 py-3.5 sm:px-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <p className="min-w-0 flex-1 font-[650]">{post}</p>
        <Badge tone={state === "current" ? "ok" : state === "future" ? "amber" : "neutral"}>{states[state]}</Badge>
      </div>
      <p className="text-note text-ink-3">
        Depuis le {fullDay(beginsAt)}
        {endsAt ? `, jusqu’au ${fullDay(endsAt)}` : ", sans date de fin"}
        {givenBy && ` · par ${givenBy}`}
        {endReason && ` · ${endReason}`}
      </p>
      {can.end && (
        <Fold label={own ? "Renoncer" : "Mettre fin"}>
          <EndMandateForm mandateId={id} own={own} />
        </Fold>
      )}
    </li>
  );
}

function SuspensionLine({ suspension }: { suspension: SuspensionView }) {
  const { id, reason, beginsAt, endsAt, liftedAt, by, current, can } = suspension;
  return (
    <li className="grid gap-2 px-4 py-3.5 sm:px-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <p className="min-w-0 flex-1 font-[650] wrap-anywhere">{reason}</p>
        <Badge tone={current ? "contre" : "neutral"}>{current ? "En cours" : liftedAt ? "Levée" : "Terminée"}</Badge>
      </div>
      <p className="text-note text-ink-3">
        Du {fullMoment(beginsAt)} {endsAt ? `au ${fullMoment(endsAt)}` : ", sans date de fin"}
        {by && ` · par ${by}`}
      </p>
      {can.lift && (
        <div>
          <ActForm
            action={liftSuspensionAction}
            said="La suspension est levée"
            fields={{ suspensionId: id }}
            variant="secondary"
            size="compact"
            pendingLabel="Un instant…"
          >
            Lever la suspension
          </ActForm>
        </div>
      )}
    </li>
  );
}
