"use client";

import { useActionState } from "react";
import { ActSaid } from "@/ui/act-said.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { Notice } from "@/ui/notice.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { SelectField, TextAreaField } from "@/ui/text-field.tsx";
import { assignPointPersonAction, writeWelcomeAction } from "../desk.actions.ts";
import { WELCOME_MAX } from "../desk.rules.ts";

/** A word of welcome, begun for her who writes. `formKey` makes of two clicks one mail. */
export function WriteWelcomeForm({
  memberId,
  name,
  draft,
  formKey,
}: {
  memberId: string;
  name: string;
  draft: string;
  formKey: string;
}) {
  const [{ error, values, done }, action] = useActionState(writeWelcomeAction, {});
  if (done !== undefined) {
    return (
      <Notice tone="success" role="status" title="Ton mot est parti.">
        Quand vous vous êtes parlé, dis que c’est fait.
      </Notice>
    );
  }
  return (
    <form action={action} className="grid gap-4">
      <FormErrors error={error} labels={{ words: "Ton mot" }} />
      <input type="hidden" name="memberId" value={memberId} />
      <input type="hidden" name="_cle" value={formKey} />
      <TextAreaField
        name="words"
        label="Ton mot de bienvenue"
        hint={`${name} le reçoit par e-mail, avec ton nom. Vos adresses restent cachées.`}
        required
        minLength={10}
        maxLength={WELCOME_MAX}
        rows={9}
        defaultValue={values?.words ?? draft}
        error={error?.fields?.words}
      />
      <div>
        <SubmitButton pendingLabel="Envoi…">Envoyer</SubmitButton>
      </div>
    </form>
  );
}

/** Says who looks after a newcomer. */
export function AssignForm({
  memberId,
  current,
  candidates,
  me,
}: {
  memberId: string;
  current: string | null;
  candidates: readonly { id: string; name: string; willing: boolean }[];
  me: string;
}) {
  const [{ error, values }, action] = useActionState(assignPointPersonAction, {});
  const option = ({ id, name }: { id: string; name: string }) => (
    <option key={id} value={id}>
      {id === me ? `${name} (toi)` : name}
    </option>
  );
  const willing = candidates.filter((one) => one.willing && one.id !== me);
  const others = candidates.filter((one) => !one.willing && one.id !== me);
  return (
    <form action={action} className="grid gap-4">
      <FormErrors error={error} labels={{ pointPersonId: "Qui s’en occupe" }} />
      <ActSaid said="C’est noté, la personne est prévenue" failed={error !== undefined} />
      <input type="hidden" name="memberId" value={memberId} />
      <input type="hidden" name="insteadOf" value={current ?? ""} />
      <SelectField
        key={current}
        name="pointPersonId"
        label="Qui s’en occupe"
        hint="La personne choisie est prévenue par e-mail, et voit la fiche."
        required
        defaultValue={values?.pointPersonId ?? current ?? ""}
        error={error?.fields?.pointPersonId}
      >
        <option value="" disabled>
          Choisis quelqu’un
        </option>
        {candidates.filter(({ id }) => id === me).map(option)}
        {willing.length > 0 && <optgroup label="Ont dit vouloir accueillir">{willing.map(option)}</optgroup>}
        {others.length > 0 && <optgroup label="De la section">{others.map(option)}</optgroup>}
      </SelectField>
      <div>
        <SubmitButton variant="secondary" pendingLabel="Un instant…">
          {current ? "Changer" : "Confier son accueil"}
        </SubmitButton>
      </div>
    </form>
  );
}
