import { counted } from "@/core/french-dates.ts";
import { unbroken } from "@/core/french-typography.ts";
import { ActForm } from "@/ui/act-form.tsx";
import { Person } from "@/ui/person.tsx";
import { RelativeTime } from "@/ui/relative-time.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import { unblockMemberAction } from "../coopain.actions.ts";
import { firstName } from "../coopain.rules.ts";
import type { BlockedView, RequestView, SuggestionView } from "../coopain.views.ts";
import { AnswerForms, CancelForm } from "./coopain-actions.tsx";
import { RequestForm } from "./request-form.tsx";
import { Rows } from "./rows.tsx";
import { Unfold } from "./unfold.tsx";

const asPerson = ({ name, section, photo, href }: RequestView["person"]) => ({ name, place: section, photo, href });
const quoted = (words: string) => <p className="wrap-anywhere">« {unbroken(words)} »</p>;

/** Who asked, with her words, and the two answers. */
export function ReceivedPart({ requests, more, now }: { requests: readonly RequestView[]; more: number; now: Date }) {
  const count = requests.length + more;
  return (
    <section aria-labelledby="recues">
      <SectionHeading
        id="recues"
        title={count === 1 ? "Quelqu’un te demande" : `${count} personnes te demandent`}
        note="Un refus ne se dit pas : la personne n’en saura rien."
      />
      <Rows>
        {requests.map(({ id, person, words, at }) => (
          <li key={id}>
            <Person
              person={asPerson(person)}
              note={
                <>
                  <RelativeTime date={at} now={now} />
                  {words && quoted(words)}
                </>
              }
            >
              <AnswerForms requestId={id} name={person.name} />
            </Person>
          </li>
        ))}
      </Rows>
      {more > 0 && (
        <p className="mt-3 text-ink-2">
          Et {counted(more, "autre demande", "autres demandes")} ensuite : réponds à celles-ci d’abord.
        </p>
      )}
    </section>
  );
}

/** Whom one may want to know, and why. */
export function SuggestionsPart({ suggestions }: { suggestions: readonly SuggestionView[] }) {
  return (
    <section aria-labelledby="suggestions">
      <SectionHeading
        id="suggestions"
        title="Tu les connais peut-être"
        note="D’après ce que vous avez en commun, et rien d’autre."
      />
      <Rows>
        {suggestions.map(({ reasons, ...person }) => (
          <li key={person.id}>
            <Person person={asPerson(person)} note={sentence(reasons)}>
              <Unfold label="Demander" about={person.name} variant="secondary" compact>
                <RequestForm memberId={person.id} name={firstName(person.name)} />
              </Unfold>
            </Person>
          </li>
        ))}
      </Rows>
    </section>
  );
}

/** "3 coopains en commun · dans ta section", with a capital in front. */
function sentence(reasons: readonly string[]): string {
  const words = reasons.join(" · ");
  return words.charAt(0).toLocaleUpperCase("fr") + words.slice(1);
}

/** What one sent and nobody answered yet. */
export function SentPart({ requests, now }: { requests: readonly RequestView[]; now: Date }) {
  return (
    <section aria-labelledby="envoyees">
      <SectionHeading id="envoyees" title="Mes demandes" />
      <Rows>
        {requests.map(({ id, person, words, at }) => (
          <li key={id}>
            <Person
              person={asPerson(person)}
              note={
                <>
                  Envoyée <RelativeTime date={at} now={now} />
                  {words && quoted(words)}
                </>
              }
            >
              <CancelForm requestId={id} name={person.name} />
            </Person>
          </li>
        ))}
      </Rows>
    </section>
  );
}

/** Whom one blocked, and the way back. */
export function BlockedPart({ blocked, now }: { blocked: readonly BlockedView[]; now: Date }) {
  return (
    <section aria-labelledby="bloques">
      <SectionHeading id="bloques" title="Personnes bloquées" note="Toi seul·e lis cette liste." />
      <Rows>
        {blocked.map(({ id, name, at }) => (
          <li key={id} className="flex flex-wrap items-center gap-3">
            <div className="min-w-0 flex-1">
              <p className="font-[650] wrap-anywhere">{name}</p>
              <p className="text-note text-ink-3">
                Bloqué·e <RelativeTime date={at} now={now} />
              </p>
            </div>
            <ActForm
              stretched
              action={unblockMemberAction}
              said="Blocage levé"
              fields={{ memberId: id }}
              variant="secondary"
              size="compact"
              aria-label={`Ne plus bloquer ${name}`}
            >
              Ne plus bloquer
            </ActForm>
          </li>
        ))}
      </Rows>
    </section>
  );
}
