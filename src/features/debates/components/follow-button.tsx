"use client";

import { useActionState } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "@/ui/button.tsx";
import { followDebateAction, unfollowDebateAction } from "../debate.actions.ts";

/** Keeps a debate among one's own, or no longer. It shows at once what was asked; a form, so without JavaScript too. */
export function FollowButton({ debate: { id }, follows }: { debate: { id: string }; follows: boolean }) {
  const [state, send] = useActionState(follows ? unfollowDebateAction : followDebateAction, {});
  return (
    <form action={send}>
      <input type="hidden" name="debateId" value={id} />
      <Toggle follows={follows} />
      {state.error && (
        <p role="alert" className="mt-1.5 text-note font-semibold text-rose-strong">
          {state.error.message}
        </p>
      )}
    </form>
  );
}

function Toggle({ follows }: { follows: boolean }) {
  const { pending } = useFormStatus();
  const shown = pending ? !follows : follows;
  return (
    <Button
      type="submit"
      variant="secondary"
      icon={shown ? "check" : "plus"}
      aria-pressed={shown}
      onClick={(event) => pending && event.preventDefault()}
      className="aria-pressed:border-ok aria-pressed:text-ok"
    >
      {shown ? "Suivi" : "Suivre"}
    </Button>
  );
}
