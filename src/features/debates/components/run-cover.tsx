"use client";

import { paths } from "@/core/paths.ts";
import { ActForm } from "@/ui/act-form.tsx";
import { COVER_FIELD_SIZES, CoverField } from "@/ui/cover-field.tsx";
import { removeCoverAction } from "../debate.actions.ts";
import { DebateCover } from "./debate-cover.tsx";

/** The picture of a debate, for those who run it. */
export function RunCover({ debate }: { debate: { id: string; coverId: string | null } }) {
  return (
    <CoverField
      address={paths.api.debateCover(debate.id)}
      current={debate.coverId ? <DebateCover debate={debate} sizes={COVER_FIELD_SIZES} /> : null}
      about="L’image en tête du débat et dans les listes"
      invitation="Pas encore d’image. Une photo du terrain donne envie d’entrer dans le débat."
      removal={
        <ActForm
          stretched
          action={removeCoverAction}
          fields={{ debateId: debate.id }}
          variant="quiet"
          size="compact"
          pendingLabel="Retrait…"
        >
          Retirer l’image
        </ActForm>
      }
    />
  );
}
