import { Avatar } from "@/ui/avatar.tsx";
import { List, ListRow } from "@/ui/list.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import type { ContactView } from "../contact.queries.ts";
import { nameContactAction, withdrawContactAction } from "../organiser.actions.ts";
import { AnswerContactForm } from "./answer-contact-form.tsx";
import { PeopleActForm } from "./people-act-form.tsx";
import { type Asked, PersonPicker } from "./person-picker.tsx";

/** Whom participants may call: those who run the event name her, she gives her number. */
export function ContactPanel({ contact, me, asked }: { contact: ContactView; me: string | null; asked: Asked | null }) {
  const { eventId, person, given, mine, can } = contact;
  return (
    <section aria-labelledby="contact" className="scroll-mt-20">
      <SectionHeading id="contact" title="La personne à appeler" note="Son numéro n’est montré qu’aux inscrit·es" />
      <div className="grid gap-5">
        {person && (
          <List>
            <ListRow
              lead={<Avatar name={person.name} photo={person.photo} />}
              title={mine ? `${person.name} (toi)` : person.name}
              text={
                given ? "A donné son numéro" : mine ? "Donne ton numéro ci-dessous" : "N’a pas encore donné son numéro"
              }
              end={
                can.withdraw && (
                  <PeopleActForm
                    action={withdrawContactAction}
                    fields={{ eventId }}
                    said="C’est fait : il n’y a plus de personne à appeler."
                    variant="quiet"
                    aria-label={mine ? "Ne plus être la personne à appeler" : `Ne plus faire appeler ${person.name}`}
                  >
                    Retirer
                  </PeopleActForm>
                )
              }
            />
          </List>
        )}
        {mine && can.answer && !given && <AnswerContactForm contact={contact} />}
        {!person && me && can.name && (
          <PeopleActForm
            action={nameContactAction}
            fields={{ eventId, memberId: me }}
            said="C’est toi : donne maintenant ton numéro."
          >
            Ce sera moi
          </PeopleActForm>
        )}
        {can.name && (
          <PersonPicker
            eventId={eventId}
            pour="contact"
            asked={asked}
            label={person ? "Proposer une autre personne" : "Proposer quelqu’un"}
            hint="Elle reçoit un e-mail, et donne elle-même son numéro si elle est d’accord."
            nobody="Personne de ce nom parmi celles et ceux que tu vois et qui peuvent venir."
            action={nameContactAction}
            verb="Proposer"
            said="C’est demandé : elle ou il reçoit un e-mail."
          />
        )}
      </div>
    </section>
  );
}
