"use client";

import { useSyncExternalStore } from "react";
import { Button } from "@/ui/button.tsx";
import { toast } from "@/ui/toast.tsx";

const never = () => () => {};

/** Copies the link, and prints the sheet: there only once the page can do it. */
export function LinkTools({ url }: { url: string }) {
  const ready = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!ready) return null;
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => toast("Ton lien est copié"),
      () => toast("Copie-le à la main : sélectionne-le ci-dessus", "error"),
    );
  return (
    <>
      <Button icon="share" onClick={copy}>
        Copier mon lien
      </Button>
      <Button variant="secondary" onClick={() => window.print()}>
        Imprimer une feuille
      </Button>
    </>
  );
}
