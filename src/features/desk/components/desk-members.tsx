import { dayAndMonth } from "@/core/french-dates.ts";
import { Badge } from "@/ui/badge.tsx";
import { ButtonLink } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { EmptyPeople } from "@/ui/illustrations.tsx";
import { List } from "@/ui/list.tsx";
import { Person } from "@/ui/person.tsx";
import type { MemberLine, Page } from "../desk.views.ts";
import { DeskPages, NameSearch } from "./desk-parts.tsx";

const standings = { adherent: "Adhérent·e", declared: "Adhésion à vérifier", sympathiser: "Sympathisant·e" };

/** The members of a desk, the latest first, found by a piece of their name. */
export function DeskMembers({
  page,
  base,
  searched,
  withSection = false,
  now,
}: {
  page: Page<MemberLine>;
  base: string;
  searched: string;
  withSection?: boolean;
  now: Date;
}) {
  return (
    <>
      <NameSearch action={`${base}#membres`} name="nom" label="Chercher par le nom" searched={searched} />
      {page.rows.length === 0 ? (
        <Nobody base={base} searched={searched} />
      ) : (
        <List>
          {page.rows.map((row) => (
            <li key={row.id} className="px-4 py-3.5 sm:px-5">
              <Person
                person={{
                  ...row,
                  place: `${withSection ? `Section ${row.section} · ` : ""}membre depuis le ${dayAndMonth(row.joinedAt, now)}`,
                }}
                note={
                  <span className="flex flex-wrap items-center gap-1.5">
                    <Badge
                      tone={row.standing === "adherent" ? "ok" : row.standing === "declared" ? "amber" : "neutral"}
                    >
                      {standings[row.standing]}
                    </Badge>
                    {row.suspended && <Badge tone="contre">Compte suspendu</Badge>}
                    {row.mandates.map((mandate) => (
                      <Badge key={mandate} className="whitespace-normal!">
                        {mandate}
                      </Badge>
                    ))}
                  </span>
                }
              >
                {row.manageHref && (
                  <ButtonLink href={row.manageHref} variant="quiet" size="compact" aria-label={`Gérer ${row.name}`}>
                    Gérer
                  </ButtonLink>
                )}
              </Person>
            </li>
          ))}
        </List>
      )}
      <DeskPages
        label="Pages des membres"
        base={base}
        param="membres"
        anchor="membres"
        page={page}
        keep={searched ? { nom: searched } : {}}
      />
    </>
  );
}

function Nobody({ base, searched }: { base: string; searched: string }) {
  return (
    <EmptyState
      illustration={<EmptyPeople />}
      title={searched ? "Personne de ce nom ici" : "Personne pour l’instant"}
      {...(searched && {
        action: (
          <ButtonLink href={`${base}#membres`} variant="secondary">
            Voir tout le monde
          </ButtonLink>
        ),
      })}
    >
      {searched
        ? "Essaie avec un morceau du nom, sans te soucier des accents."
        : "Qui s’inscrit avec une commune de la section apparaît ici."}
    </EmptyState>
  );
}
