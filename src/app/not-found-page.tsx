"use client";

import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { LostRings } from "@/ui/illustrations.tsx";
import { Standstill } from "@/ui/standstill.tsx";

/** Absent and hidden look the same: nothing here tells one from the other. */
export function NotFoundPage() {
  return (
    <Standstill
      illustration={<LostRings />}
      title="On s’est perdus de vue"
      actions={
        <>
          <ButtonLink href={paths.home}>Revenir à l’accueil</ButtonLink>
          <ButtonLink href={paths.debates} variant="secondary">
            Voir les débats
          </ButtonLink>
        </>
      }
    >
      Cette page n’existe pas, n’existe plus, ou n’est pas ouverte à tout le monde. Si tu suivais un lien,
      connecte-toi : elle t’attend peut-être de l’autre côté.
    </Standstill>
  );
}
