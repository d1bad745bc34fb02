"use client";

import { useActionState } from "react";
import type { FormState } from "@/core/form-state.ts";
import { counted } from "@/core/french-dates.ts";
import { Badge } from "@/ui/badge.tsx";
import { Card } from "@/ui/card.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { Notice } from "@/ui/notice.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { removeSecondFactorAction } from "../account.actions.ts";
import type { SecondFactorView } from "../account.views.ts";
import { codeError } from "./code-form.tsx";

type On = Extract<SecondFactorView, { state: "on" }>;

/** Few enough to make new ones. */
const FEW = 3;
const ids = { renew: { code: "renew-code" }, remove: { code: "remove-code" } };
const hint = "Six chiffres de ton application, ou un code de secours.";

/** In place: since when, how many recovery codes are left, new ones, and the way out. */
export function SecondFactorOn<Result>({
  factor,
  since,
  state,
  send,
}: {
  factor: On;
  since: string;
  state: FormState<Result>;
  send: (form: FormData) => void;
}) {
  const { recoveryCodesLeft, holdsMandate } = factor;
  const [removed, remove] = useActionState(removeSecondFactorAction, {});
  return (
    <div data-screen-only className="grid gap-5">
      <Card padding="roomy" className="grid gap-3">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <Badge tone="ok">En place</Badge>
          <span>depuis le {since}</span>
        </p>
        <p className="text-ink-2">
          {recoveryCodesLeft === 0
            ? "Il ne te reste aucun code de secours."
            : `Il te reste ${counted(recoveryCodesLeft, "code de secours", "codes de secours")}, pour le jour où ton téléphone te manque.`}
        </p>
        {recoveryCodesLeft <= FEW && (
          <Notice tone="warning">
            Fais-en de nouveaux dès maintenant : sans eux ni téléphone, tu ne pourrais plus entrer.
          </Notice>
        )}
      </Card>
      <Card as="section" padding="roomy" aria-labelledby="nouveaux-codes" className="grid gap-4">
        <h2 id="nouveaux-codes" className="text-heading">
          De nouveaux codes de secours
        </h2>
        <p className="text-ink-2">Dix codes neufs remplacent les précédents, qui ne vaudront plus.</p>
        <form action={send} className="grid gap-5">
          <FormErrors error={state.error} ids={ids.renew} />
          <TextField
            name="code"
            id="renew-code"
            label="Un code, pour confirmer"
            hint={hint}
            autoComplete="one-time-code"
            maxLength={60}
            required
            error={codeError(state)}
          />
          <SubmitButton variant="secondary" className="justify-self-start" pendingLabel="Un instant…">
            Faire dix nouveaux codes
          </SubmitButton>
        </form>
      </Card>
      <Card as="section" padding="roomy" aria-labelledby="retirer" className="grid gap-4">
        <h2 id="retirer" className="text-heading">
          Changer de téléphone, ou le retirer
        </h2>
        <p className="text-ink-2">
          Retire-le ici, puis mets-le en place sur ton nouveau téléphone. Tes codes de secours ne vaudront plus et tes
          autres sessions seront fermées.
          {holdsMandate && " Les droits de ta responsabilité dormiront jusqu’à ce que tu en aies un nouveau."}
        </p>
        <form action={remove} className="grid gap-5">
          <FormErrors error={removed.error} ids={ids.remove} />
          <TextField
            name="code"
            id="remove-code"
            label="Un code, pour confirmer"
            hint={hint}
            autoComplete="one-time-code"
            maxLength={60}
            required
            error={codeError(removed)}
          />
          <SubmitButton variant="danger" className="justify-self-start" pendingLabel="Un instant…">
            Retirer mon second facteur
          </SubmitButton>
        </form>
      </Card>
    </div>
  );
}
