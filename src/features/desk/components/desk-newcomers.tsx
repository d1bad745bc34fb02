import { relativeTime } from "@/core/french-dates.ts";
import { ofPerson } from "@/core/french-places.ts";
import { paths } from "@/core/paths.ts";
import { freeWords, type Offer, willingWords } from "@/features/profiles/index.ts";
import { ActForm } from "@/ui/act-form.tsx";
import { Badge } from "@/ui/badge.tsx";
import { ButtonLink } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { EmptyPeople } from "@/ui/illustrations.tsx";
import { List } from "@/ui/list.tsx";
import { Person } from "@/ui/person.tsx";
import { assignPointPersonAction, markWelcomedAction } from "../desk.actions.ts";
import { isLeftAlone, silenceWords } from "../desk.rules.ts";
import type { NewcomerView, Page } from "../desk.views.ts";
import { DeskPages } from "./desk-parts.tsx";

const lower = (text: string) => (text[0] ?? "").toLocaleLowerCase("fr") + text.slice(1);

/** What she would do and when, on one line. */
export function offerLine({ willing, free }: Offer): string {
  const what = willing.map((key) => lower(willingWords[key])).join(", ");
  const when = free.map((key) => lower(freeWords[key])).join(", ");
  return when ? `Partant·e pour : ${what} · ${when}` : `Partant·e pour : ${what}`;
}

/** The newcomers who wait, the one left alone longest first. */
export function DeskNewcomers({
  page,
  base,
  me,
  now,
}: {
  page: Page<NewcomerView>;
  base: string;
  me: string;
  now: Date;
}) {
  if (page.rows.length === 0) {
    return (
      <EmptyState
        illustration={<EmptyPeople />}
        title={page.first ? "Tout le monde a été accueilli. Bravo !" : "Il n’y en a pas d’autres."}
        {...(page.first && {
          action: (
            <ButtonLink href={paths.invite} variant="secondary">
              Inviter quelqu’un
            </ButtonLink>
          ),
        })}
      >
        {page.first && "Qui rejoint la section apparaît ici, et tu reçois un e-mail."}
      </EmptyState>
    );
  }
  return (
    <>
      <List>
        {page.rows.map((newcomer) => (
          <Newcomer key={newcomer.id} newcomer={newcomer} me={me} now={now} />
        ))}
      </List>
      <DeskPages label="Pages des arrivées" base={base} param="nouveaux" anchor="accueil" page={page} />
    </>
  );
}

function Newcomer({ newcomer, me, now }: { newcomer: NewcomerView; me: string; now: Date }) {
  const { id, name, href, photo, joinedAt, pointPerson, offer } = newcomer;
  const silence = silenceWords(newcomer, now);
  return (
    <li className="px-4 py-4 sm:px-5">
      <Person
        person={{ name, href, photo, place: `arrivé·e ${relativeTime(joinedAt, now)}` }}
        note={
          <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            {isLeftAlone(newcomer, now) ? (
              <Badge tone="rose" className="whitespace-normal!">
                {silence}
              </Badge>
            ) : (
              <span>{silence}</span>
            )}
            {pointPerson && (
              <span>{pointPerson.id === me ? "tu t’en occupes" : `${pointPerson.name} s’en occupe`}</span>
            )}
          </span>
        }
      >
        <ButtonLink href={paths.welcome(id)} size="compact" icon="mail" aria-label={`Accueillir ${name}`}>
          Accueillir
        </ButtonLink>
        {!pointPerson && (
          <ActForm
            size="compact"
            action={assignPointPersonAction}
            said={`Noté : l’accueil ${ofPerson(name)} est pour toi`}
            fields={{ memberId: id, pointPersonId: me, insteadOf: "" }}
            variant="secondary"
            aria-label={`Je m’en occupe : ${name}`}
          >
            Je m’en occupe
          </ActForm>
        )}
        <ActForm
          size="compact"
          action={markWelcomedAction}
          said="Merci ! L’accueil est terminé"
          fields={{ memberId: id }}
          variant="quiet"
          icon="check"
          aria-label={`${name} : c’est fait`}
        >
          C’est fait
        </ActForm>
      </Person>
      {offer && <p className="mt-2 text-note text-ink-2 sm:pl-[4.375rem]">{offerLine(offer)}</p>}
    </li>
  );
}
