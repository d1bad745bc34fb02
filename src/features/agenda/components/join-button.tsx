"use client";

import { useActionState } from "react";
import { ActSaid } from "@/ui/act-said.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { joinFromCardAction } from "../agenda.actions.ts";

/** "J’y vais" on a card, as a form: one click, without JavaScript too. What it is refused for stands under it. */
export function JoinButton({ shiftId, about, compact }: { shiftId: string; about: string; compact: boolean }) {
  const [state, send] = useActionState<Awaited<ReturnType<typeof joinFromCardAction>>, FormData>(
    joinFromCardAction,
    {},
  );
  return (
    <form action={send} className="relative z-1 ml-auto grid justify-items-end gap-1.5">
      <input type="hidden" name="shiftId" value={shiftId} />
      <ActSaid said="C’est noté : tu y vas" failed={state.error !== undefined} />
      <SubmitButton
        variant={compact ? "secondary" : "primary"}
        pendingLabel="C’est noté"
        aria-label={`J’y vais : ${about}`}
      >
        J’y vais
      </SubmitButton>
      {state.error && (
        <p role="alert" className="max-w-[34ch] text-note font-semibold text-rose-strong">
          {state.error.message}
        </p>
      )}
    </form>
  );
}
