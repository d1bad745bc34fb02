import { Avatar } from "@/ui/avatar.tsx";
import { List, ListRow } from "@/ui/list.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import { addOrganiserAction, removeOrganiserAction } from "../organiser.actions.ts";
import type { OrganisersView } from "../organiser.queries.ts";
import { PeopleActForm } from "./people-act-form.tsx";
import { type Asked, PersonPicker } from "./person-picker.tsx";

/** Who prepares an event: those who do, and how to ask one more. */
export function OrganisersPanel({
  view: { event, organisers },
  me,
  asked,
}: {
  view: OrganisersView;
  me: string | null;
  asked: Asked | null;
}) {
  const inSeries = event.seriesId !== null;
  return (
    <section aria-labelledby="organiser" className="scroll-mt-20">
      <SectionHeading
        id="organiser"
        title="Qui organise"
        note="Elles et ils voient qui vient, et peuvent tout modifier"
      />
      <div className="grid gap-5">
        {organisers.length === 0 ? (
          <p className="text-ink-2">Personne en particulier : les responsables du territoire s’en occupent.</p>
        ) : (
          <List>
            {organisers.map(({ id, name, section, photo }) => (
              <ListRow
                key={id}
                lead={<Avatar name={name} photo={photo} />}
                title={id === me ? `${name} (toi)` : name}
                text={`Section ${section}`}
                end={
                  (organisers.length > 1 || event.staffs) && (
                    <PeopleActForm
                      action={removeOrganiserAction}
                      fields={{ eventId: event.id, memberId: id, ...(inSeries && id === me && { alsoNext: "oui" }) }}
                      said={id === me ? "Tu n’organises plus cet événement." : `${name} n’organise plus cet événement.`}
                      variant="quiet"
                      aria-label={id === me ? "Quitter l’organisation" : `Retirer ${name}`}
                    >
                      {id === me ? "Quitter" : "Retirer"}
                    </PeopleActForm>
                  )
                }
              />
            ))}
          </List>
        )}
        {event.ahead && (
          <PersonPicker
            eventId={event.id}
            pour="organiser"
            asked={asked}
            label="Ajouter une personne"
            hint="Par son nom : quelqu’un que tu vois, et qui peut venir."
            nobody="Personne de ce nom parmi celles et ceux que tu vois et qui peuvent venir."
            action={addOrganiserAction}
            verb="Ajouter"
            said="C’est fait : elle ou il reçoit un e-mail."
            alsoNext={inSeries}
          />
        )}
      </div>
    </section>
  );
}
