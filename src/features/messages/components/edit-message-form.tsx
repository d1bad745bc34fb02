"use client";

import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { counted } from "@/core/french-dates.ts";
import type { Mention } from "@/core/mentions.ts";
import { Button } from "@/ui/button.tsx";
import { FieldError } from "@/ui/field.tsx";
import { MentionArea } from "@/ui/mention-area.tsx";
import { BODY_MAX } from "../message.rules.ts";
import type { MessageView, PersonView } from "../message.views.ts";
import { useAutosize } from "./use-autosize.ts";
import { useNameable } from "./use-nameable.ts";

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
  onSave: (body: string, mentions: { id: string; label: string }[]) => Promise<string | null>;
  onOver: () => void;
}) {
  const [body, setBody] = useState(message.body);
  const [mentions, setMentions] = useState<Mention[]>(
    (message.mentions ?? []).map(({ id, label }) => ({ kind: "member", id, label })),
  );
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const useFound = useNameable(people, me);
  useAutosize(form, body);

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
    const wrong = await onSave(
      body,
      mentions.map(({ id, label }) => ({ id, label })),
    );
    setSaving(false);
    if (wrong) setProblem(wrong);
    else onOver();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") onOver();
    else if (event.key === "Enter" && !event.shiftKey && matchMedia("(pointer: fine)").matches) {
      event.preventDefault();
      form.current?.requestSubmit();
    }
  }

  return (
    <form
      ref={form}
      onSubmit={onSubmit}
      aria-label="Modifier ton message"
      className="grid gap-2 border-t border-line bg-card px-3 pt-2.5 pb-[max(0.75rem,env(safe-area-inset-bottom))] lg:px-5 lg:pb-4"
    >
      <p className="text-note font-[650] text-ink-2">Tu modifies ton message</p>
      <div className="rounded-[1.375rem] border-[1.5px] border-control bg-paper px-4 outline-ink has-[textarea:focus-visible]:outline-[2.5px]">
        <MentionArea
          aria-label="Ton message"
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? "edit-error" : undefined}
          rows={1}
          readOnly={saving}
          value={body}
          mentions={mentions}
          useFound={useFound}
          side="above"
          listLabel="Personnes de la conversation"
          onWrite={(text, found) => {
            setProblem(null);
            setBody(text);
            setMentions(found);
          }}
          onKeyDown={onKeyDown}
          className="block field-sizing-content max-h-40 min-h-11 w-full resize-none bg-transparent py-2.5 leading-[1.42] text-ink outline-none"
        />
      </div>
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
