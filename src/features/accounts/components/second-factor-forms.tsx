"use client";

import { useActionState } from "react";
import type { PublicError } from "@/core/app-error.ts";
import type { FormState } from "@/core/form-state.ts";
import { organisation } from "@/core/organisation.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { CodeField } from "@/ui/text-field.tsx";
import { startSecondFactorAction } from "../account.actions.ts";
import type { SecondFactorView } from "../account.views.ts";
import { codeError } from "./code-form.tsx";
import { CurrentPasswordField } from "./current-password-field.tsx";

type Off = Extract<SecondFactorView, { state: "off" }>;
type SettingUp = Extract<SecondFactorView, { state: "setting-up" }>;

/** Not there yet: what is needed, and the proof of who sets it up. */
export function SecondFactorOff({ factor, expired }: { factor: Off; expired?: PublicError | undefined }) {
  const [state, send] = useActionState(startSecondFactorAction, {});
  const { hasPassword, freshSession, grantsAsleep } = factor;
  return (
    <Card padding="roomy" className="grid gap-5">
      <h2 className="text-heading">Le mettre en place</h2>
      <p className="text-ink-2">
        Il te faut une application d’authentification sur ton téléphone, par exemple Aegis, 2FAS, FreeOTP+ ou celle de
        ton gestionnaire de mots de passe. Elles sont gratuites et marchent sans réseau.
      </p>
      {grantsAsleep && (
        <p className="font-[560]">
          Ta responsabilité ouvre des données d’autres membres : ses droits dorment jusqu’à ton premier code.
        </p>
      )}
      {expired?.code === "conflict" && <FormErrors error={expired} />}
      {!hasPassword && !freshSession ? (
        <p className="text-ink-2">
          Par sécurité, déconnecte-toi et reviens avec un code par e-mail : tu pourras le mettre en place dans le quart
          d’heure.
        </p>
      ) : (
        <form action={send} className="grid gap-5">
          <FormErrors error={state.error} />
          {hasPassword && (
            <CurrentPasswordField freshSession={freshSession} error={state.error?.fields?.currentPassword} />
          )}
          <SubmitButton className="justify-self-start" pendingLabel="Un instant…">
            Commencer
          </SubmitButton>
        </form>
      )}
    </Card>
  );
}

/** The secret to give to the application, then its first code. */
export function SecondFactorSettingUp<Result>({
  factor,
  state,
  send,
}: {
  factor: SettingUp;
  state: FormState<Result>;
  send: (form: FormData) => void;
}) {
  const { qrCode, uri, secretGroups } = factor;
  return (
    <div className="grid gap-5">
      <Card as="section" padding="roomy" aria-labelledby="etape-1" className="grid gap-4">
        <h2 id="etape-1" className="text-heading">
          1. Ajoute {organisation.name} à ton application
        </h2>
        <p className="text-ink-2">Ouvre ton application, choisis d’ajouter un compte, et vise cette image.</p>
        <div className="grid items-center gap-5 sm:grid-cols-[auto_1fr]">
          {/* White in both themes: that is how cameras read it. */}
          <img
            src={qrCode}
            alt="QR code à viser avec ton application. La même clé est écrite à côté."
            width={224}
            height={224}
            className="size-56 rounded-control border border-line bg-white"
          />
          <div className="grid gap-3">
            <div>
              <p className="text-note text-ink-3">Ou écris cette clé à la main</p>
              <p className="flex flex-wrap gap-x-3 gap-y-1 font-mono text-lg font-semibold tracking-wider">
                {secretGroups.map((group, index) => (
                  <span key={index}>{group}</span>
                ))}
              </p>
            </div>
            <p className="text-note text-ink-3">
              Clé temporelle (TOTP), 6 chiffres, 30 secondes. Ne la donne à personne.
            </p>
            <ButtonLink href={uri} variant="secondary" size="compact" className="justify-self-start">
              Ouvrir dans mon application
            </ButtonLink>
            <p className="text-note text-ink-3">Ce bouton sert si tu lis cette page sur ton téléphone.</p>
          </div>
        </div>
      </Card>
      <Card as="section" padding="roomy" aria-labelledby="etape-2" className="grid gap-4">
        <h2 id="etape-2" className="text-heading">
          2. Écris le code qu’elle affiche
        </h2>
        <form action={send} className="grid gap-5">
          <FormErrors error={state.error} />
          <CodeField
            name="code"
            label="Le code de ton application"
            hint="Six chiffres, qui changent toutes les 30 secondes."
            required
            error={codeError(state)}
          />
          <SubmitButton className="justify-self-start" pendingLabel="Un instant…">
            Activer mon second facteur
          </SubmitButton>
        </form>
        <p className="text-note text-ink-3">Tes autres sessions seront fermées.</p>
      </Card>
    </div>
  );
}
