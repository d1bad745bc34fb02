"use client";

import { useActionState } from "react";
import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { RadioCards } from "@/ui/choice-field.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { Notice } from "@/ui/notice.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { freeWords, type Offer, paceWords, reachWords, willingWords } from "../offer.rules.ts";
import { setOfferAction } from "../profile.actions.ts";

const choices = (words: Readonly<Record<string, string>>) => [
  ...Object.entries(words).map(([value, label]) => ({ value, label })),
  { value: "", label: "Je ne sais pas encore" },
];

/** What she would do, when, how far, how much. */
export function OfferForm({ offer }: { offer: Offer }) {
  const [state, send] = useActionState(setOfferAction, {});
  return (
    <form action={send} key={JSON.stringify(offer)} className="grid gap-9">
      <FormErrors error={state.error} />
      <Boxes name="willing" label="Ce que je ferais" words={willingWords} ticked={offer.willing} />
      <Boxes name="free" label="Quand" words={freeWords} ticked={offer.free} />
      <RadioCards
        name="reachKm"
        label="Jusqu’où"
        hint="À partir de ta commune."
        choices={choices(reachWords)}
        defaultValue={offer.reachKm === null ? "" : `${offer.reachKm}`}
      />
      <RadioCards name="pace" label="Combien de temps" choices={choices(paceWords)} defaultValue={offer.pace ?? ""} />
      {"done" in state && (
        <Notice
          tone="success"
          role="status"
          action={
            <ButtonLink href={paths.memberHome} variant="secondary" size="compact">
              Voir ce que l’on me propose
            </ButtonLink>
          }
        >
          Merci, c’est noté !
        </Notice>
      )}
      <SubmitButton className="justify-self-start" pendingLabel="Enregistrement…">
        Enregistrer
      </SubmitButton>
    </form>
  );
}

function Boxes({
  name,
  label,
  words,
  ticked,
}: {
  name: string;
  label: string;
  words: Readonly<Record<string, string>>;
  ticked: readonly string[];
}) {
  return (
    <fieldset>
      <legend className="mb-2.5 text-[0.96875rem] font-[650]">{label}</legend>
      <div className="grid gap-2.5 sm:grid-cols-2">
        {Object.entries(words).map(([value, text], index) => (
          <label
            key={value}
            className="flex min-h-13 items-center gap-3 rounded-card border-[1.5px] border-control bg-card px-4 py-2.5 transition-colors hover:border-ink-2 has-checked:border-rose has-checked:bg-rose-soft has-focus-visible:outline-[2.5px] has-focus-visible:outline-offset-2 has-focus-visible:outline-ink"
          >
            <input
              type="checkbox"
              id={index === 0 ? name : `${name}-${value}`}
              name={name}
              value={value}
              defaultChecked={ticked.includes(value)}
              className="size-5 shrink-0 accent-rose outline-none"
            />
            <span className="font-[560]">{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
