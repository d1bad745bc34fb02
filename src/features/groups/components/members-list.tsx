import type { ReactNode } from "react";
import { counted } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { Badge } from "@/ui/badge.tsx";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { EmptyPeople } from "@/ui/illustrations.tsx";
import { Person } from "@/ui/person.tsx";
import { type GroupRole, roleWords } from "../group.rules.ts";
import type { GroupView } from "../group.views.ts";
import type { GroupMembersView } from "../group-members.queries.ts";
import { MemberActs } from "./member-acts.tsx";
import { MemberFilter } from "./member-filter.tsx";

type Props = {
  group: GroupView;
  view: GroupMembersView;
  /** Who reads; null for a visitor. */
  me: string | null;
  /** Above the list: requests that wait, invitations, links. */
  entrance?: ReactNode;
};

/** Who is in a group, and who does what in it. */
export function MembersList({ group, view, me, entrance }: Props) {
  const here = paths.groupMembers(group);
  if (view.tooMany)
    return (
      <div className="grid gap-8">
        {entrance}
        <EmptyState
          illustration={<EmptyPeople />}
          title="Beaucoup de monde ici"
          action={<ButtonLink href={paths.directory}>Ouvrir l’annuaire</ButtonLink>}
        >
          Ce groupe réunit toutes les personnes de {group.place.href ? "la fédération" : "La Coopol"} : l’annuaire aide
          à en retrouver une. Qui le tient est dit sur « À propos ».
        </EmptyState>
      </div>
    );
  return (
    <div className="grid gap-8">
      {entrance}
      <section aria-labelledby="membres" className="grid gap-4">
        <h2 id="membres" className="sr-only">
          Membres du groupe
        </h2>
        <MemberFilter q={view.q} />
        {view.members.length === 0 ? (
          <Nobody view={view} group={group} />
        ) : (
          <ul className="divide-y divide-line rounded-card border border-line bg-card">
            {view.members.map((member) => (
              <li key={member.id} className="px-4 py-3 sm:px-5">
                <Person
                  person={{ ...member, place: `Section ${member.section}` }}
                  note={member.role === "member" ? undefined : <RoleBadge role={member.role} />}
                >
                  {me !== null && member.href && member.id !== me && (
                    <ButtonLink
                      href={paths.writeTo(member)}
                      variant="quiet"
                      size="compact"
                      icon="mail"
                      aria-label={`Écrire à ${member.name}`}
                    >
                      Écrire
                    </ButtonLink>
                  )}
                  <MemberActs groupId={group.id} member={member} />
                </Person>
              </li>
            ))}
          </ul>
        )}
        <Beside view={view} />
        {(view.next || !view.first) && (
          <nav aria-label="Pages" className="flex flex-wrap justify-center gap-2.5">
            {!view.first && (
              <ButtonLink href={hrefOf(here, view.q)} variant="quiet" icon="back">
                Revenir au début
              </ButtonLink>
            )}
            {view.next && (
              <ButtonLink href={hrefOf(here, view.q, view.next)} variant="secondary" trailingIcon="arrow">
                Suivants
              </ButtonLink>
            )}
          </nav>
        )}
      </section>
    </div>
  );
}

function hrefOf(here: string, q: string | null, apres?: string): string {
  const search = new URLSearchParams({ ...(q && { q }), ...(apres && { apres }) }).toString();
  return search ? `${here}?${search}` : here;
}

function RoleBadge({ role }: { role: GroupRole }) {
  const words = roleWords[role];
  return (
    <Badge tone={role === "lead" ? "rose" : "neutral"}>
      {words.charAt(0).toLocaleUpperCase("fr") + words.slice(1)}
    </Badge>
  );
}

/** Those who are not shown, and those who only follow: numbers. */
function Beside({ view: { others, followers, q } }: { view: GroupMembersView }) {
  const parts = [
    others ? `${counted(others, "autre personne", "autres personnes")} que tu ne vois pas ici` : null,
    followers > 0 && q === null ? `${counted(followers, "personne suit", "personnes suivent")} le groupe` : null,
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return (
    <Card>
      <p className="text-note text-ink-2">{parts.join(" · ")}. Chacun·e choisit qui la voit.</p>
    </Card>
  );
}

function Nobody({ view, group }: Pick<Props, "view" | "group">) {
  if (view.q !== null)
    return (
      <p className="rounded-card border border-dashed border-line-strong px-4 py-6 text-center text-ink-2">
        Personne de ce nom ici, que tu voies.
      </p>
    );
  return (
    <EmptyState
      illustration={<EmptyPeople />}
      title={group.kind === "place" ? "Tu ne vois encore personne d’ici" : "Encore personne que tu voies"}
    >
      Les cartes des membres se montrent à qui elles veulent : fais-toi des coopains, et la liste se remplit.
    </EmptyState>
  );
}
