"use client";

import { type ReactNode, useEffect, useState } from "react";
import { Avatar } from "./avatar.tsx";
import { Button } from "./button.tsx";
import { List, ListRow } from "./list.tsx";
import { TextField } from "./text-field.tsx";

export type FoundPerson = { id: string; name: string; section: string; photo?: string | null };

const LEAST = 2;
const PAUSE_MS = 250;

/**
 * Finds somebody by her name; `end` is what is then done about her. A plain search form before JavaScript, which the page
 * answers; results as one types after.
 */
export function PersonSearch({
  anchor,
  fields = {},
  id,
  address,
  asked,
  found: first,
  label,
  hint,
  nobody,
  end,
}: {
  /** Where on its page the form is. */
  anchor: string;
  /** What else the form says to the page. */
  fields?: Readonly<Record<string, string>>;
  /** Of the field: a page may have several. */
  id: string;
  /** The door that answers as one types; "q" is added to what it is asked. */
  address: string;
  /** What the page was asked for, and what it found: the same list until the page is read anew. */
  asked: string;
  found: readonly FoundPerson[];
  label: string;
  hint: string;
  /** Said when nobody is found. */
  nobody: string;
  end: (person: FoundPerson) => ReactNode;
}) {
  const [text, setText] = useState(asked);
  const [answer, setAnswer] = useState({ text: asked, found: first });
  const wanted = text.trim();

  // The page was read anew: the search begins there.
  useEffect(() => {
    setText(asked);
    setAnswer({ text: asked, found: first });
  }, [asked, first]);

  useEffect(() => {
    if (wanted.length < LEAST || wanted === asked) return;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const question = `${address}${address.includes("?") ? "&" : "?"}q=${encodeURIComponent(wanted)}`;
        const response = await fetch(question, { signal: abort.signal });
        const { value } = (await response.json()) as { value?: FoundPerson[] };
        if (value) setAnswer({ text: wanted, found: value });
      } catch {
        // Typed over, or no network: the form's own search answers all the same.
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [wanted, asked, address]);

  const found = wanted.length < LEAST ? [] : answer.found;
  const searched = wanted.length >= LEAST && answer.text === wanted;
  return (
    <div className="grid gap-3">
      <form method="get" action={`#${anchor}`} className="flex items-end gap-2">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField
          id={id}
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
              lead={<Avatar name={person.name} photo={person.photo ?? null} />}
              title={person.name}
              text={`Section ${person.section}`}
              end={end(person)}
            />
          ))}
        </List>
      )}
    </div>
  );
}

const foundWords = (count: number) => (count === 1 ? "Une personne trouvée" : `${count} personnes trouvées`);
