"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { counted } from "@/core/french-dates.ts";
import type { Mention } from "@/core/mentions.ts";
import { Button } from "@/ui/button.tsx";
import { FieldError } from "@/ui/field.tsx";
import { BODY_MAX } from "../message.rules.ts";
import type { MessageView, PersonView } from "../message.views.ts";
import { MessageArea } from "./message-area.tsx";
import { asMentions, asNamed, type Named } from "./named-members.ts";

/** Other words for a message of one's own, in the place of the composer. `onSave` answers what is wrong, or nothing. */
export function EditMessageForm({
  message,
  me,
  people,
  onSave,
  onOver,
}: {
  message: MessageView;
  me: string;
  people: readonly PersonView[];
  onSave: (body: string, mentions: Named[]) => Promise<string | null>;
  onOver: () => void;
}) {
  const [body, setBody] = useState(message.body);
  const [mentions, setMentions] = useState<Mention[]>(asMentions(message.mentions ?? []));
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    const area = form.current?.querySelector("textarea");
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);

  async function onSubmit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (saving) return;
    if (body.trim() === "") return setProblem("Il faut des mots. Pour l’enlever, supprime-le.");
    if (body.length > BODY_MAX) return setProblem(`${counted(body.length - BODY_MAX, "caractère")} de trop.`);
    if (body === message.body) return onOver();
    setSaving(true);
    const wrong = await onSave(body, asNamed(mentions));
    setSaving(false);
    if (wrong) setProblem(wrong);
    else onOver();
  }

  return (
    <form
      ref={form}
      onSubmit={onSubmit}
      aria-label="Modifier ton message"
      className="grid gap-2 border-t border-line bg-card px-3 pt-2.5 pb-[max(0.75rem,env(safe-area-inset-bottom))] lg:px-5 lg:pb-4"
    >
      <p className="text-note font-[650] text-ink-2">Tu modifies ton message</p>
      <MessageArea
        me={me}
        people={people}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? "edit-error" : undefined}
        readOnly={saving}
        value={body}
        mentions={mentions}
        onWrite={(text, found) => {
          setProblem(null);
          setBody(text);
          setMentions(found);
        }}
        onKeyDown={({ key }) => key === "Escape" && onOver()}
      />
      {problem && <FieldError id="edit-error">{problem}</FieldError>}
      <div className="flex justify-end gap-2">
        <Button variant="quiet" size="compact" onClick={onOver}>
          Annuler
        </Button>
        <Button type="submit" size="compact" pending={saving}>
          Enregistrer
        </Button>
      </div>
    </form>
  );
}
