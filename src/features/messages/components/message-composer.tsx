"use client";

import { type FormEvent, type KeyboardEvent, type ReactNode, useActionState, useEffect, useRef, useState } from "react";
import { newClientId } from "@/core/client-id.ts";
import { counted } from "@/core/french-dates.ts";
import type { Mention } from "@/core/mentions.ts";
import { FieldError } from "@/ui/field.tsx";
import { Icon } from "@/ui/icons.tsx";
import { useFormDraft } from "@/ui/use-form-draft.ts";
import { sendMessageAction } from "../message.actions.ts";
import { BODY_MAX } from "../message.rules.ts";
import type { MessageView, PersonView } from "../message.views.ts";
import { messageDraft } from "./drafts.ts";
import { excerptOfMessage } from "./excerpt-of-message.ts";
import { MessageArea } from "./message-area.tsx";
import type { Written } from "./message-outbox.ts";
import { asMentions, asNamed, type Named } from "./named-members.ts";
import type { AttachmentsInHand } from "./use-attachments.ts";
import type { Returned } from "./use-writing.ts";

const ROOM_SAID = 500;
const NOT_SENT = "L’envoi des fichiers n’est pas fini : attends un instant, ou retire-les.";
const FAILED = "Un fichier n’est pas parti : réessaie, ou retire-le.";
const tooLong = (many: number) => `${counted(many, "caractère")} de trop.`;

type Props = {
  conversationId: string;
  me: string;
  /** Who may be named after an @. */
  people: readonly PersonView[];
  placeholder: string;
  /** Made by the server with this page: a form sent twice, even without JavaScript, is one message. */
  clientId: string;
  replyTo: MessageView | null;
  onReplyOver: () => void;
  returned: Returned | null;
  onSend: (written: Written) => void;
  /** She writes. */
  onTyped: () => void;
  /** The arrow up in an empty field: the last message that she may still edit. */
  onEditLast: () => void;
  /** What hangs on the message. */
  attachments: AttachmentsInHand;
  buttons: ReactNode;
  strip: ReactNode;
};

const named = (text: string | undefined): Mention[] => {
  try {
    const found: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(found) ? asMentions(found as Named[]) : [];
  } catch {
    return []; // not ours
  }
};

/** Where one writes. What is typed stays in this browser; the form alone sends it before JavaScript. */
export function MessageComposer(props: Props) {
  const { conversationId, me, people, placeholder, replyTo, onReplyOver, returned, onSend, attachments } = props;
  const [state, action] = useActionState(sendMessageAction, {});
  const [body, setBody] = useState(state.values?.body ?? "");
  const [mentions, setMentions] = useState<Mention[]>(named(state.values?.mentions));
  const [clientId, setClientId] = useState(state.values?.clientId ?? props.clientId);
  const [problem, setProblem] = useState<string | null>(null);
  const { kept, handlers, forget } = useFormDraft(
    messageDraft(me, conversationId),
    ({ body: typed = "" }) => typed.trim() !== "",
  );
  const form = useRef<HTMLFormElement>(null);
  const area = () => form.current?.querySelector("textarea") ?? null;

  useEffect(() => {
    if (!kept?.body) return;
    setBody(kept.body);
    setMentions(named(kept.mentions));
  }, [kept]);
  useEffect(() => {
    if (!returned) return;
    setBody(returned.body);
    setMentions(asMentions(returned.mentions ?? []));
    form.current?.querySelector("textarea")?.focus();
  }, [returned]);
  useEffect(() => {
    if (replyTo) form.current?.querySelector("textarea")?.focus();
  }, [replyTo]);

  const left = BODY_MAX - body.length;
  const empty = body.trim() === "" && attachments.value.photoIds.length + attachments.value.fileIds.length === 0;
  const said = problem ?? (state.error ? (state.error.fields?.body ?? state.error.message) : null);

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const wrong = attachments.busy ? NOT_SENT : attachments.failed ? FAILED : left < 0 ? tooLong(-left) : null;
    setProblem(wrong);
    if (wrong || empty) {
      area()?.focus();
      return;
    }
    const about = replyTo && { replyToId: replyTo.id };
    onSend({ body, mentions: asNamed(mentions), ...about, ...attachments.value });
    setBody("");
    setMentions([]);
    setClientId(newClientId());
    attachments.clear();
    forget();
    onReplyOver();
    area()?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.key === "Escape" && replyTo) onReplyOver();
    else if (event.key === "ArrowUp" && body === "") {
      event.preventDefault();
      props.onEditLast();
    }
  }

  return (
    <form
      ref={form}
      action={action}
      {...handlers}
      onSubmit={onSubmit}
      aria-label="Écrire un message"
      className="grid gap-2 border-t border-line bg-card px-3 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] lg:px-5 lg:pt-3 lg:pb-4"
    >
      {Object.entries({ conversationId, clientId, mentions: JSON.stringify(asNamed(mentions)) }).map(
        ([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ),
      )}
      {replyTo && (
        <div className="flex items-center gap-2 rounded-control border-l-[3px] border-rose bg-sunken py-1 pr-1 pl-3">
          <p className="min-w-0 flex-1 text-note">
            <span className="font-[650]">En réponse à {replyTo.author?.id === me ? "toi" : replyTo.author?.name}</span>
            <span className="block truncate text-ink-2">{excerptOfMessage(replyTo)}</span>
          </p>
          <button
            type="button"
            onClick={onReplyOver}
            className="grid size-11 shrink-0 place-items-center rounded-full text-ink-2 hover:text-ink"
          >
            <Icon name="cross" size={18} label="Ne plus répondre à ce message" />
          </button>
        </div>
      )}
      {props.strip}
      {said && <FieldError id="message-error">{said}</FieldError>}
      <div className="flex items-end gap-1.5">
        {props.buttons}
        <MessageArea
          me={me}
          people={people}
          id="message"
          name="body"
          aria-invalid={said ? true : undefined}
          aria-describedby={said ? "message-error" : undefined}
          placeholder={placeholder}
          value={body}
          mentions={mentions}
          enterKeyHint="enter"
          onWrite={(text, found) => {
            setProblem(null);
            setBody(text);
            setMentions(found);
            if (text.trim()) props.onTyped();
          }}
          onKeyDown={onKeyDown}
          onPaste={attachments.onPaste}
        />
        <button
          type="submit"
          title="Envoyer"
          className="grid size-12 shrink-0 place-items-center rounded-full bg-rose text-on-rose transition-colors hover:bg-rose-strong"
        >
          <Icon name="send" label="Envoyer" />
        </button>
      </div>
      {left < ROOM_SAID && (
        <p role="status" className="text-right text-note text-ink-2">
          {left < 0
            ? `${counted(-left, "caractère")} de trop`
            : counted(left, "caractère restant", "caractères restants")}
        </p>
      )}
    </form>
  );
}
