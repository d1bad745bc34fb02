import Link from "next/link";
import { counted, fullDay } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { ActForm } from "@/ui/act-form.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { List } from "@/ui/list.tsx";
import { RelativeTime } from "@/ui/relative-time.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import type { NominationView, PartOf } from "../console.views.ts";
import { decideNominationAction } from "../mandate.actions.ts";
import { HandoverRow } from "./handover-panel.tsx";

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
