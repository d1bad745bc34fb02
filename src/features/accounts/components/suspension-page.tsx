import type { SuspendedMember } from "@/core/actor.ts";
import { fullMoment } from "@/core/french-dates.ts";
import { organisation } from "@/core/organisation.ts";
import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { signOutAction } from "../account.actions.ts";
import { OneButtonForm } from "./one-button-form.tsx";

/** What a suspended member reads: why, until when, how to contest it, how to leave. */
export function SuspensionPage({ member }: { member: SuspendedMember }) {
  const { reason, endsAt } = member.suspension;
  return (
    <div className="mx-auto max-w-md">
      <PageHeader
        title="Ton compte est suspendu"
        lede={endsAt ? `Jusqu’au ${fullMoment(endsAt)}.` : "Sans date de fin pour l’instant."}
      />
      <Card padding="roomy" className="grid gap-6">
        <div>
          <h2 className="mb-1.5 text-heading">Pourquoi</h2>
          <p className="text-ink-2">{reason}</p>
        </div>
        <div>
          <h2 className="mb-1.5 text-heading">Contester</h2>
          <p className="text-ink-2">
            Tu n’es pas d’accord ? Écris à{" "}
            <a
              href={`mailto:${organisation.moderationEmail}`}
              className="font-semibold break-words text-ink underline underline-offset-2"
            >
              {organisation.moderationEmail}
            </a>
            . Une autre personne que celle qui a décidé te répondra.
          </p>
        </div>
        <div className="flex flex-wrap gap-3 border-t border-line pt-5">
          <OneButtonForm action={signOutAction} variant="secondary" icon="signout">
            Me déconnecter
          </OneButtonForm>
          <ButtonLink href={paths.personalData} variant="secondary">
            Télécharger mes données
          </ButtonLink>
          <ButtonLink href={paths.accountErasure} variant="danger">
            Supprimer mon compte
          </ButtonLink>
        </div>
      </Card>
    </div>
  );
}
