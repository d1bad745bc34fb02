"use client";

import { paths } from "@/core/paths.ts";
import { COVER_FIELD_SIZES, CoverField } from "@/ui/cover-field.tsx";
import { removeCoverAction } from "../debate.actions.ts";
import { DebateCover } from "./debate-cover.tsx";
import { RunActForm } from "./run-act-form.tsx";

/** The picture of a debate, for those who run it. */
export function RunCover({ debate }: { debate: { id: string; coverId: string | null } }) {
  return (
    <CoverField
      address={paths.api.debateCover(debate.id)}
      current={debate.coverId ? <DebateCover debate={debate} sizes={COVER_FIELD_SIZES} /> : null}
      about="L’image en tête du débat et dans les listes"
      invitation="Pas encore d’image. Une photo du terrain donne envie d’entrer dans le débat."
      removal={
        <RunActForm
          action={removeCoverAction}
          fields={{ debateId: debate.id }}
          variant="quiet"
          size="compact"
          pendingLabel="Retrait…"
        >
          Retirer l’image
        </RunActForm>
      }
    />
  );
}
