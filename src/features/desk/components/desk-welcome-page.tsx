import { relativeTime } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { freeWords, paceWords, reachWords, willingWords } from "@/features/profiles/index.ts";
import { ActForm } from "@/ui/act-form.tsx";
import { BackLink } from "@/ui/back-link.tsx";
import { Badge } from "@/ui/badge.tsx";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Person } from "@/ui/person.tsx";
import { finishWelcomeAction } from "../desk.actions.ts";
import { firstNameOf, silenceWords } from "../desk.rules.ts";
import type { NewcomerView, WelcomeView } from "../desk.views.ts";
import { NameSearch } from "./desk-parts.tsx";
import { AssignForm, WriteWelcomeForm } from "./desk-welcome-forms.tsx";

/** A newcomer, for who welcomes her: a word, who looks after her, and when it is done. */
export function WelcomePage({ page, now, formKey }: { page: WelcomeView; now: Date; formKey: string }) {
  const { newcomer, draft, deskHref, candidates, isMinor, me, searched } = page;
  const first = firstNameOf(newcomer.name);
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={deskHref ?? paths.memberHome}>{deskHref ? `Section ${newcomer.section}` : "Accueil"}</BackLink>
      <PageHeader title={`Accueillir ${newcomer.name}`} className="mb-5!" />
      <div className="grid gap-5">
        <Newcomer newcomer={newcomer} me={me} now={now} />
        {isMinor && (
          <Notice title={`${first} a moins de 18 ans.`}>
            Son accueil revient à la personne responsable de la section, et à elle seule.
          </Notice>
        )}
        <Card>
          <h2 className="mb-3 text-heading">Un mot</h2>
          <WriteWelcomeForm memberId={newcomer.id} name={first} draft={draft} formKey={formKey} />
        </Card>
        {candidates && (
          <Card>
            <h2 className="mb-3 text-heading">Son accueil</h2>
            {(candidates.length >= 100 || searched) && (
              <NameSearch
                action={paths.welcome(newcomer.id)}
                name="qui"
                label="Chercher dans la section"
                searched={searched}
              />
            )}
            <AssignForm
              memberId={newcomer.id}
              current={newcomer.pointPerson?.id ?? null}
              candidates={candidates}
              me={me}
            />
          </Card>
        )}
        <Card className="grid gap-3">
          <h2 className="text-heading">C’est fait ?</h2>
          <p className="text-ink-2">
            Vous vous êtes parlé, ou rencontré·e·s : {first} quitte la liste des personnes à accueillir.
          </p>
          <ActForm
            action={finishWelcomeAction}
            said="Merci ! L’accueil est terminé"
            fields={{ memberId: newcomer.id }}
            size="regular"
            icon="check"
            variant="secondary"
          >
            {first} a été accueilli·e
          </ActForm>
        </Card>
      </div>
    </div>
  );
}

function Newcomer({ newcomer, me, now }: { newcomer: NewcomerView; me: string; now: Date }) {
  const { name, section, photo, href, joinedAt, pointPerson, offer } = newcomer;
  return (
    <Card className="grid gap-4">
      <Person
        person={{ name, href, photo, place: `Section ${section} · arrivé·e ${relativeTime(joinedAt, now)}` }}
        note={
          <>
            <span className="inline-block first-letter:uppercase">{silenceWords(newcomer, now)}</span>
            {pointPerson && ` · ${pointPerson.id === me ? "tu t’en occupes" : `${pointPerson.name} s’en occupe`}`}
          </>
        }
      >
        {href && (
          <ButtonLink href={href} variant="secondary" size="compact">
            Voir son profil
          </ButtonLink>
        )}
      </Person>
      {offer && (
        <dl className="grid gap-2.5 border-t border-line pt-4">
          <OfferLine term="Partant·e pour" values={offer.willing.map((key) => willingWords[key])} />
          <OfferLine term="Quand" values={offer.free.map((key) => freeWords[key])} />
          <OfferLine term="Jusqu’où" values={offer.reachKm === null ? [] : [reachWords[offer.reachKm]]} />
          <OfferLine term="Combien de temps" values={offer.pace ? [paceWords[offer.pace]] : []} />
        </dl>
      )}
    </Card>
  );
}

function OfferLine({ term, values }: { term: string; values: readonly string[] }) {
  if (values.length === 0) return null;
  return (
    <div className="grid gap-1.5 sm:grid-cols-[10rem_1fr]">
      <dt className="text-note text-ink-3">{term}</dt>
      <dd className="flex flex-wrap gap-1.5">
        {values.map((value) => (
          <Badge key={value} className="whitespace-normal!">
            {value}
          </Badge>
        ))}
      </dd>
    </div>
  );
}
