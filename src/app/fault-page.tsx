"use client";

import { paths } from "@/core/paths.ts";
import { Button, ButtonLink } from "@/ui/button.tsx";
import { BrokenRings } from "@/ui/illustrations.tsx";
import { Standstill } from "@/ui/standstill.tsx";

/** What Next hands to an error page. */
export interface Fault {
  error: Error & { digest?: string };
  retry: () => void;
}

/** A fault on our side: its text never leaves the server, its reference does. */
export function FaultPage({ error, retry }: Fault) {
  return (
    <Standstill
      illustration={<BrokenRings />}
      title="Quelque chose a cassé de notre côté"
      actions={
        <>
          <Button onClick={() => retry()}>Réessayer</Button>
          <ButtonLink href={paths.home} variant="secondary">
            Revenir à l’accueil
          </ButtonLink>
        </>
      }
      note={error.digest && `Si cela continue, écris-nous avec cette référence : ${error.digest}`}
    >
      Ce n’est pas toi, c’est nous. Rien de ce que tu as publié n’est perdu : réessaie dans un instant.
    </Standstill>
  );
}
