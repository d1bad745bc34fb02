import Link from "next/link";
import { counted, frenchNumber, fullDay } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { ActForm } from "@/ui/act-form.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Button, ButtonLink } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { List, ListRow } from "@/ui/list.tsx";
import { RelativeTime } from "@/ui/relative-time.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import { SelectField, TextField } from "@/ui/text-field.tsx";
import type { NationalConsoleView, NominationView } from "../console.views.ts";
import { decideNominationAction } from "../mandate.actions.ts";
import { HandoverRow } from "./handover-panel.tsx";
import { roleFilters } from "./mandate-words.ts";

type PartOf<Tab extends NationalConsoleView["part"]["tab"]> = Extract<NationalConsoleView["part"], { tab: Tab }>;
const consolePath = paths.console("national");

/** Nominations and handovers that wait for the national level; `alone`: nothing else does. */
export function WaitingPart({ part, now, alone }: { part: PartOf<"attente">; now: Date; alone: boolean }) {
  const { nominations, handovers, emptySections } = part;
  return (
    <div className="grid gap-10">
      {alone && nominations.length === 0 && handovers.length === 0 && (
        <EmptyState title="Rien n’attend de réponse">
          Les propositions pour l’administration nationale et les passations des fédérations sans responsable arrivent
          ici.
        </EmptyState>
      )}
      {nominations.length > 0 && (
        <section aria-labelledby="propositions">
          <SectionHeading
            id="propositions"
            title="Administration nationale"
            note="Une personne propose, une autre donne son accord."
          />
          <List>
            {nominations.map((nomination) => (
              <Nomination key={nomination.id} nomination={nomination} now={now} />
            ))}
          </List>
        </section>
      )}
      {handovers.length > 0 && (
        <section aria-labelledby="passations">
          <SectionHeading
            id="passations"
            title="Passations à confirmer"
            note="Leur fédération n’a personne pour le faire."
          />
          <List>
            {handovers.map((handover) => (
              <HandoverRow key={handover.id} handover={handover} />
            ))}
          </List>
        </section>
      )}
      {emptySections > 0 && (
        <p className="text-ink-2">
          {counted(emptySections, "section n’a", "sections n’ont")} personne en charge.{" "}
          <Link href={`${consolePath}?voir=sections`} prefetch={false} className="font-semibold text-rose-strong">
            Voir par fédération
          </Link>
        </p>
      )}
    </div>
  );
}

function Nomination({ nomination, now }: { nomination: NominationView; now: Date }) {
  const { id, memberId, name, by, at, endsAt, can, cannot } = nomination;
  return (
    <li className="grid gap-3 px-4 py-4 sm:px-5">
      <div>
        <Link href={paths.managedMember(memberId)} prefetch={false} className="font-[650] no-underline hover:underline">
          {name}
        </Link>
        <p className="text-note text-ink-3">
          {by ? `Proposé·e par ${by}` : "Proposé·e par une personne qui n’est plus là"},{" "}
          <RelativeTime date={at} now={now} />
          {endsAt && ` · jusqu’au ${fullDay(endsAt)}`}
        </p>
      </div>
      {cannot && <p className="text-note text-ink-2">{cannot}</p>}
      <div className="flex flex-wrap gap-2.5">
        {can.agree && (
          <ActForm
            action={decideNominationAction}
            said="Ton accord est donné"
            fields={{ nominationId: id, answer: "oui" }}
            size="compact"
            pendingLabel="Un instant…"
          >
            Je suis d’accord
          </ActForm>
        )}
        {can.decline && (
          <ActForm
            action={decideNominationAction}
            said="C’est noté"
            fields={{ nominationId: id, answer: "non" }}
            variant="secondary"
            size="compact"
            pendingLabel="Un instant…"
          >
            {can.agree ? "Décliner" : "Retirer la proposition"}
          </ActForm>
        )}
      </div>
    </li>
  );
}

