"use client";

import { paths } from "@/core/paths.ts";
import { COVER_FIELD_SIZES, CoverField } from "@/ui/cover-field.tsx";
import { removeGroupCoverAction } from "../group.actions.ts";
import { GroupActForm } from "./group-act-form.tsx";
import { GroupCover } from "./group-cover.tsx";

/** The picture of a group, for those who edit it. */
export function EditGroupCover({ group }: { group: { id: string; coverId: string | null } }) {
  return (
    <CoverField
      address={paths.api.groupCover(group.id)}
      current={group.coverId ? <GroupCover group={group} sizes={COVER_FIELD_SIZES} /> : null}
      about="L’image en tête du groupe et dans les listes"
      invitation="Pas encore d’image. Un lieu, une action, un dessin : sans visage, ou avec l’accord des personnes."
      removal={
        <GroupActForm
          action={removeGroupCoverAction}
          fields={{ groupId: group.id }}
          said="L’image est retirée."
          variant="quiet"
          size="compact"
          pendingLabel="Retrait…"
        >
          Retirer l’image
        </GroupActForm>
      }
    />
  );
}
