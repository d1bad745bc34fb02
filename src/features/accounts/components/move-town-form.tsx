"use client";

import { useActionState } from "react";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { moveTownAction } from "../account.actions.ts";
import { HomeFields } from "./home-fields.tsx";

const ids = { communeCode: "commune" };

/** Asks for the new commune. */
export function MoveTownForm({ countries }: { countries: readonly { code: string; name: string }[] }) {
  const [state, send] = useActionState(moveTownAction, {});
  const choices = state.communes ?? [];
  return (
    <form action={send} className="grid gap-5">
      <FormErrors error={state.error} ids={choices.length > 0 ? undefined : ids} />
      <HomeFields
        values={state.values ?? {}}
        choices={choices}
        countries={countries}
        error={state.error?.fields?.communeCode}
      />
      <SubmitButton className="justify-self-start" pendingLabel="Un instant…">
        J’habite ici maintenant
      </SubmitButton>
    </form>
  );
}
