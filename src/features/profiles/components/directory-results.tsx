import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { EmptyPeople } from "@/ui/illustrations.tsx";
import { Person } from "@/ui/person.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import type { DirectoryView, FoundView } from "../directory.queries.ts";
import { bandWords, directoryHref } from "./directory-words.ts";

/** Whom the search found, or why it found nobody and what to do next. */
export function DirectoryResults({ view, section }: { view: DirectoryView; section: string }) {
  const { asked, people, place, otherPlaces, next, own } = view;
  const here = { ...asked, section: own ? undefined : place?.id };
  if (view.unknown) return null;
  return (
    <section aria-labelledby="resultats">
      {people.length > 0 || own ? (
        <SectionHeading id="resultats" title={own ? `Dans ta section, ${section}` : headingOf(view)} />
      ) : (
        <h2 id="resultats" className="sr-only">
          Résultats
        </h2>
      )}
      {asked.lieu && otherPlaces.length > 0 && (
        <p className="mb-4 text-ink-2">
          Ou bien :{" "}
          {otherPlaces.map((other, index) => (
            <span key={other.id}>
              {index > 0 && ", "}
              <a
                href={directoryHref({ ...asked, lieu: undefined, section: other.id, apres: undefined })}
                className="inline-block py-1 text-rose-strong underline underline-offset-2"
              >
                {other.name}
              </a>
            </span>
          ))}
        </p>
      )}
      {view.loose && people.length > 0 && (
        <p className="mb-4 text-ink-2">Personne ne porte exactement ce nom. Voici qui s’en approche.</p>
      )}
      {people.length === 0 ? (
        <Nobody view={view} />
      ) : (
        <ul className="grid gap-px overflow-hidden rounded-card border border-line bg-line lg:grid-cols-2">
          {people.map((person) => (
            <li key={person.id} className="bg-card px-4 py-3.5 last:odd:col-span-full sm:px-5">
              <Person person={{ ...person, place: `Section ${person.section}` }} note={noteOf(person)} />
            </li>
          ))}
        </ul>
      )}
      {view.many && !next && people.length > 0 && (
        <p className="mt-4 text-ink-2">Il y a plus de monde que cela : précise un nom ou un lieu.</p>
      )}
      {(next || asked.apres) && (
        <nav aria-label="Pages" className="mt-6 flex flex-wrap justify-center gap-2.5">
          {asked.apres && (
            <ButtonLink href={directoryHref({ ...here, apres: undefined })} variant="quiet" icon="back">
              Revenir au début
            </ButtonLink>
          )}
          {next && (
            <ButtonLink href={directoryHref({ ...here, apres: next })} variant="secondary" trailingIcon="arrow">
              Suivants
            </ButtonLink>
          )}
        </nav>
      )}
    </section>
  );
}

function headingOf({ asked, place, people, next }: DirectoryView): string {
  const where = place ? `, section ${place.name}` : "";
  if (next || asked.apres) return `Les personnes trouvées${where}`;
  return people.length === 1 ? `Une personne trouvée${where}` : `${people.length} personnes trouvées${where}`;
}

function noteOf({ band, labels }: FoundView): string | undefined {
  const parts = [band && bandWords[band], labels.length > 0 && labels.join(", ")].filter(Boolean);
  return parts.length > 0 ? parts.join(" · ") : undefined;
}

function Nobody({ view: { own, asked } }: { view: DirectoryView }) {
  if (own && !asked.apres)
    return (
      <EmptyState
        illustration={<EmptyPeople />}
        title="Personne de ta section ne se montre encore"
        action={<ButtonLink href={paths.invite}>Inviter quelqu’un</ButtonLink>}
      >
        Cherche un nom, ou les personnes près de chez toi. Et fais venir du monde : une section, ça se remplit.
      </EmptyState>
    );
  return (
    <EmptyState
      illustration={<EmptyPeople />}
      title="Personne ne répond à cette recherche"
      action={
        <>
          <ButtonLink href={directoryHref({ distance: 20 })}>Voir près de chez moi</ButtonLink>
          <ButtonLink href={paths.invite} variant="secondary">
            Inviter quelqu’un
          </ButtonLink>
        </>
      }
    >
      Beaucoup de membres ne se montrent qu’à leur section ou à leurs coopains. Essaie avec moins de mots, ou plus loin
      de chez toi.
    </EmptyState>
  );
}
