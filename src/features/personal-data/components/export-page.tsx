import type { ReactNode } from "react";
import { paths } from "@/core/paths.ts";
import type { Reason } from "@/core/reasons.ts";
import { reasons } from "@/core/reasons.ts";
import { BackLink } from "@/ui/back-link.tsx";
import { Card } from "@/ui/card.tsx";
import { RadioCards } from "@/ui/choice-field.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextField } from "@/ui/text-field.tsx";
import type { ExportPageView } from "../personal-data.views.ts";

const formats = [
  { value: "html", label: "Une page à lire", hint: "S’ouvre dans ton navigateur et s’imprime." },
  { value: "json", label: "Un fichier pour une machine", hint: "Format JSON, à donner à un autre service." },
];

/** Taking one's data away: what is in it, in which form, and the proof that it is really she. */
export function ExportPage({
  view,
  refused,
  read,
}: {
  view: ExportPageView;
  refused?: string | string[] | undefined;
  /** What moderation read of her messages. */
  read?: ReactNode;
}) {
  const { hasPassword, freshSession } = view;
  const reason = typeof refused === "string" && Object.hasOwn(reasons, refused) ? (refused as Reason) : null;
  const wrong = reason === "wrong_own_password" ? reasons[reason] : undefined;
  return (
    <div className="mx-auto max-w-md">
      <PageHeader
        eyebrow={
          <BackLink href={view.suspended ? paths.suspended : paths.account}>
            {view.suspended ? "Ma suspension" : "Mon compte"}
          </BackLink>
        }
        title="Mes données"
        lede="Tout ce que nous gardons de toi, dans un fichier. Une fois par jour et par format."
      />
      {reason && !wrong && (
        <Notice tone="error" role="alert" className="mb-5">
          {reasons[reason]}
        </Notice>
      )}
      <Card padding="roomy" className="grid gap-6">
        <p className="text-[0.96875rem] text-ink-2">
          Ton compte, ton profil et ta photo, tes responsabilités, tes coopains, tes contributions et tes votes, tes
          signalements, qui a consulté tes coordonnées, et ce que la modération a lu de tes messages. De ce que d’autres
          ont écrit, seulement ce que tu as reçu dans tes conversations.
        </p>
        {hasPassword || freshSession ? (
          <form action={paths.api.personalData} method="post" className="grid gap-5">
            <RadioCards name="format" label="Sous quelle forme" choices={formats} defaultValue="html" required />
            {hasPassword && (
              <TextField
                name="currentPassword"
                type="password"
                label="Ton mot de passe actuel"
                hint={freshSession ? "Tu viens de te connecter : tu peux laisser ce champ vide." : undefined}
                autoComplete="current-password"
                maxLength={200}
                required={!freshSession}
                error={wrong}
              />
            )}
            <SubmitButton wide>Télécharger mes données</SubmitButton>
          </form>
        ) : (
          <p className="text-[0.96875rem] text-ink-2">
            Par sécurité, déconnecte-toi et reviens avec un code : tu pourras télécharger tes données dans le quart
            d’heure.
          </p>
        )}
      </Card>
      {read}
    </div>
  );
}
