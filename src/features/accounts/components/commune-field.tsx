"use client";

import { useEffect, useId, useState } from "react";
import { Field } from "@/ui/field.tsx";
import { listedIn, OptionList, stepTo } from "@/ui/option-list.tsx";
import { TextInput } from "@/ui/text-field.tsx";
import type { CommuneView } from "../../territory/index.ts";
import { useCommunes } from "./use-communes.ts";

/**
 * One's commune, by name or postal code. A combobox (ARIA APG) once JavaScript runs; a plain line of text before,
 * whose server answers with the communes to choose from.
 */
export function CommuneField({
  text,
  code,
  error,
  label = "Ta commune",
  optional = false,
}: {
  text: string;
  code: string;
  error?: string | undefined;
  label?: string;
  /** In a search nothing has to be filled in. */
  optional?: boolean;
}) {
  const [typed, setTyped] = useState(text);
  const [chosen, setChosen] = useState(code);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [enhanced, setEnhanced] = useState(false);
  const listId = useId();
  const { communes, searched } = useCommunes(open && !chosen ? typed : "");
  const shown = open && !chosen && communes.length > 0;

  useEffect(() => setEnhanced(true), []);

  const choose = (commune: CommuneView) => {
    setTyped(commune.label);
    setChosen(commune.code);
    setOpen(false);
    setActive(-1);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === "Escape") return setOpen(false);
    if (event.key === "Enter" && shown) {
      const commune = communes[active] ?? (communes.length === 1 ? communes[0] : undefined);
      event.preventDefault();
      if (commune) choose(commune);
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || communes.length === 0) return;
    event.preventDefault();
    setOpen(true);
    setActive((at) => stepTo(at, step, communes.length));
  };
  const combobox = {
    role: "combobox",
    "aria-expanded": shown,
    "aria-autocomplete": "list",
    ...listedIn(listId, shown, active),
  } as const;

  return (
    <Field name="commune" label={label} hint="Son nom ou son code postal" error={error} required={!optional}>
      {(control) => (
        <div className="relative">
          <TextInput
            {...control}
            {...(enhanced && combobox)}
            autoComplete="off"
            spellCheck={false}
            required={false}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setChosen("");
              setOpen(true);
              setActive(-1);
            }}
            onFocus={() => setOpen(true)}
            onBlur={() => setOpen(false)}
            onKeyDown={onKeyDown}
          />
          <input type="hidden" name="communeCode" value={chosen} />
          <OptionList
            id={listId}
            label="Communes"
            items={communes}
            keyOf={({ code: communeCode }) => communeCode}
            open={shown}
            active={active}
            onChoose={choose}
            className="top-full z-10 mt-1.5 max-h-72 shadow-lg"
            optionClassName="min-h-11 justify-between px-3"
          >
            {(commune) => (
              <>
                <span className="font-[560]">{commune.name}</span>
                <span className="shrink-0 text-note text-ink-2">{commune.postalCode ?? commune.federation.name}</span>
              </>
            )}
          </OptionList>
          <p role="status" className="sr-only">
            {shown && `${communes.length} communes proposées`}
          </p>
          {searched && communes.length === 0 && open && !chosen && (
            <p className="mt-1.5 text-note text-ink-2">Aucune commune de ce nom. Essaie avec ton code postal.</p>
          )}
        </div>
      )}
    </Field>
  );
}
