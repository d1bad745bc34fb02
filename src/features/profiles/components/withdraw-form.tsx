"use client";

import { useActionState } from "react";
import { Notice } from "@/ui/notice.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { withdrawFromWebAction } from "../profile.actions.ts";

/** In one click, nothing of her profile is for everyone any longer. `open` counts what is. */
export function WithdrawForm({ open }: { open: number }) {
  const [state, send] = useActionState(withdrawFromWebAction, {});
  if (open === 0)
    return (
      <Notice tone="success" role={"done" in state ? "status" : undefined}>
        {"done" in state
          ? "C’est fait : plus rien de ton profil n’est visible sans compte."
          : "Rien de ton profil n’est visible sans compte."}
      </Notice>
    );
  return (
    <form action={send}>
      <Notice
        tone="warning"
        title={
          open === 1
            ? "Une chose de ton profil est visible par tout le monde."
            : `${open} choses de ton profil sont visibles par tout le monde.`
        }
        action={
          <SubmitButton variant="secondary" size="compact" pendingLabel="Un instant…">
            Tout retirer du web
          </SubmitButton>
        }
      >
        Tu peux revenir dessus d’un geste. C’est effacé des pages publiques aussitôt.
        {state.error && <p className="mt-1 font-semibold text-rose-strong">{state.error.message}</p>}
      </Notice>
    </form>
  );
}
