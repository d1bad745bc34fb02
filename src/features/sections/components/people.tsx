import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Person } from "@/ui/person.tsx";
import { capital, type MemberCount, memberWords } from "../section.rules.ts";
import type { PeopleView } from "../section.views.ts";

/** Members of a section whose card the reader may see, a page at a time. */
export function People({
  people,
  members,
  isMine,
  href,
}: {
  people: PeopleView;
  members: MemberCount;
  isMine: boolean;
  href: string;
}) {
  const { cards, first, after, paused } = people;
  if (paused)
    return (
      <Card>
        <p>
          Tu as tourné beaucoup de pages. Pour que personne ne recopie l’annuaire, leur nombre est limité : reprends
          plus tard.
        </p>
      </Card>
    );
  if (cards.length === 0)
    return (
      <Card>
        <p>
          {members.count === 0
            ? "Personne d’ici n’est encore sur La Coopol."
            : isMine
              ? "Tu ne vois encore personne d’autre ici. Invite quelqu’un de ton quartier !"
              : `${capital(memberWords(members))} ici, que tu ne peux pas encore voir : chaque personne choisit qui la voit.`}
        </p>
      </Card>
    );
  return (
    <>
      <ul className="grid gap-x-5 gap-y-1 rounded-card border border-line bg-card px-4 py-2.5 sm:grid-cols-2 sm:px-5 lg:grid-cols-3">
        {cards.map(({ id, name, section, href: profile, photo }) => (
          <li key={id} className="py-2">
            <Person person={{ name, place: section, photo, href: profile }} />
          </li>
        ))}
      </ul>
      {(after || !first) && (
        <nav aria-label="Pages des membres" className="mt-5 flex flex-wrap justify-center gap-2.5">
          {!first && (
            <ButtonLink href={`${href}#membres`} variant="quiet" icon="back">
              Revenir au début
            </ButtonLink>
          )}
          {after && (
            <ButtonLink href={`${href}?apres=${after}#membres`} variant="secondary" trailingIcon="arrow">
              Suivants
            </ButtonLink>
          )}
        </nav>
      )}
    </>
  );
}
