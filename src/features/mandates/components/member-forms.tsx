"use client";

import { useActionState } from "react";
import { ActSaid } from "@/ui/act-said.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { SelectField, TextAreaField, TextField } from "@/ui/text-field.tsx";
import type { GiveOption } from "../managed-member.views.ts";
import { giveMandateAction, nominateAction, suspendMemberAction, viewContactAction } from "../mandate.actions.ts";

const giveLabels = { scope: "Responsabilité", role: "Responsabilité", beginsAt: "À partir du", endsAt: "Jusqu’au" };
const MANDATE_IDS = { scope: "mandate", role: "mandate", endsAt: "give-end" };

/** Gives a mandate: what, from when, until when. */
export function GiveMandateForm({
  memberId,
  options,
  today,
}: {
  memberId: string;
  options: readonly GiveOption[];
  today: string;
}) {
  const [{ error, values }, action] = useActionState(giveMandateAction, {});
  const groups = [...new Set(options.map(({ group }) => group))];
  const chosen = values?.mandate ?? "";
  return (
    <form action={action} className="grid gap-4">
      <FormErrors error={error} labels={giveLabels} ids={MANDATE_IDS} />
      <ActSaid said="La responsabilité est donnée" failed={error !== undefined} />
      <input type="hidden" name="memberId" value={memberId} />
      <SelectField
        key={chosen}
        name="mandate"
        label={giveLabels.scope}
        required
        defaultValue={chosen}
        error={error?.fields?.scope ?? error?.fields?.role}
      >
        <option value="" disabled>
          Choisir
        </option>
        {groups.map((group) => (
          <optgroup key={group} label={group}>
            {options
              .filter((one) => one.group === group)
              .map(({ role, scope, label }) => (
                <option key={`${role} ${scope}`} value={`${role} ${scope}`}>
                  {label}
                </option>
              ))}
          </optgroup>
        ))}
      </SelectField>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="beginsAt"
          type="date"
          label={giveLabels.beginsAt}
          hint="Vide : tout de suite."
          min={today}
          defaultValue={values?.beginsAt}
          error={error?.fields?.beginsAt}
        />
        <TextField
          name="endsAt"
          id="give-end"
          type="date"
          label={giveLabels.endsAt}
          hint="Vide : sans date de fin."
          min={today}
          defaultValue={values?.endsAt}
          error={error?.fields?.endsAt}
        />
      </div>
      <div>
        <SubmitButton pendingLabel="Un instant…">Donner cette responsabilité</SubmitButton>
      </div>
    </form>
  );
}

/** Proposes somebody to the national administration: another person of it must agree. */
export function NominateForm({ memberId, today }: { memberId: string; today: string }) {
  const [{ error, values }, action] = useActionState(nominateAction, {});
  return (
    <form action={action} className="grid gap-4">
      <FormErrors error={error} labels={{ endsAt: "Jusqu’au" }} ids={{ endsAt: "nominate-end" }} />
      <ActSaid said="Ta proposition est faite" failed={error !== undefined} />
      <input type="hidden" name="memberId" value={memberId} />
      <p className="text-ink-2">
        Cela donne tous les droits. Une autre personne de l’administration nationale doit être d’accord.
      </p>
      <TextField
        name="endsAt"
        id="nominate-end"
        type="date"
        label="Jusqu’au"
        hint="Vide : sans date de fin."
        min={today}
        defaultValue={values?.endsAt}
        error={error?.fields?.endsAt}
        className="sm:max-w-64"
      />
      <div>
        <SubmitButton variant="secondary" pendingLabel="Un instant…">
          Proposer
        </SubmitButton>
      </div>
    </form>
  );
}

const LENGTHS = [
  { days: 1, label: "Un jour" },
  { days: 3, label: "Trois jours" },
  { days: 7, label: "Une semaine" },
  { days: 30, label: "Trente jours" },
  { days: 90, label: "Trois mois" },
  { days: 365, label: "Un an" },
];

/** Suspends a member for as long as the reader may. */
export function SuspendForm({ memberId, longest }: { memberId: string; longest: number | null }) {
  const [{ error, values }, action] = useActionState(suspendMemberAction, {});
  const lengths = LENGTHS.filter(({ days }) => longest === null || days <= longest);
  const chosen = values?.days ?? "3";
  return (
    <form action={action} className="grid gap-4">
      <FormErrors
        error={error}
        labels={{ reason: "Pourquoi", endsAt: "Combien de temps" }}
        ids={{ endsAt: "days", reason: "suspend-reason" }}
      />
      <ActSaid said="Le compte est suspendu" failed={error !== undefined} />
      <input type="hidden" name="memberId" value={memberId} />
      <SelectField
        key={chosen}
        name="days"
        label="Combien de temps"
        required
        defaultValue={chosen}
        error={error?.fields?.endsAt}
        className="sm:max-w-64"
      >
        {lengths.map(({ days, label }) => (
          <option key={days} value={days}>
            {label}
          </option>
        ))}
        {longest === null && <option value="sans-fin">Sans date de fin</option>}
      </SelectField>
      <TextAreaField
        name="reason"
        id="suspend-reason"
        label="Pourquoi"
        hint="La personne lira ces mots, avec la façon de contester. Cite la règle qui n’est pas respectée."
        required
        minLength={5}
        maxLength={500}
        defaultValue={values?.reason}
        error={error?.fields?.reason}
      />
      <div>
        <SubmitButton variant="danger" pendingLabel="Un instant…">
          Suspendre ce compte
        </SubmitButton>
      </div>
    </form>
  );
}

/** Contact data, behind a purpose that is written down and that the member can read. */
export function ContactForm({ memberId }: { memberId: string }) {
  const [{ error, values, done }, action] = useActionState(viewContactAction, {});
  if (done)
    return (
      <output className="block">
        <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[auto_1fr]">
          <dt className="text-note text-ink-3">Adresse e-mail</dt>
          <dd className="font-[650] wrap-anywhere">
            <a href={`mailto:${done.email}`} className="underline underline-offset-2">
              {done.email}
            </a>
          </dd>
          <dt className="text-note text-ink-3">Commune</dt>
          <dd>
            {done.commune}
            {done.postalCode && ` (${done.postalCode})`}
          </dd>
          {done.minor && (
            <>
              <dt className="text-note text-ink-3">Âge</dt>
              <dd>Moins de 18 ans</dd>
            </>
          )}
        </dl>
      </output>
    );
  return (
    <form action={action} className="grid gap-4">
      <FormErrors error={error} labels={{ purpose: "À quoi cela va servir" }} />
      <input type="hidden" name="memberId" value={memberId} />
      <TextField
        name="purpose"
        label="À quoi cela va servir"
        hint="Chaque consultation est notée avec sa raison. La personne la retrouve dans ses données."
        required
        minLength={5}
        maxLength={500}
        defaultValue={values?.purpose}
        error={error?.fields?.purpose}
      />
      <div>
        <SubmitButton variant="secondary" icon="eye" pendingLabel="Un instant…">
          Voir ses coordonnées
        </SubmitButton>
      </div>
    </form>
  );
}
