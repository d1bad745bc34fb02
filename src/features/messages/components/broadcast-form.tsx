"use client";

import { useRouter } from "next/navigation";
import { useActionState, useEffect, useState } from "react";
import { counted } from "@/core/french-dates.ts";
import { Card } from "@/ui/card.tsx";
import { Checkbox } from "@/ui/choice-field.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextAreaField } from "@/ui/text-field.tsx";
import { useFormDraft } from "@/ui/use-form-draft.ts";
import { BROADCAST_MAX, BROADCAST_MIN } from "../broadcast.rules.ts";
import { broadcastAction } from "../inbox.actions.ts";
import { broadcastDraft } from "./drafts.ts";

/** What is written, as it will be read; how many will get it; and a box to tick before it leaves. */
export function BroadcastForm({
  scope,
  place,
  reach,
  me,
}: {
  scope: string;
  place: string;
  reach: { members: number; adherents: number };
  me: string;
}) {
  const [{ error, values, done }, action] = useActionState(broadcastAction, {});
  const router = useRouter();
  const [words, setWords] = useState(values?.words ?? "");
  const [adherentsOnly, setAdherentsOnly] = useState(values?.adherentsOnly === "oui");
  const { kept, handlers, forget } = useFormDraft(
    broadcastDraft(me, scope),
    ({ words: typed = "" }: Record<string, string>) => typed.trim() !== "",
  );
  useEffect(() => {
    if (kept?.words) setWords(kept.words);
  }, [kept]);
  useEffect(() => {
    if (!done) return;
    forget();
    router.refresh(); // the page then says that it left
  }, [done, forget, router]);
  const many = adherentsOnly ? reach.adherents : reach.members;
  return (
    <form action={action} className="grid gap-4" {...handlers}>
      <FormErrors
        error={error}
        labels={{ words: "Ton message", confirmed: "J’ai relu" }}
        ids={{ words: "mots", confirmed: "relu" }}
      />
      <input type="hidden" name="scope" value={scope} />
      <TextAreaField
        name="words"
        id="mots"
        label="Ton message"
        required
        className="[&_textarea]:min-h-40"
        minLength={BROADCAST_MIN}
        maxLength={BROADCAST_MAX}
        value={words}
        onChange={({ target }) => setWords(target.value)}
        error={error?.fields?.words}
      />
      <Checkbox
        name="adherentsOnly"
        id="adherents"
        value="oui"
        label={`Aux adhérent·e·s seulement (${counted(reach.adherents, "personne")})`}
        checked={adherentsOnly}
        onChange={({ target }) => setAdherentsOnly(target.checked)}
      />
      {words.trim() !== "" && (
        <section aria-label="Aperçu" className="grid gap-1.5">
          <p className="text-note font-[650] text-ink-2">Voici ce que chaque personne lira</p>
          <Card className="bg-sunken">
            <p className="text-note text-ink-3">{place}</p>
            <p className="mt-1.5 whitespace-pre-line wrap-anywhere">{words}</p>
          </Card>
        </section>
      )}
      <Checkbox
        name="confirmed"
        id="relu"
        value="oui"
        required
        label={`J’ai relu. Ce message part à ${counted(many, "personne")} et ne se reprend pas.`}
        error={error?.fields?.confirmed}
      />
      <div>
        <SubmitButton icon="megaphone" pendingLabel="Envoi…">
          Envoyer à {counted(many, "personne")}
        </SubmitButton>
      </div>
    </form>
  );
}
