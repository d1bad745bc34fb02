"use client";

import Link from "next/link";
import { useActionState, useState } from "react";
import type { FormAction, FormState } from "@/core/form-state.ts";
import type { Mention } from "@/core/mentions.ts";
import { FieldError } from "@/ui/field.tsx";
import { MentionArea } from "@/ui/mention-area.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import type { PickedMedia } from "../media.rules.ts";
import { MediaPicker } from "./media-picker.tsx";
import { sentenceOf } from "./send.ts";
import { useMentionable } from "./use-mentionable.ts";

/** Where an author mends her words. What they were stays readable. */
export function EditForm<Result>({
  action,
  about,
  label,
  body: first,
  mentions: named,
  max,
  media,
  back,
}: {
  action: FormAction<Result>;
  /** "postId" or "commentId", with its value. */
  about: Record<string, string>;
  label: string;
  body: string;
  mentions: readonly Mention[];
  max: number;
  /** What a post shows beside its words; a comment shows nothing. */
  media?: PickedMedia;
  back: string;
}) {
  const [state, send] = useActionState<FormState<Result>, FormData>(action, {});
  const [body, setBody] = useState(state.values?.body ?? first);
  const [mentions, setMentions] = useState<Mention[]>(named.map(({ kind, id, label }) => ({ kind, id, label })));
  const [busy, setBusy] = useState(false);
  return (
    <form
      id="modifier"
      action={send}
      onSubmit={(event) => busy && event.preventDefault()}
      className="grid scroll-mt-20 gap-3 rounded-card border border-line bg-card px-4 py-4 sm:px-5"
    >
      {Object.entries({ ...about, mentions: JSON.stringify(mentions) }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor="edited" className="text-[0.96875rem] font-[650]">
        {label}
      </label>
      <p id="edited-hint" className="text-note text-ink-3">
        Ce que tu avais écrit reste lisible, marqué « modifié ».
      </p>
      <MentionArea
        id="edited"
        name="body"
        useFound={useMentionable}
        rows={4}
        maxLength={max}
        aria-describedby={state.error ? "edited-error edited-hint" : "edited-hint"}
        aria-invalid={state.error ? true : undefined}
        value={body}
        mentions={mentions}
        onWrite={(text, kept) => {
          setBody(text);
          setMentions(kept);
        }}
        className="field-sizing-content max-h-96 min-h-28 w-full resize-y rounded-control border-[1.5px] border-control bg-card px-3.5 py-2.5"
      />
      {state.error && <FieldError id="edited-error">{sentenceOf(state.error)}</FieldError>}
      {media && (
        <div className="flex flex-wrap items-center gap-3">
          <MediaPicker initial={media} onChange={(_, onTheWay) => setBusy(onTheWay)} />
        </div>
      )}
      <p className="flex flex-wrap items-center gap-3">
        <SubmitButton>Enregistrer</SubmitButton>
        <Link href={back} prefetch={false} className="inline-flex min-h-11 items-center px-2">
          Annuler
        </Link>
      </p>
    </form>
  );
}
