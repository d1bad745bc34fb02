import { ofPerson } from "@/core/french-places.ts";
import { organisation } from "@/core/organisation.ts";
import { paths } from "@/core/paths.ts";
import { ActForm } from "@/ui/act-form.tsx";
import { ButtonLink } from "@/ui/button.tsx";
import { EmptyPeople } from "@/ui/illustrations.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { followInvitationAction, opposeInvitationsAction } from "../coopain.actions.ts";
import type { InvitationView } from "../coopain.views.ts";

/** What the bearer of an invitation reads: who, from where, and the one thing to do. */
export function InvitationPage({ invitation }: { invitation: InvitationView }) {
  const { token, inviter, section, member } = invitation;
  return (
    <div className="mx-auto max-w-xl">
      <div className="mb-6 w-36">
        <EmptyPeople />
      </div>
      <PageHeader
        eyebrow={section}
        title={member?.own ? "C’est ton invitation" : `${inviter} t’invite`}
        lede={
          member?.own
            ? "Voici ce que lisent celles et ceux à qui tu donnes ton lien : ton prénom, ta section, et un bouton pour te rejoindre."
            : `${organisation.name}, c’est le réseau de celles et ceux qui militent ensemble : on y débat en direct, on s’y retrouve par section, on y prépare la suite.`
        }
      />
      {member ? (
        <ForMember member={member} inviter={inviter} />
      ) : (
        <div className="grid gap-4">
          <ActForm stretched action={followInvitationAction} fields={{ token }} size="large">
            Rejoindre {inviter}
          </ActForm>
          <p className="text-note text-ink-3">
            L’inscription prend une minute. {inviter} saura que tu es là grâce à cette invitation, et pourra devenir ton
            coopain si tu l’acceptes.
          </p>
        </div>
      )}
    </div>
  );
}

function ForMember({ member, inviter }: { member: NonNullable<InvitationView["member"]>; inviter: string }) {
  if (member.own) return <ButtonLink href={paths.invite}>Revenir à mes invitations</ButtonLink>;
  return (
    <div className="grid gap-4">
      <p>
        Tu fais déjà partie de {organisation.name}.
        {!member.profile && ` Le profil de cette personne ne t’est pas ouvert ; elle peut te demander, elle.`}
      </p>
      <div className="flex flex-wrap gap-2">
        {member.profile ? (
          <ButtonLink href={member.profile}>Voir le profil {ofPerson(inviter)}</ButtonLink>
        ) : (
          <ButtonLink href={paths.coopains}>Mes coopains</ButtonLink>
        )}
      </div>
    </div>
  );
}

/** Where somebody who was written to asks for silence, for good. */
export function OppositionPage({
  opposition: { token, opposed },
}: {
  opposition: { token: string; opposed: boolean };
}) {
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader
        title={opposed ? "C’est noté" : "Ne plus jamais être invité·e"}
        lede={
          opposed
            ? "Cette adresse ne recevra plus jamais d’invitation, de qui que ce soit. Nous ne gardons pas l’adresse elle-même, seulement de quoi la reconnaître."
            : "Quelqu’un a écrit ton adresse pour t’inviter. Un bouton, et cette adresse n’en recevra plus jamais, de personne."
        }
      />
      {opposed ? (
        <ButtonLink href={paths.home} variant="secondary">
          Voir la page d’accueil
        </ButtonLink>
      ) : (
        <ActForm stretched action={opposeInvitationsAction} fields={{ token }} size="large">
          Ne plus recevoir d’invitation
        </ActForm>
      )}
    </div>
  );
}
