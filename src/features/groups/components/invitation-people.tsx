import { Button } from "@/ui/button.tsx";
import { Confirmed } from "@/ui/confirmed.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { EmptyPeople } from "@/ui/illustrations.tsx";
import { Person } from "@/ui/person.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import { TextField } from "@/ui/text-field.tsx";
import type { GroupInvitePageView } from "../invitation.views.ts";
import { InvitationForm } from "./invitation-form.tsx";

/** Whom one may invite: one's coopains, or by a name. A plain search form: it works without JavaScript. */
export function InvitationPeople({ page: { group, q, keeps, people } }: { page: GroupInvitePageView }) {
  return (
    <section aria-labelledby="qui-inviter">
      <SectionHeading id="qui-inviter" title={q ? "Qui inviter" : "Tes coopains"} />
      <form method="get" className="mb-4 flex items-end gap-2">
        <TextField
          name="q"
          type="search"
          label="Un nom"
          hint={keeps ? "Parmi tes coopains et les membres que tu vois." : "Parmi tes coopains."}
          autoComplete="off"
          maxLength={80}
          defaultValue={q}
          className="min-w-0 flex-1"
        />
        <Button type="submit" variant="secondary" className="min-h-12">
          Chercher
        </Button>
      </form>
      {people.length === 0 ? (
        <Nobody q={q} keeps={keeps} />
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line bg-card">
          {people.map(({ id, name, section, photo, href }) => (
            <li key={id} className="px-4 py-4 sm:px-5">
              <Person person={{ name, place: `Section ${section}`, photo, href }}>
                <Confirmed label="Inviter" variant="secondary" size="compact" className="open:basis-full">
                  <InvitationForm groupId={group.id} memberId={id} name={name} />
                </Confirmed>
              </Person>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Nobody({ q, keeps }: { q: string; keeps: boolean }) {
  return (
    <EmptyState illustration={<EmptyPeople />} title={q ? "Personne de ce nom" : "Tous tes coopains y sont"}>
      {q
        ? "Vérifie le nom. Qui est déjà du groupe, ou vient d’être invité·e, n’apparaît pas ici."
        : keeps
          ? "Cherche quelqu’un par son nom, ou fais un lien à partager."
          : "Quand tu auras d’autres coopains, tu pourras les inviter d’ici."}
    </EmptyState>
  );
}