/** Mandates in force, by role and by name. */
export function MandatesPart({ part }: { part: PartOf<"responsabilites"> }) {
  const { mandates, next, search } = part;
  const query = `voir=responsabilites${search.role ? `&role=${search.role}` : ""}${search.q ? `&q=${encodeURIComponent(search.q)}` : ""}`;
  return (
    <section aria-label="Responsabilités en cours" className="grid gap-5">
      <form action={consolePath} className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="voir" value="responsabilites" />
        <SelectField
          name="role"
          label="Responsabilité"
          defaultValue={search.role ?? ""}
          className="min-w-0 flex-[1_1_12rem]"
        >
          <option value="">Toutes</option>
          {roleFilters.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
        <TextField
          name="q"
          type="search"
          label="Nom ou lieu"
          maxLength={120}
          defaultValue={search.q}
          autoComplete="off"
          className="min-w-0 flex-[1_1_12rem]"
        />
        <Button type="submit" variant="secondary" className="min-h-12!">
          Filtrer
        </Button>
      </form>
      {mandates.length === 0 ? (
        <EmptyState
          title="Aucune responsabilité ne correspond"
          action={<ButtonLink href={`${consolePath}?voir=responsabilites`}>Tout revoir</ButtonLink>}
        />
      ) : (
        <List>
          {mandates.map(({ id, memberId, name, post, beginsAt, endsAt, suspended }) => (
            <ListRow
              key={id}
              href={paths.managedMember(memberId)}
              title={name}
              text={`${post} · depuis le ${fullDay(beginsAt)}${endsAt ? `, jusqu’au ${fullDay(endsAt)}` : ""}`}
            >
              {suspended && (
                <Badge tone="contre" className="mt-1.5">
                  Compte suspendu
                </Badge>
              )}
            </ListRow>
          ))}
        </List>
      )}
      {(next || search.apres) && (
        <nav aria-label="Pages des responsabilités" className="flex flex-wrap gap-2.5">
          {search.apres && (
            <ButtonLink href={`${consolePath}?${query}`} variant="secondary">
              Revenir au début
            </ButtonLink>
          )}
          {next && (
            <ButtonLink href={`${consolePath}?${query}&apres=${next}`} variant="secondary" trailingIcon="arrow">
              Voir les suivantes
            </ButtonLink>
          )}
        </nav>
      )}
    </section>
  );
}

/** Where nobody is in charge, by federation. */
export function PlacesPart({ part }: { part: PartOf<"sections"> }) {
  const { federations, emptySections, sections } = part;
  if (federations.length === 0)
    return <EmptyState title="Chaque section a quelqu’un">Et chaque fédération aussi.</EmptyState>;
  return (
    <section aria-labelledby="sans-personne">
      <SectionHeading
        id="sans-personne"
        title="Sections sans personne en charge"
        note={`${frenchNumber(emptySections)} sur ${frenchNumber(sections)}`}
      />
      <List>
        {federations.map(({ scope, name, empty, sections: all, hasAdmin }) => (
          <ListRow
            key={scope}
            href={paths.console(scope)}
            title={name}
            text={
              <>
                {empty === 0 ? "Toutes ont quelqu’un" : `${counted(empty, "section")} sur ${all} sans personne`}
                {!hasAdmin && " · la fédération non plus"}
              </>
            }
          />
        ))}
      </List>
    </section>
  );
}

/** Suspensions, the latest first. */
export function SuspensionsPart({ part, now }: { part: PartOf<"suspensions">; now: Date }) {
  const { suspensions, own } = part;
  if (suspensions.length === 0)
    return <EmptyState title={own ? "Tu n’as suspendu personne" : "Personne n’a été suspendu"} />;
  return (
    <section aria-labelledby="suspensions">
      <SectionHeading id="suspensions" title={own ? "Celles que tu as décidées" : "Suspensions récentes"} />
      <List>
        {suspensions.map(({ id, memberId, name, section, reason, beginsAt, endsAt, liftedAt, by, current }) => (
          <ListRow
            key={id}
            href={paths.managedMember(memberId)}
            title={`${name}, ${section}`}
            text={
              <>
                {by ? `Par ${by}` : "Par l’administration"}, <RelativeTime date={beginsAt} now={now} />
                {endsAt ? `, jusqu’au ${fullDay(endsAt)}` : ", sans date de fin"}
              </>
            }
          >
            <p className="mt-1 text-ink-2 wrap-anywhere">{reason}</p>
            <Badge tone={current ? "contre" : "neutral"} className="mt-1.5">
              {current ? "En cours" : liftedAt ? "Levée" : "Terminée"}
            </Badge>
          </ListRow>
        ))}
      </List>
    </section>
  );
}

/** Who read whose contact data, and why. */
export function ConsultationsPart({ part: { views }, now }: { part: PartOf<"consultations">; now: Date }) {
  if (views.length === 0) return <EmptyState title="Personne n’a lu de coordonnées" />;
  return (
    <section aria-labelledby="consultations">
      <SectionHeading id="consultations" title="Coordonnées lues" note="Chaque lecture est notée avec sa raison." />
      <List>
        {views.map(({ id, memberId, name, viewer, purpose, at }) => (
          <ListRow
            key={id}
            href={paths.managedMember(memberId)}
            title={name}
            text={
              <>
                {viewer ? `Par ${viewer}` : "Par une personne qui n’est plus là"}, <RelativeTime date={at} now={now} />
              </>
            }
          >
            <p className="mt-1 text-ink-2 wrap-anywhere">{purpose}</p>
          </ListRow>
        ))}
      </List>
    </section>
  );
}
