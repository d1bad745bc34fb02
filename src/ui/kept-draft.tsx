import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

/** Above a form that is filled by what was typed before: that it is, where it was kept, and the way back. */
export function KeptDraft({
  onForget,
  instead = "Repartir de zéro",
  children = "Nous l’avons gardé dans ce navigateur.",
}: {
  onForget: () => void;
  /** What there is without it, on the button. */
  instead?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <Notice
      title="Ton brouillon est là"
      role="status"
      action={
        <Button size="compact" variant="secondary" onClick={onForget}>
          {instead}
        </Button>
      }
    >
      {children}
    </Notice>
  );
}
