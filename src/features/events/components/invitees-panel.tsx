import { Avatar } from "@/ui/avatar.tsx";
import { Badge, type BadgeTone } from "@/ui/badge.tsx";
import { List, ListRow } from "@/ui/list.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import type { InviteesView, InviteeView } from "../invitee.queries.ts";
import { inviteMemberAction, uninviteMemberAction } from "../organiser.actions.ts";
import { PeopleActForm } from "./people-act-form.tsx";
import { type Asked, PersonPicker } from "./person-picker.tsx";

const answers: Record<NonNullable<InviteeView["answer"]>, { words: string; tone: BadgeTone }> = {
  in: { words: "vient", tone: "ok" },
  waiting: { words: "en liste d’attente", tone: "amber" },
  maybe: { words: "peut-être", tone: "neutral" },
  no: { words: "ne vient pas", tone: "neutral" },
};

/** Who was invited, one by one, and what each said. */
export function InviteesPanel({ view: { event, invitees }, asked }: { view: InviteesView; asked: Asked | null }) {
  return (
    <section aria-labelledby="inviter" className="scroll-mt-20">
      <SectionHeading
        id="inviter"
        title="Invitations"
        note={event.audience === "invited" ? "Elles seules voient l’événement" : "Un e-mail chacune, un seul"}
      />
      <div className="grid gap-5">
        {invitees.length > 0 && (
          <List>
            {invitees.map(({ id, name, section, photo, answer }) => (
              <ListRow
                key={id}
                lead={<Avatar name={name} photo={photo} />}
                title={name}
                text={`Section ${section}`}
                end={
                  <>
                    {answer && <Badge tone={answers[answer].tone}>{answers[answer].words}</Badge>}
                    {answer === null && (
                      <PeopleActForm
                        action={uninviteMemberAction}
                        fields={{ eventId: event.id, memberId: id }}
                        said={`${name} n’est plus sur la liste.`}
                        variant="quiet"
                        aria-label={`Retirer l’invitation de ${name}`}
                      >
                        Retirer
                      </PeopleActForm>
                    )}
                  </>
                }
              />
            ))}
          </List>
        )}
        {event.seriesId && event.ahead && invitees.some(({ answer }) => answer === null) && (
          <p className="text-note text-ink-3">Retirer une invitation vaut aussi pour les dates suivantes.</p>
        )}
        {event.stage !== "published" ? (
          <p className="text-ink-2">Une fois l’événement publié, tu pourras inviter des membres un par un.</p>
        ) : (
          event.ahead && (
            <PersonPicker
              eventId={event.id}
              pour="inviter"
              asked={asked}
              label="Inviter quelqu’un"
              hint="Par son nom, parmi les membres que tu vois."
              nobody="Personne de ce nom parmi les membres que tu vois."
              action={inviteMemberAction}
              verb="Inviter"
              said="C’est envoyé : elle ou il reçoit un e-mail."
            />
          )
        )}
      </div>
    </section>
  );
}
