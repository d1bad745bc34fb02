"use client";

import { useEffect, useState } from "react";
import { paths } from "@/core/paths.ts";
import type { FormAction } from "@/platform/next/form-action.ts";
import { Avatar } from "@/ui/avatar.tsx";
import { Button } from "@/ui/button.tsx";
import { List, ListRow } from "@/ui/list.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { PeopleActForm } from "./people-act-form.tsx";

const PAUSE_MS = 150;
const LEAST = 2;

export type Found = { id: string; name: string; section: string; photo: string | null };
/** What the page was asked to look for, and what it found. */
export type Asked = { pour: string; q: string; found: readonly Found[] };

/** Finds somebody by her name and does one thing about her. A plain search form before JavaScript; results as one types after. */
export function PersonPicker<Result>({
  eventId,
  pour,
  asked,
  label,
  hint,
  nobody,
  action,
  verb,
  said,
  alsoNext,
}: {
  eventId: string;
  pour: "organiser" | "contact" | "inviter";
  asked: Asked | null;
  label: string;
  hint: string;
  /** Said when nobody is found. */
  nobody: string;
  action: FormAction<Result>;
  verb: string;
  said: string;
  alsoNext?: boolean;
}) {
  const own = asked?.pour === pour ? asked : null;
  const [text, setText] = useState(own?.q ?? "");
  const [answer, setAnswer] = useState({ text: own?.q ?? "", found: own?.found ?? [] });
  const wanted = text.trim();

  useEffect(() => {
    if (wanted.length < LEAST || wanted === own?.q) return;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const search = new URLSearchParams({ q: wanted, pour });
        const response = await fetch(`${paths.api.eventPeople(eventId)}?${search}`, { signal: abort.signal });
        const { value } = (await response.json()) as { value?: Found[] };
        if (value) setAnswer({ text: wanted, found: value });
      } catch {
        // Typed over, or no network: the form's own search answers all the same.
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [wanted, own?.q, eventId, pour]);

  const found = wanted.length < LEAST ? [] : answer.found;
  const searched = wanted.length >= LEAST && answer.text === wanted;
  return (
    <div className="grid gap-3">
      <form method="get" action={`#${pour}`} className="flex items-end gap-2">
        <input type="hidden" name="pour" value={pour} />
        <TextField
          id={`q-${pour}`}
          name="q"
          type="search"
          label={label}
          hint={hint}
          autoComplete="off"
          minLength={LEAST}
          maxLength={80}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="min-w-0 flex-1"
        />
        <Button type="submit" variant="secondary" className="min-h-12">
          Chercher
        </Button>
      </form>
      <p role="status" className={searched && found.length === 0 ? "text-note text-ink-2" : "sr-only"}>
        {searched && (found.length === 0 ? nobody : foundWords(found.length))}
      </p>
      {found.length > 0 && (
        <List>
          {found.map((person) => (
            <ListRow
              key={person.id}
              lead={<Avatar name={person.name} photo={person.photo} />}
              title={person.name}
              text={`Section ${person.section}`}
              end={
                <PeopleActForm
                  action={action}
                  fields={{ eventId, memberId: person.id }}
                  said={said}
                  {...(alsoNext && { alsoNext })}
                  aria-label={`${verb} ${person.name}`}
                >
                  {verb}
                </PeopleActForm>
              }
            />
          ))}
        </List>
      )}
    </div>
  );
}

const foundWords = (count: number) => (count === 1 ? "Une personne trouvée" : `${count} personnes trouvées`);
