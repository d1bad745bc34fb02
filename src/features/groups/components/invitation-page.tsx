import { paths } from "@/core/paths.ts";
import { BackLink } from "@/ui/back-link.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Person } from "@/ui/person.tsx";
import { RelativeTime } from "@/ui/relative-time.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import { withdrawInvitationAction } from "../invitation.actions.ts";
import type { GroupInvitePageView, SentInvitationView } from "../invitation.views.ts";
import { GroupActForm } from "./group-act-form.tsx";
import { InvitationPeople } from "./invitation-people.tsx";
import { LinkPanel } from "./link-panel.tsx";

/** Where members of a group bring people: their coopains, those whom they look for, and a link for many. */
export function GroupInvitePage({ page, now }: { page: GroupInvitePageView; now: Date }) {
  const { group, keeps, sent, links, origin } = page;
  return (
    <div className="mx-auto max-w-3xl">
      <BackLink href={paths.group(group)}>{group.name}</BackLink>
      <PageHeader
        title="Inviter"
        lede={
          keeps
            ? "Tes coopains, les membres que tu cherches par leur nom, ou un lien pour celles et ceux que tu croises."
            : "Tes coopains reçoivent un e-mail, un seul, et répondent quand ils veulent."
        }
      />
      <div className="grid gap-11">
        <InvitationPeople page={page} />
        {sent.length > 0 && <Sent sent={sent} now={now} />}
        {keeps && <LinkPanel groupId={group.id} links={links} origin={origin} now={now} />}
      </div>
    </div>
  );
}

function Sent({ sent, now }: { sent: readonly SentInvitationView[]; now: Date }) {
  return (
    <section aria-labelledby="invitations-envoyees">
      <SectionHeading id="invitations-envoyees" title="En attente d’une réponse" />
      <ul className="divide-y divide-line rounded-card border border-line bg-card">
        {sent.map(({ id, person, at, by }) => (
          <li key={id} className="px-4 py-4 sm:px-5">
            <Person
              person={{ name: person.name, place: `Section ${person.section}`, photo: person.photo, href: person.href }}
              note={
                <>
                  Invité·e <RelativeTime date={at} now={now} />
                  {by && ` par ${by}`}
                </>
              }
            >
              <GroupActForm
                action={withdrawInvitationAction}
                fields={{ invitationId: id }}
                said="Invitation retirée"
                variant="quiet"
                size="compact"
                aria-label={`Retirer l’invitation de ${person.name}`}
              >
                Retirer
              </GroupActForm>
            </Person>
          </li>
        ))}
      </ul>
    </section>
  );
}
