"use client";

import { type FormEvent, useActionState, useEffect, useRef, useState } from "react";
import { newClientId } from "@/core/client-id.ts";
import type { Mention } from "@/core/mentions.ts";
import { paths } from "@/core/paths.ts";
import { Avatar } from "@/ui/avatar.tsx";
import { Button } from "@/ui/button.tsx";
import { FieldError } from "@/ui/field.tsx";
import { MentionArea } from "@/ui/mention-area.tsx";
import { useFormDraft } from "@/ui/use-form-draft.ts";
import { commentPostAction } from "../post.actions.ts";
import { COMMENT_MAX } from "../post.rules.ts";
import type { Me } from "./composer.tsx";
import { send, sentenceOf } from "./send.ts";
import { useMentionable } from "./use-mentionable.ts";

/** Where a post is answered. What is typed stays in this browser until it has arrived. */
export function CommentForm({
  me,
  postId,
  clientId: first,
  onSaid,
}: {
  me: Me;
  postId: string;
  clientId: string;
  /** It stands: by its id. */
  onSaid: (id: string) => void;
}) {
  const [state, action] = useActionState(commentPostAction, {});
  const [body, setBody] = useState(state.values?.body ?? "");
  const [mentions, setMentions] = useState<Mention[]>([]);
  const [clientId, setClientId] = useState(state.values?.clientId ?? first);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(state.error ? sentenceOf(state.error) : null);
  const sent = useRef("");
  const { kept, handlers, forget } = useFormDraft(
    `coopol:commentaire:${postId}:${me.id}`,
    ({ body: typed = "" }) => typed.trim() !== "",
  );

  useEffect(() => {
    if (!kept?.body) return;
    setBody(kept.body);
    if (kept.clientId) setClientId(kept.clientId);
  }, [kept]);

  async function onSubmit(event: FormEvent<HTMLFormElement>): Promise<void> {
    handlers.onSubmit(event);
    event.preventDefault();
    if (sending) return;
    if (body.trim() === "") return setProblem("Écris d’abord quelques mots.");
    // Other words are another comment, whatever became of the first sending.
    const id = sent.current !== "" && sent.current !== body ? newClientId() : clientId;
    sent.current = body;
    setClientId(id);
    setSending(true);
    setProblem(null);
    const answer = await send<{ id: string }>(paths.api.commentPost, { postId, body, mentions, clientId: id });
    setSending(false);
    if ("error" in answer) return setProblem(sentenceOf(answer.error));
    sent.current = "";
    setBody("");
    setMentions([]);
    setClientId(newClientId());
    forget();
    onSaid(answer.value.id);
  }

  return (
    <form
      id="commenter"
      action={action}
      {...handlers}
      onSubmit={onSubmit}
      className="grid scroll-mt-24 gap-2 rounded-card border border-line bg-card px-4 py-3 outline-ink focus-within:border-control has-[textarea:focus-visible]:outline-[2.5px] sm:px-5"
    >
      {Object.entries({ postId, clientId, mentions: JSON.stringify(mentions) }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="flex gap-3">
        <Avatar name={me.name} photo={me.photo} size="small" className="mt-1.5" />
        <div className="min-w-0 flex-1">
          <MentionArea
            name="body"
            useFound={useMentionable}
            aria-label="Ton commentaire"
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? "comment-error" : undefined}
            rows={1}
            required
            maxLength={COMMENT_MAX}
            placeholder="Écrire un commentaire"
            readOnly={sending}
            value={body}
            mentions={mentions}
            onWrite={(text, named) => {
              setProblem(null);
              setBody(text);
              setMentions(named);
            }}
            className="field-sizing-content max-h-72 min-h-11 w-full resize-none bg-transparent py-2 text-ink outline-none"
          />
        </div>
      </div>
      {problem && <FieldError id="comment-error">{problem}</FieldError>}
      <Button type="submit" size="compact" pending={sending} className="justify-self-end">
        Commenter
      </Button>
    </form>
  );
}
