"use client";

import { useEffect, useState } from "react";
import { paths } from "@/core/paths.ts";
import { Avatar } from "@/ui/avatar.tsx";
import { Button } from "@/ui/button.tsx";
import { List, ListRow } from "@/ui/list.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { addHostAction } from "../debate.actions.ts";
import type { HostView } from "../run-debate.queries.ts";
import { RunActForm } from "./run-act-form.tsx";

const PAUSE_MS = 150;
const LEAST = 2;

/** Finds an adherent by her name and makes her a host. A plain search form before JavaScript; results as one types after. */
export function HostPicker({
  debateId,
  asked,
  found: first,
}: {
  debateId: string;
  /** What the page was asked for, and what it found. */
  asked: string;
  found: readonly HostView[];
}) {
  const [text, setText] = useState(asked);
  const [answer, setAnswer] = useState({ text: asked, found: first });
  const wanted = text.trim();

  // Somebody was added: the search begins anew.
  useEffect(() => {
    setText(asked);
    setAnswer({ text: asked, found: first });
  }, [asked, first]);

  useEffect(() => {
    if (wanted.length < LEAST || wanted === asked) return;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`${paths.api.hostCandidates(debateId)}?q=${encodeURIComponent(wanted)}`, {
          signal: abort.signal,
        });
        const { value } = (await response.json()) as { value?: HostView[] };
        if (value) setAnswer({ text: wanted, found: value });
      } catch {
        // Typed over, or no network: the form's own search answers all the same.
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [wanted, asked, debateId]);

  const found = wanted.length < LEAST ? [] : answer.found;
  const searched = wanted.length >= LEAST && answer.text === wanted;
  return (
    <div className="grid gap-3">
      <form method="get" action="#animateurs" className="flex items-end gap-2">
        <TextField
          name="q"
          type="search"
          label="Ajouter une personne"
          hint="Un·e adhérent·e du territoire, par son nom"
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
        {searched && outcome(found.length)}
      </p>
      {found.length > 0 && (
        <List>
          {found.map((person) => (
            <ListRow
              key={person.id}
              lead={<Avatar name={person.name} />}
              title={person.name}
              text={`Section ${person.section}`}
              end={
                <RunActForm
                  action={addHostAction}
                  fields={{ debateId, memberId: person.id }}
                  size="compact"
                  variant="secondary"
                  aria-label={`Ajouter ${person.name}`}
                >
                  Ajouter
                </RunActForm>
              }
            />
          ))}
        </List>
      )}
    </div>
  );
}

function outcome(count: number): string {
  if (count === 0) return "Personne de ce nom. Seul·e·s les adhérent·e·s vérifié·e·s peuvent animer.";
  return count === 1 ? "Une personne trouvée" : `${count} personnes trouvées`;
}
