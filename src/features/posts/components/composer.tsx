"use client";

import { type FormEvent, type ReactNode, useActionState, useEffect, useRef, useState } from "react";
import { newClientId } from "@/core/client-id.ts";
import { counted } from "@/core/french-dates.ts";
import type { Mention } from "@/core/mentions.ts";
import { Avatar } from "@/ui/avatar.tsx";
import { Button } from "@/ui/button.tsx";
import { FieldError } from "@/ui/field.tsx";
import { MentionArea } from "@/ui/mention-area.tsx";
import { useFormDraft } from "@/ui/use-form-draft.ts";
import { isNothing, MEDIA_FIELD, noMedia, type PickedMedia, readPicked } from "../media.rules.ts";
import { createPostAction } from "../post.actions.ts";
import { BODY_MAX } from "../post.rules.ts";
import type { WriterView } from "../post.views.ts";
import { MediaPicker } from "./media-picker.tsx";
import { sentenceOf } from "./send.ts";
import { useMentionable } from "./use-mentionable.ts";

export type Me = WriterView;
/** What leaves a composer. */
export type Written = { clientId: string; body: string; mentions: Mention[]; fields: Record<string, string> };

const ROOM_SAID = 1_000;
const NOT_SENT = "L’envoi n’est pas fini : attends un instant, ou retire ce qui est en route.";

/** Mentions kept as JSON in a draft or sent back by the server; anything else is none. */
function readMentions(text: string | undefined): Mention[] {
  try {
    const found: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(found) ? (found as Mention[]) : [];
  } catch {
    return [];
  }
}

/**
 * Where a post is written. What is typed stays in this browser until it has arrived. With `onSend` it is the screen that
 * sends; without, and without JavaScript, the form does and leads to where it now stands.
 */
export function Composer({
  me,
  draftKey,
  clientId: first,
  fields,
  label,
  placeholder,
  onSend,
  returned,
  children,
}: {
  me: Me;
  /** Under which what is typed is kept. */
  draftKey: string;
  /** Made by the server with this page: a form sent twice, even without JavaScript, is one post. */
  clientId: string;
  /** Where it is for: sent with it. */
  fields: Readonly<Record<string, string>>;
  label: string;
  placeholder: string;
  onSend?: (written: Written) => void;
  /** Words that were sent and did not arrive, to be written on. */
  returned?: Written | null;
  /** Choices beside the words: shown once something is written. */
  children?: ReactNode;
}) {
  const [state, action] = useActionState(createPostAction, {});
  const [body, setBody] = useState(state.values?.body ?? "");
  const [mentions, setMentions] = useState<Mention[]>(readMentions(state.values?.mentions));
  const [clientId, setClientId] = useState(state.values?.clientId ?? first);
  const [problem, setProblem] = useState<string | null>(null);
  const { kept, handlers, forget } = useFormDraft(
    draftKey,
    ({ body: typed = "", media = "" }) => typed.trim() !== "" || media !== "",
  );
  const form = useRef<HTMLFormElement>(null);
  /** With what the photos and the video begin; another number is another beginning. */
  const [start, setStart] = useState({ number: 0, media: readPicked(state.values?.[MEDIA_FIELD]) });
  const beginWith = (media: PickedMedia) => setStart(({ number }) => ({ number: number + 1, media }));
  const shown = useRef({ media: start.media, busy: false });

  useEffect(() => {
    if (!kept?.body && !kept?.[MEDIA_FIELD]) return;
    setBody(kept.body ?? "");
    setStart(({ number }) => ({ number: number + 1, media: readPicked(kept[MEDIA_FIELD]) }));
    setMentions(readMentions(kept.mentions));
    if (kept.clientId) setClientId(kept.clientId);
  }, [kept]);
  useEffect(() => {
    if (!returned) return;
    setBody(returned.body);
    setMentions(returned.mentions);
    setStart(({ number }) => ({ number: number + 1, media: readPicked(returned.fields[MEDIA_FIELD]) }));
    setClientId(newClientId());
    form.current?.querySelector("textarea")?.focus();
  }, [returned]);

  const left = BODY_MAX - body.length;
  const said = problem ?? (state.error ? sentenceOf(state.error) : null);

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    handlers.onSubmit(event);
    const { media, busy } = shown.current;
    const empty = body.trim() === "" && isNothing(media);
    const refused = busy ? NOT_SENT : empty ? "Écris d’abord quelques mots." : left < 0 ? tooLong(-left) : null;
    if (refused || onSend) event.preventDefault();
    setProblem(refused);
    if (refused || !onSend) return;
    const sent = [...new FormData(event.currentTarget)].filter(([name]) => !/^[_$]/.test(name));
    onSend({ clientId, body, mentions, fields: Object.fromEntries(sent) as Record<string, string> });
    event.currentTarget.reset();
    setBody("");
    setMentions([]);
    beginWith(noMedia);
    setClientId(newClientId());
    forget();
  }

  return (
    <form
      ref={form}
      action={action}
      {...handlers}
      onSubmit={onSubmit}
      className="grid gap-3 rounded-card border border-line bg-card px-4 py-3.5 outline-ink focus-within:border-control has-[textarea:focus-visible]:outline-[2.5px] sm:px-5"
    >
      {Object.entries({ ...fields, clientId, mentions: JSON.stringify(mentions) }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="flex gap-3">
        <Avatar name={me.name} photo={me.photo} className="mt-0.5" />
        <div className="min-w-0 flex-1">
          <MentionArea
            name="body"
            useFound={useMentionable}
            aria-label={label}
            aria-invalid={said ? true : undefined}
            aria-describedby={said ? "composer-error" : undefined}
            rows={1}
            placeholder={placeholder}
            value={body}
            mentions={mentions}
            onWrite={(text, named) => {
              setProblem(null);
              setBody(text);
              setMentions(named);
            }}
            className="peer field-sizing-content max-h-96 min-h-11 w-full resize-none bg-transparent py-2 text-[1.0625rem] leading-[1.45] text-ink outline-none"
          />
        </div>
      </div>
      {said && <FieldError id="composer-error">{said}</FieldError>}
      <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-3">
        <MediaPicker
          key={start.number}
          initial={start.media}
          onChange={(media, busy) => {
            shown.current = { media, busy };
            if (!busy) setProblem(null);
          }}
        />
        <div className="flex flex-[1_1_15rem] flex-wrap items-center gap-x-4 gap-y-2 empty:hidden">{children}</div>
        {left < ROOM_SAID && (
          <p className="text-note text-ink-3">
            {left < 0 ? tooLong(-left) : counted(left, "caractère restant", "caractères restants")}
          </p>
        )}
        <Button type="submit" size="compact">
          Publier
        </Button>
      </div>
    </form>
  );
}

const tooLong = (many: number) => `${counted(many, "caractère")} de trop.`;
