"use client";

import { useRouter } from "next/navigation";
import { useEffect, useId, useRef, useState } from "react";
import { Avatar } from "@/ui/avatar.tsx";
import { classNames } from "@/ui/class-names.ts";
import { Field } from "@/ui/field.tsx";
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
  const list = useRef<HTMLDivElement>(null);
  const router = useRouter();
  const { people, searched, refusal } = useProposedMembers(open ? typed : "");
  const shown = open && people.length > 0;

  useEffect(() => setEnhanced(true), []);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);

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
    if (people.length > 0)
      setActive((at) => (at === -1 && step < 0 ? people.length - 1 : (at + step + people.length) % people.length));
  };
  const combobox = {
    role: "combobox",
    "aria-expanded": shown,
    "aria-controls": listId,
    "aria-autocomplete": "list",
    "aria-activedescendant": shown && active >= 0 ? `${listId}-${active}` : undefined,
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
          <div
            ref={list}
            id={listId}
            role="listbox"
            aria-label="Membres"
            className={classNames(
              "absolute inset-x-0 top-full z-10 mt-1.5 max-h-96 overflow-y-auto rounded-control border border-line-strong bg-card p-1.5 shadow-lg",
              !shown && "hidden",
            )}
          >
            {people.map((person, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard acts on the input (aria-activedescendant)
              <div
                key={person.id}
                id={`${listId}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => router.push(person.href)}
                className={classNames(
                  "flex min-h-12 cursor-pointer items-center gap-3 rounded-control px-2.5 py-1.5 hover:bg-sunken",
                  index === active && "bg-rose-soft text-rose-strong",
                )}
              >
                <Avatar name={person.name} photo={person.photo} />
                <span className="min-w-0">
                  <span className="block truncate font-[620]">{person.name}</span>
                  <span className="block truncate text-note text-ink-2">Section {person.section}</span>
                </span>
              </div>
            ))}
          </div>
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
