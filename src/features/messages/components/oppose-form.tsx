"use client";

import { useRouter } from "next/navigation";
import { useActionState, useEffect } from "react";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { opposeBroadcastsAction } from "../inbox.actions.ts";

/** In one click: no more of what a place writes to all its members, or again. Her own conversation stays open. */
export function OpposeForm({ scope, opposed, place }: { scope: string; opposed: boolean; place: string }) {
  const [{ error, done }, action] = useActionState(opposeBroadcastsAction, {});
  const router = useRouter();
  useEffect(() => {
    if (done) router.refresh();
  }, [done, router]);
  return (
    <form action={action} className="flex flex-wrap items-center gap-x-3">
      <input type="hidden" name="scope" value={scope} />
      <input type="hidden" name="opposed" value={opposed ? "non" : "oui"} />
      <p className="min-w-0 flex-1">
        {opposed
          ? `Tu ne reçois plus ce que ${place} envoie à tous ses membres. Tu peux toujours lui écrire.`
          : `${place} écrit parfois à tous ses membres.`}
      </p>
      <SubmitButton variant="secondary" size="compact" pendingLabel="…">
        {opposed ? "Recevoir à nouveau" : "Ne plus les recevoir"}
      </SubmitButton>
      {error && (
        <p role="alert" className="basis-full text-rose-strong">
          {error.message}
        </p>
      )}
    </form>
  );
}
