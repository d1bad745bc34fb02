"use client";

import { useActionState, useSyncExternalStore } from "react";
import { paths } from "@/core/paths.ts";
import { Button } from "@/ui/button.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { Notice } from "@/ui/notice.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { SelectField, TextField } from "@/ui/text-field.tsx";
import { toast } from "@/ui/toast.tsx";
import { createGroupLinkAction } from "../link.actions.ts";
import { USES_MAX } from "../link-bounds.rules.ts";

/** Making a link: for how many, until when. It is shown once, under the form that made it. */
export function LinkForm({ groupId, origin }: { groupId: string; origin: string }) {
  const [state, send] = useActionState(createGroupLinkAction, {});
  const token = state.done?.token;
  return (
    <div className="grid gap-4">
      <form action={send} className="flex flex-wrap items-end gap-3">
        <FormErrors error={state.error} labels={{ uses: "Combien de places", days: "Valable" }} />
        <input type="hidden" name="groupId" value={groupId} />
        <TextField
          name="uses"
          label="Combien de places"
          type="number"
          inputMode="numeric"
          min={1}
          max={USES_MAX}
          required
          defaultValue={state.values?.uses ?? "10"}
          error={state.error?.fields?.uses}
          className="w-52"
        />
        <SelectField
          name="days"
          label="Valable"
          defaultValue={state.values?.days ?? "7"}
          error={state.error?.fields?.days}
          className="w-44"
        >
          <option value="1">un jour</option>
          <option value="7">une semaine</option>
          <option value="14">deux semaines</option>
          <option value="30">trente jours</option>
        </SelectField>
        <SubmitButton variant="secondary" icon="plus" className="min-h-12">
          Faire un lien
        </SubmitButton>
      </form>
      {token && <Shown key={token} url={`${origin}${paths.groupLink(token)}`} />}
    </div>
  );
}

const never = () => () => {};

/** The new link: there to be copied now, and nowhere to be found later. */
function Shown({ url }: { url: string }) {
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => toast("Le lien est copié"),
      () => toast("Copie-le à la main : sélectionne-le ci-dessus", "error"),
    );
  return (
    <Notice tone="success" role="status" title="Ton lien est prêt">
      <p>Copie-le maintenant : il ne se montre qu’une fois.</p>
      <div className="mt-3 grid gap-3">
        <TextField name="lien" label="Lien d’entrée" readOnly value={url} onFocus={(event) => event.target.select()} />
        {alive && (
          <Button size="compact" icon="share" onClick={copy} className="justify-self-start">
            Copier le lien
          </Button>
        )}
      </div>
    </Notice>
  );
}
