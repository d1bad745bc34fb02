"use client";

import Link from "next/link";
import { useActionState, useEffect, useState } from "react";
import type { Mention } from "@/core/mentions.ts";
import type { MyGroupView } from "@/features/groups/index.ts";
import { FormErrors } from "@/ui/form-errors.tsx";
import { MentionArea } from "@/ui/mention-area.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { SelectField } from "@/ui/text-field.tsx";
import { useFormDraft } from "@/ui/use-form-draft.ts";
import { sharePostAction } from "../post.actions.ts";
import { audiences, audienceWords, BODY_MAX } from "../post.rules.ts";
import type { PublishingView } from "../post.views.ts";
import { shareDraft } from "./drafts.ts";
import { useMentionable } from "./use-mentionable.ts";
import { ConsentField } from "./where-field.tsx";

/** Where a post is taken further: into a group, or onto one's own profile, with some words or none. */
export function ShareForm({
  me,
  sharedId,
  groups,
  publishing,
  clientId,
  back,
}: {
  me: string;
  sharedId: string;
  groups: readonly MyGroupView[];
  publishing: PublishingView;
  clientId: string;
  back: string;
}) {
  const [state, action] = useActionState(sharePostAction, {});
  const [body, setBody] = useState(state.values?.body ?? "");
  const [mentions, setMentions] = useState<Mention[]>([]);
  const first = groups[0] ? `groupe:${groups[0].id}` : "profil:section";
  const [where, setWhere] = useState(state.values?.where ?? first);
  const { kept, handlers } = useFormDraft(shareDraft(me), ({ body: typed = "" }) => typed.trim() !== "");
  useEffect(() => {
    if (kept?.body && kept.sharedId === sharedId) setBody(kept.body);
  }, [kept, sharedId]);
  const fields = state.error?.fields ?? {};
  return (
    <form action={action} {...handlers} className="grid gap-4">
      <FormErrors error={state.error} />
      {Object.entries({ sharedId, clientId, mentions: JSON.stringify(mentions) }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SelectField name="where" label="Où" value={where} onChange={(event) => setWhere(event.target.value)} required>
        {groups.length > 0 && (
          <optgroup label="Dans un groupe">
            {groups.map(({ id, name }) => (
              <option key={id} value={`groupe:${id}`}>
                {name}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label="Sur mon profil">
          {audiences
            .filter((audience) => audience !== "everyone" || publishing.publicCard)
            .map((audience) => (
              <option key={audience} value={`profil:${audience}`}>
                {audienceWords[audience]}
              </option>
            ))}
        </optgroup>
      </SelectField>
      {where === "profil:everyone" && <ConsentField publishing={publishing} error={fields.consent} />}
      <div className="grid gap-1.5">
        <label htmlFor="share-words" className="text-[0.96875rem] font-[650]">
          Quelques mots
        </label>
        <p id="share-hint" className="text-note text-ink-3">
          Facultatif. L’original n’est montré qu’aux personnes qui peuvent déjà le lire.
        </p>
        <MentionArea
          id="share-words"
          name="body"
          useFound={useMentionable}
          rows={3}
          maxLength={BODY_MAX}
          aria-describedby="share-hint"
          value={body}
          mentions={mentions}
          onWrite={(text, named) => {
            setBody(text);
            setMentions(named);
          }}
          className="field-sizing-content max-h-96 min-h-24 w-full resize-y rounded-control border-[1.5px] border-control bg-card px-3.5 py-2.5"
        />
      </div>
      <p className="flex flex-wrap items-center gap-3">
        <SubmitButton icon="share">Partager</SubmitButton>
        <Link href={back} prefetch={false} className="inline-flex min-h-11 items-center px-2">
          Annuler
        </Link>
      </p>
    </form>
  );
}
