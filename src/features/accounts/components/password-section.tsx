"use client";

import Link from "next/link";
import { useActionState } from "react";
import { paths } from "@/core/paths.ts";
import { FormErrors } from "@/ui/form-errors.tsx";
import { Notice } from "@/ui/notice.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { setPasswordAction } from "../account.actions.ts";
import { CurrentPasswordField } from "./current-password-field.tsx";
import { NewPasswordField } from "./reset-password-forms.tsx";

/** Sets or changes the password; a session that has just begun is proof enough. */
export function PasswordSection({ hasPassword, freshSession }: { hasPassword: boolean; freshSession: boolean }) {
  const [state, send] = useActionState(setPasswordAction, {});
  const fields = state.error?.fields ?? {};
  if (!hasPassword && !freshSession) {
    return (
      <p className="text-[0.96875rem] text-ink-2">
        Tu te connectes avec un code. Pour avoir aussi un mot de passe,{" "}
        <Link href={paths.resetPassword} prefetch={false} className="font-semibold underline underline-offset-2">
          reçois un code et choisis-le
        </Link>
        .
      </p>
    );
  }
  return (
    <form action={send} className="grid gap-5">
      {"done" in state && (
        <Notice tone="success" role="status" title="Ton mot de passe est enregistré.">
          Tes autres sessions sont fermées.
        </Notice>
      )}
      <FormErrors error={state.error} />
      {hasPassword && <CurrentPasswordField freshSession={freshSession} error={fields.currentPassword} />}
      <NewPasswordField label={hasPassword ? "Ton nouveau mot de passe" : "Ton mot de passe"} error={fields.password} />
      <SubmitButton variant="secondary" className="justify-self-start" pendingLabel="Un instant…">
        {hasPassword ? "Changer mon mot de passe" : "Choisir ce mot de passe"}
      </SubmitButton>
    </form>
  );
}
