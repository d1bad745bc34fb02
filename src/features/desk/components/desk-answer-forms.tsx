"use client";

import { type ReactNode, useActionState } from "react";
import type { FormAction, FormState } from "@/core/form-state.ts";
import { ActSaid } from "@/ui/act-said.tsx";
import { type ButtonVariant, buttonClasses } from "@/ui/button.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { SelectField, TextAreaField, TextField } from "@/ui/text-field.tsx";
import { answerVolunteerAction, declineAdherentAction, endLeaderAction, nameLeaderAction } from "../desk.actions.ts";
import { ANSWER_MAX } from "../desk.rules.ts";

/** A button that opens what it needs to be told: a native details, so without JavaScript too. */
function Opened({
  label,
  about,
  variant = "secondary",
  children,
}: {
  label: string;
  about: string;
  variant?: ButtonVariant;
  children: ReactNode;
}) {
  return (
    <details className="group/open min-w-0 open:basis-full">
      <summary className={buttonClasses({ variant, size: "compact" })}>
        <span className="group-open/open:hidden">{label}</span>
        <span className="hidden group-open/open:inline">Pas maintenant</span>
        <span className="sr-only"> ({about})</span>
      </summary>
      <div className="mt-3 animate-arrive rounded-card border border-line-strong bg-sunken px-4 py-4 sm:px-5">
        {children}
      </div>
    </details>
  );
}

function Form<Result>({
  action,
  labels,
  said,
  children,
}: {
  action: FormAction<Result>;
  labels: Readonly<Record<string, string>>;
  said: string;
  children: (state: FormState<Result>) => ReactNode;
}) {
  const [state, send] = useActionState<FormState<Result>, FormData>(action, {});
  return (
    <form action={send} className="grid gap-4">
      <FormErrors error={state.error} labels={labels} />
      <ActSaid said={said} failed={state.error !== undefined} />
      {children(state)}
    </form>
  );
}

/** The federation does not find her among its adherents: with a word, if it likes. */
export function DeclineForm({ member: { id, name } }: { member: { id: string; name: string } }) {
  return (
    <Opened label="Ne pas confirmer" about={name} variant="quiet">
      <Form action={declineAdherentAction} said="C’est noté, la personne est prévenue" labels={{ words: "Ton mot" }}>
        {({ error, values }) => (
          <>
            <input type="hidden" name="memberId" value={id} />
            <p className="text-ink-2">
              {name} reste membre, comme sympathisant·e, et reçoit un e-mail qui le dit avec gentillesse.
            </p>
            <TextAreaField
              name="words"
              id={`decline-${id}`}
              label="Un mot de ta part, si tu veux"
              maxLength={ANSWER_MAX}
              defaultValue={values?.words}
              error={error?.fields?.words}
            />
            <div>
              <SubmitButton size="compact" variant="danger" pendingLabel="Envoi…">
                Ne pas confirmer l’adhésion
              </SubmitButton>
            </div>
          </>
        )}
      </Form>
    </Opened>
  );
}

/** Thanks a volunteer, with an answer, and closes. */
export function ThankForm({
  volunteer: { id, name },
  maxLength,
}: {
  volunteer: { id: string; name: string };
  maxLength: number;
}) {
  return (
    <Opened label="Remercier et clore" about={name}>
      <Form action={answerVolunteerAction} said="Ta réponse est partie" labels={{ words: "Ta réponse" }}>
        {({ error, values }) => (
          <>
            <input type="hidden" name="volunteerId" value={id} />
            <TextAreaField
              name="words"
              id={`thanks-${id}`}
              label="Ta réponse"
              hint={`${name} la reçoit par e-mail. Sans réponse de ta part, c’est un simple merci.`}
              maxLength={maxLength}
              defaultValue={values?.words}
              error={error?.fields?.words}
            />
            <div>
              <SubmitButton size="compact" pendingLabel="Envoi…">
                Envoyer et clore
              </SubmitButton>
            </div>
          </>
        )}
      </Form>
    </Opened>
  );
}

/** A federation names a section's leader, among its members, until a day or without end. */
export function NameLeaderForm({
  section,
  candidates,
}: {
  section: { name: string; scope: string };
  candidates: readonly { id: string; name: string }[];
}) {
  return (
    <Opened label="Confier la section à quelqu’un" about={section.name}>
      <Form action={nameLeaderAction} said="La section est confiée" labels={{ memberId: "Qui", endsAt: "Jusqu’au" }}>
        {({ error, values }) => (
          <>
            <input type="hidden" name="scope" value={section.scope} />
            <SelectField
              name="memberId"
              id="leader"
              label="Qui"
              hint={`Les membres de la section ${section.name}, les adhérent·e·s d’abord.`}
              required
              defaultValue={values?.memberId ?? ""}
              error={error?.fields?.memberId}
            >
              <option value="" disabled>
                Choisis quelqu’un
              </option>
              {candidates.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </SelectField>
            <TextField
              type="date"
              name="endsAt"
              id="leader-end"
              label="Jusqu’au"
              hint="Laisse vide pour une responsabilité sans fin prévue."
              defaultValue={values?.endsAt}
              error={error?.fields?.endsAt}
              className="max-w-60"
            />
            <div>
              <SubmitButton size="compact" pendingLabel="Un instant…">
                Confier la section
              </SubmitButton>
            </div>
          </>
        )}
      </Form>
    </Opened>
  );
}

/** Ends a leader's mandate now, with its reason. */
export function EndLeaderForm({ mandate: { id, name } }: { mandate: { id: string; name: string } }) {
  return (
    <Opened label="Mettre fin à cette responsabilité" about={name} variant="quiet">
      <Form action={endLeaderAction} said="La responsabilité est terminée" labels={{ reason: "Pourquoi" }}>
        {({ error, values }) => (
          <>
            <input type="hidden" name="mandateId" value={id} />
            <p className="text-ink-2">Ses droits s’arrêtent tout de suite. La raison est gardée.</p>
            <TextField
              name="reason"
              id={`end-${id}`}
              label="Pourquoi"
              required
              minLength={5}
              maxLength={500}
              defaultValue={values?.reason}
              error={error?.fields?.reason}
            />
            <div>
              <SubmitButton size="compact" variant="danger" pendingLabel="Un instant…">
                Mettre fin à cette responsabilité
              </SubmitButton>
            </div>
          </>
        )}
      </Form>
    </Opened>
  );
}
