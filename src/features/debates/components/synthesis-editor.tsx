"use client";

import { type RefObject, useActionState, useEffect, useRef, useState } from "react";
import { Field } from "@/ui/field.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { KeptDraft } from "@/ui/kept-draft.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextArea } from "@/ui/text-field.tsx";
import { toast } from "@/ui/toast.tsx";
import { useFormDraft, type Values } from "@/ui/use-form-draft.ts";
import type { ContributionView } from "../contribution.views.ts";
import { publishSynthesisAction } from "../debate.actions.ts";
import { CitableList } from "./citable-list.tsx";

const labels = { body: "Synthèse" };
const isWorthKeeping = ({ body }: Values) => Boolean(body?.trim());

/** What the debate came to, with the contributions on which most agree at hand. The draft stays in this browser. */
export function SynthesisEditor({
  me,
  debateId,
  synthesis,
  citable,
}: {
  me: string;
  debateId: string;
  /** As published, if it is. */
  synthesis: string | null;
  citable: readonly ContributionView[];
}) {
  const [state, send] = useActionState(publishSynthesisAction, {});
  const { kept, handlers, forget } = useFormDraft(`coopol:synthese:${debateId}:${me}`, isWorthKeeping);
  const text = useRef<HTMLTextAreaElement>(null);
  const alive = useAlive();

  useEffect(() => {
    if (!("done" in state)) return;
    forget();
    toast("La synthèse est publiée.");
  }, [state, forget]);

  const draft = kept?.body !== undefined && kept.body !== synthesis ? kept.body : undefined;
  return (
    <div className="grid gap-6">
      <form key={draft ? "kept" : "new"} action={send} {...handlers} className="grid gap-5">
        <FormErrors error={state.error} labels={labels} />
        {draft && !state.error && (
          <KeptDraft onForget={forget} instead={synthesis === null ? "Repartir de zéro" : "Revenir au texte publié"}>
            Il n’est pas encore publié.
          </KeptDraft>
        )}
        <input type="hidden" name="debateId" value={debateId} />
        <Field
          name="body"
          label="La synthèse"
          hint="Ce qui rassemble, ce qui partage, ce qu’on en fait. Écris #12 pour citer la contribution n° 12 ; ## devant une ligne en fait un titre ; **gras**, listes et liens sont possibles."
          error={state.error?.fields?.body}
          required
        >
          {(control) => (
            <TextArea
              {...control}
              ref={text}
              maxLength={20_000}
              defaultValue={state.values?.body ?? draft ?? synthesis ?? ""}
              className="max-h-[70vh] min-h-72"
            />
          )}
        </Field>
        <SubmitButton className="justify-self-start" pendingLabel="Publication…">
          {synthesis === null ? "Publier la synthèse" : "Publier cette version"}
        </SubmitButton>
      </form>
      <CitableList citable={citable} {...(alive && { onCite: (seq: number) => cite(text, seq) })} />
    </div>
  );
}

/** Writes "#12" where the cursor is, with the spaces that it needs. */
function cite(field: RefObject<HTMLTextAreaElement | null>, seq: number): void {
  const area = field.current;
  if (!area) return;
  const before = area.value.slice(0, area.selectionStart);
  const after = area.value.slice(area.selectionEnd);
  const words = `${/\S$/.test(before) ? " " : ""}#${seq}${/^[\p{L}\p{N}]/u.test(after) ? " " : ""}`;
  area.focus();
  area.setRangeText(words, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

function useAlive(): boolean {
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  return alive;
}
