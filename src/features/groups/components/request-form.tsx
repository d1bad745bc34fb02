"use client";

import { type ReactNode, useActionState, useEffect } from "react";
import { unbroken } from "@/core/french-typography.ts";
import { ActSaid } from "@/ui/act-said.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextAreaField } from "@/ui/text-field.tsx";
import { forgetSent, useFormDraft } from "@/ui/use-form-draft.ts";
import { askToJoinAction } from "../request.actions.ts";
import { ANSWER_MAX, WORDS_MAX } from "../request.rules.ts";
import { RulesField } from "./request-rules-field.tsx";

const draftOf = (groupId: string) => `demande-groupe-${groupId}`;
const worth = (values: Record<string, string>) =>
  ["answer1", "answer2", "answer3", "words"].some((name) => values[name]?.trim());

/** Asking to come in: the group's questions, a word, its rules. What is typed is kept until it has left. */
export function RequestForm({
  groupId,
  questions,
  terms,
  rules,
}: {
  groupId: string;
  questions: readonly string[];
  terms: string;
  rules: ReactNode;
}) {
  const [state, send] = useActionState(askToJoinAction, {});
  const { kept, handlers } = useFormDraft(draftOf(groupId), worth);
  const typed = (name: string) => state.values?.[name] ?? kept?.[name];
  const labels = Object.fromEntries(questions.map((question, index) => [`answer${index + 1}`, question]));
  return (
    <form action={send} {...handlers} key={kept ? "kept" : "fresh"} className="grid w-full gap-5">
      <FormErrors error={state.error} labels={{ ...labels, words: "Un mot", rulesAccepted: "Règles du groupe" }} />
      <input type="hidden" name="groupId" value={groupId} />
      <input type="hidden" name="terms" value={terms} />
      {questions.map((question, index) => (
        <TextAreaField
          key={question}
          name={`answer${index + 1}`}
          label={unbroken(question)}
          rows={2}
          maxLength={ANSWER_MAX}
          required
          defaultValue={typed(`answer${index + 1}`)}
          error={state.error?.fields?.[`answer${index + 1}`]}
        />
      ))}
      <TextAreaField
        name="words"
        label="Un mot pour le groupe"
        hint="Si tu veux : ce qui t’amène, ce que tu aimerais y faire."
        rows={2}
        maxLength={WORDS_MAX}
        defaultValue={typed("words")}
        error={state.error?.fields?.words}
      />
      <RulesField id="rulesAccepted" rules={rules} error={state.error?.fields?.rulesAccepted} />
      <p className="text-note text-ink-3">
        Les personnes qui gèrent le groupe lisent ton nom, ta section et ce que tu écris ici. Elles te répondent par
        e-mail.
      </p>
      <ActSaid said="Ta demande est partie" failed={state.error !== undefined} />
      <SubmitButton pendingLabel="Envoi…" className="justify-self-start">
        Envoyer ma demande
      </SubmitButton>
    </form>
  );
}

/** On the page of a request that arrived: what was kept of it is not needed any more. */
export function ForgetRequestDraft({ groupId }: { groupId: string }) {
  useEffect(() => forgetSent(draftOf(groupId)), [groupId]);
  return null;
}
