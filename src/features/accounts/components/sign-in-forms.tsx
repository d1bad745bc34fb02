"use client";

import Link from "next/link";
import { useActionState } from "react";
import { paths } from "@/core/paths.ts";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { requestSignInCodeAction, signInWithPasswordAction } from "../account.actions.ts";

/** `to`: the page that she asked for before. */
type Way = { to: string | null };

/** Sign-in by a code that comes by e-mail: nothing to remember. */
export function SignInByCodeForm({ to }: Way) {
  const [state, send] = useActionState(requestSignInCodeAction, {});
  return (
    <form action={send} className="grid gap-5">
      <FormErrors error={state.error} />
      {to && <input type="hidden" name="vers" value={to} />}
      <TextField
        name="email"
        type="email"
        label="Ton adresse e-mail"
        autoComplete="email"
        required
        defaultValue={state.values?.email}
        error={state.error?.fields?.email}
      />
      <SubmitButton size="large" wide pendingLabel="Envoi du code…">
        Recevoir un code
      </SubmitButton>
    </form>
  );
}

const passwordIds = { email: "password-email" };

/** Sign-in by password, for those who set one. */
export function SignInByPasswordForm({ to }: Way) {
  const [state, send] = useActionState(signInWithPasswordAction, {});
  return (
    <form action={send} className="grid gap-5">
      <FormErrors error={state.error} ids={passwordIds} />
      {to && <input type="hidden" name="vers" value={to} />}
      <TextField
        name="email"
        id="password-email"
        type="email"
        label="Ton adresse e-mail"
        autoComplete="username"
        required
        defaultValue={state.values?.email}
        error={state.error?.fields?.email}
      />
      <TextField
        name="password"
        type="password"
        label="Ton mot de passe"
        autoComplete="current-password"
        maxLength={200}
        required
        error={state.error?.fields?.password}
      />
      <SubmitButton variant="secondary" size="large" wide pendingLabel="Connexion…">
        Me connecter
      </SubmitButton>
      <Link
        href={paths.resetPassword}
        prefetch={false}
        className="inline-flex min-h-11 items-center justify-self-center text-note font-semibold underline underline-offset-2"
      >
        Mot de passe oublié ?
      </Link>
    </form>
  );
}
