import { relativeTime } from "@/core/french-dates.ts";
import { ofPerson } from "@/core/french-places.ts";
import { ActForm } from "@/ui/act-form.tsx";
import { Badge } from "@/ui/badge.tsx";
import { List } from "@/ui/list.tsx";
import { Person } from "@/ui/person.tsx";
import { proposeAdherentAction, verifyAdherentAction } from "../desk.actions.ts";
import type { DeclaredView, Page } from "../desk.views.ts";
import { DeclineForm } from "./desk-answer-forms.tsx";
import { DeskPages, NothingWaits } from "./desk-parts.tsx";

/** Those who said at sign-up that they are adherents: the leader says whom she knows, the federation decides. */
export function DeskDeclared({
  page,
  base,
  withSection = false,
  now,
}: {
  page: Page<DeclaredView>;
  base: string;
  withSection?: boolean;
  now: Date;
}) {
  if (page.rows.length === 0) return <NothingWaits>Aucune adhésion n’attend. Tout est à jour.</NothingWaits>;
  return (
    <>
      <List>
        {page.rows.map((row) => (
          <li key={row.id} className="grid gap-3 px-4 py-4 sm:px-5">
            <Person
              person={{
                ...row,
                place: `${withSection ? `Section ${row.section} · ` : ""}se dit adhérent·e · inscrit·e ${relativeTime(row.joinedAt, now)}`,
              }}
              note={row.proposed && <Proposed proposed={row.proposed} now={now} />}
            />
            <Acts row={row} />
          </li>
        ))}
      </List>
      <DeskPages label="Pages des adhésions" base={base} param="adherents" anchor="adhesions" page={page} />
    </>
  );
}

function Proposed({ proposed, now }: { proposed: NonNullable<DeclaredView["proposed"]>; now: Date }) {
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Badge tone="ok">Connu·e de la section</Badge>
      <span>
        {proposed.by ? `dit par ${proposed.by}` : "dit par sa section"} {relativeTime(proposed.at, now)}
      </span>
    </span>
  );
}

function Acts({ row: { id, name, can } }: { row: DeclaredView }) {
  if (!can.propose && !can.decide) return null;
  return (
    <div className="flex flex-wrap items-start gap-2">
      {can.decide && (
        <>
          <ActForm
            size="compact"
            action={verifyAdherentAction}
            said={`L’adhésion ${ofPerson(name)} est confirmée`}
            fields={{ memberId: id }}
            icon="check"
            aria-label={`Confirmer l’adhésion ${ofPerson(name)}`}
          >
            Confirmer
          </ActForm>
          <DeclineForm member={{ id, name }} />
        </>
      )}
      {can.propose && (
        <ActForm
          size="compact"
          action={proposeAdherentAction}
          said="C’est noté, la fédération le verra"
          fields={{ memberId: id }}
          variant="secondary"
          icon="check"
          aria-label={`Oui, je sais qui c’est : ${name}`}
        >
          Oui, je sais qui c’est
        </ActForm>
      )}
    </div>
  );
}
