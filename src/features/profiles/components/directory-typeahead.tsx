"use client";

import { useRouter } from "next/navigation";
import { useEffect, useId, useState } from "react";
import { Avatar } from "@/ui/avatar.tsx";
import { Field } from "@/ui/field.tsx";
import { listedIn, OptionList, stepTo } from "@/ui/option-list.tsx";
import { TextInput } from "@/ui/text-field.tsx";
import { useProposedMembers } from "./directory-proposals.ts";

/**
 * A name, with the members it may mean as one types: a combobox (ARIA APG) once JavaScript runs, a plain search field
 * before. Choosing somebody opens her profile; Enter with nobody chosen searches.
 */
export function DirectoryTypeahead({ text, error }: { text: string; error: string | undefined }) {
  const [typed, setTyped] = useState(text);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [enhanced, setEnhanced] = useState(false);
  const listId = useId();
  const router = useRouter();
  const { people, searched, refusal } = useProposedMembers(open ? typed : "");
  const shown = open && people.length > 0;

  useEffect(() => setEnhanced(true), []);

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === "Escape" && open) {
      event.preventDefault();
      setOpen(false);
      setActive(-1);
    }
    const chosen = shown ? people[active] : undefined;
    if (event.key === "Enter" && chosen) {
      event.preventDefault();
      router.push(chosen.href);
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    setOpen(true);
    if (people.length > 0) setActive((at) => stepTo(at, step, people.length));
  };
  const combobox = {
    role: "combobox",
    "aria-expanded": shown,
    "aria-autocomplete": "list",
    ...listedIn(listId, shown, active),
  } as const;

  return (
    <Field name="q" label="Un nom" error={error} className="min-w-0 flex-1">
      {(control) => (
        // The list takes the width of the whole line: its frame is the form's.
        <div>
          <TextInput
            {...control}
            {...(enhanced && combobox)}
            type="search"
            autoComplete="off"
            spellCheck={false}
            maxLength={80}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setOpen(true);
              setActive(-1);
            }}
            onBlur={() => setOpen(false)}
            onKeyDown={onKeyDown}
          />
          <OptionList
            id={listId}
            label="Membres"
            items={people}
            keyOf={({ id }) => id}
            open={shown}
            active={active}
            onChoose={({ href }) => router.push(href)}
            className="top-full z-10 mt-1.5 max-h-96 shadow-lg"
            optionClassName="min-h-12 px-2.5"
          >
            {(person) => (
              <>
                <Avatar name={person.name} photo={person.photo} />
                <span className="min-w-0">
                  <span className="block truncate font-[620]">{person.name}</span>
                  <span className="block truncate text-note text-ink-2">Section {person.section}</span>
                </span>
              </>
            )}
          </OptionList>
          <p role="status" className={refusal ? "mt-1.5 text-note text-ink-2" : "sr-only"}>
            {refusal ?? (open && searched && proposed(people.length))}
          </p>
        </div>
      )}
    </Field>
  );
}

function proposed(count: number): string {
  if (count === 0) return "Personne à proposer";
  return count === 1 ? "Une personne proposée" : `${count} personnes proposées`;
}
