"use client";

import Link from "next/link";
import { useActionState } from "react";
import { organisation } from "@/core/organisation.ts";
import { paths } from "@/core/paths.ts";
import { Checkbox, RadioCards } from "@/ui/choice-field.tsx";
import { RequiredNote } from "@/ui/field.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { signUpAction } from "../account.actions.ts";
import { HomeFields } from "./home-fields.tsx";

const labels = {
  name: "Nom",
  email: "Adresse e-mail",
  communeCode: "Commune",
  claim: "Ta place",
  birthYear: "Année de naissance",
  birthDate: "Date de naissance",
  consent: "Ton accord",
};
const ids = { communeCode: "commune" };

const claims = [
  { value: "sympathiser", label: "Sympathisant·e", hint: "Tu partages nos idées, sans être au parti." },
  { value: "adherent", label: "Adhérent·e", hint: "Tu es au parti : ta fédération le confirmera." },
];

/** Sign-up in a minute, on one screen. */
export function SignUpForm({
  countries,
  known,
  to,
}: {
  countries: readonly { code: string; name: string }[];
  /** What was typed before going back to correct it. */
  known?: Record<string, string>;
  /** Where she was going. */
  to: string | null;
}) {
  const [state, send] = useActionState(signUpAction, {});
  const values = state.values ?? known ?? {};
  const fields = state.error?.fields ?? {};
  const choices = state.communes ?? [];
  return (
    <form action={send} className="grid gap-6">
      <FormErrors error={state.error} labels={labels} ids={choices.length > 0 ? undefined : ids} />
      {to && <input type="hidden" name="vers" value={to} />}
      <RequiredNote />
      <TextField
        name="name"
        label="Ton prénom et ton nom"
        autoComplete="name"
        maxLength={80}
        required
        defaultValue={values.name}
        error={fields.name}
      />
      <TextField
        name="email"
        type="email"
        label="Ton adresse e-mail"
        hint="Nous t’y envoyons un code. Elle n’est montrée à personne."
        autoComplete="email"
        required
        defaultValue={values.email}
        error={fields.email}
      />
      <HomeFields values={values} choices={choices} countries={countries} error={fields.communeCode} />
      <RadioCards
        name="claim"
        label="Tu es"
        required
        choices={claims}
        defaultValue={values.claim}
        error={fields.claim}
      />
      <TextField
        name="birthYear"
        label="Ton année de naissance"
        hint={`${organisation.name} est ouverte à partir de ${organisation.minimumAge} ans. Nous ne la conservons pas.`}
        inputMode="numeric"
        autoComplete="bday-year"
        pattern="[0-9]{4}"
        maxLength={4}
        required
        className="[&_input]:max-w-32"
        defaultValue={values.birthYear}
        error={fields.birthYear}
      />
      {(fields.birthDate || values.birthDate) && (
        <TextField
          name="birthDate"
          type="date"
          label="Ta date de naissance"
          hint="Juste pour vérifier ton âge : nous ne gardons que le jour de tes 18 ans."
          autoComplete="bday"
          required
          className="[&_input]:max-w-52"
          defaultValue={values.birthDate}
          error={fields.birthDate}
        />
      )}
      <div className="rounded-card border border-line bg-sunken px-4 py-2.5">
        <Checkbox
          name="consent"
          value="oui"
          label={<ConsentWords />}
          required
          defaultChecked={values.consent === "oui"}
          error={fields.consent}
        />
      </div>
      <SubmitButton size="large" wide pendingLabel="Envoi du code…">
        Recevoir mon code
      </SubmitButton>
    </form>
  );
}

function ConsentWords() {
  return (
    <span className="text-[0.9375rem]">
      J’accepte que {organisation.name}, au nom de {organisation.party}, utilise ces informations pour mon compte, ma
      section et les débats. Être inscrit·e ici révèle des opinions politiques : la loi demande mon accord, que je peux
      retirer à tout moment en supprimant mon compte.{" "}
      <Link href={paths.privacy} prefetch={false} className="font-semibold underline underline-offset-2">
        Mes données et mes droits
      </Link>
    </span>
  );
}
