import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Person } from "@/ui/person.tsx";
import type { ContactView } from "../contact.queries.ts";
import { withdrawContactAction } from "../organiser.actions.ts";
import { AnswerContactForm } from "./answer-contact-form.tsx";
import { PeopleActForm } from "./people-act-form.tsx";
import { ReadContactForm } from "./read-contact-form.tsx";

/** On an event's page: whom to call, for who comes; the question, for who was named. Nothing where nobody is. */
export function ContactCard({ contact }: { contact: ContactView | null }) {
  if (!contact) return null;
  const { eventId, person, phone, given, mine, can } = contact;
  if (!given && !(mine && can.answer)) return null;
  return (
    <Card as="section" aria-labelledby="contact" className="grid scroll-mt-20 gap-4">
      <h2 id="contact" className="text-lg font-[700]">
        {mine && !given ? "Peut-on t’appeler ?" : "Qui appeler"}
      </h2>
      {person && !(mine && !given) && (
        <Person
          person={{
            name: mine ? `${person.name} (toi)` : person.name,
            place: `Section ${person.section}`,
            photo: person.photo,
            href: person.href,
          }}
        >
          {person.href && !mine && (
            <ButtonLink
              href={paths.writeTo(person)}
              variant="secondary"
              size="compact"
              icon="mail"
              aria-label={`Écrire à ${person.name}`}
            >
              Écrire
            </ButtonLink>
          )}
        </Person>
      )}
      {phone && (
        <a
          href={phone.href}
          className="inline-flex min-h-11 items-center font-display text-xl font-[720] tabular-nums text-rose-strong no-underline hover:underline"
        >
          {phone.words}
        </a>
      )}
      {given && !phone && !can.read && (
        <p className="text-ink-2">
          Une fois ton inscription prise, tu verras ici le nom et le numéro de la personne à appeler.
        </p>
      )}
      {can.read && <ReadContactForm eventId={eventId} />}
      {mine && !given && can.answer && (
        <>
          <p className="text-ink-2">
            On te propose d’être la personne à appeler pour cet événement. Rien n’est montré sans ton accord.
          </p>
          <AnswerContactForm contact={contact} />
        </>
      )}
      {mine && can.withdraw && (
        <PeopleActForm
          action={withdrawContactAction}
          fields={{ eventId }}
          said="C’est fait : ton numéro n’est plus montré à personne."
          variant="quiet"
        >
          {given ? "Retirer mon numéro" : "Non merci"}
        </PeopleActForm>
      )}
    </Card>
  );
}
