import { useState } from "react";
import type { PublicError } from "@/core/app-error.ts";
import type { ConversationView } from "../conversation.views.ts";
import { isEditable } from "../message.rules.ts";
import type { MessageView } from "../message.views.ts";
import { copyWords } from "./copy-words.ts";
import { attachmentsDraftKey } from "./drafts.ts";
import type { MessageActs } from "./message-menu.tsx";
import type { OutgoingMessage, Written } from "./message-outbox.ts";
import type { Named } from "./named-members.ts";
import { useAttachments } from "./use-attachments.ts";
import type { LiveConversation } from "./use-conversation.ts";

/** Words that did not arrive, to be written on. */
export type Returned = Written & { key: string };

/**
 * What the reader has in hand: the message that she answers, edits or deletes, words that she took back, what hangs on those
 * that she writes. `may`: whether she writes here now; `onSend`: something leaves.
 */
export function useWriting(
  { id, me, can }: ConversationView,
  board: LiveConversation,
  { may, onSend }: { may: boolean; onSend: () => void },
) {
  const [replyTo, setReplyTo] = useState<MessageView | null>(null);
  const [editing, setEditing] = useState<MessageView | null>(null);
  const [deleting, setDeleting] = useState<MessageView | null>(null);
  const [returned, setReturned] = useState<Returned | null>(null);
  const attachments = useAttachments(attachmentsDraftKey(me, id));
  const acts: MessageActs = {
    reply: may ? setReplyTo : undefined,
    edit: may ? setEditing : undefined,
    remove: setDeleting,
    copy: copyWords,
    report: can.report,
  };

  return {
    ...{ may, replyTo, editing, deleting, returned, attachments, acts },
    send(written: Written): void {
      board.send(written);
      onSend();
    },
    /** What waits or was refused comes back to where it was written. */
    takeBack({ input }: OutgoingMessage): void {
      board.drop(input.clientId);
      setReturned({ ...input, key: input.clientId });
      attachments.bring(input);
    },
    replyOver: () => setReplyTo(null),
    /** Her last message, while it may still be edited. */
    editLast(last: MessageView | undefined): void {
      const fixed = !last || last.deleted || last.hidden || last.toAll;
      if (!fixed && isEditable(new Date(last.at), new Date())) setEditing(last);
    },
    /** Answers what is wrong, or nothing; so does `remove`. */
    edit: async (body: string, mentions: Named[]): Promise<string | null> =>
      editing && sentenceOf(await board.edit(editing.id, { body, mentions })),
    editOver: () => setEditing(null),
    remove: async (): Promise<string | null> => deleting && sentenceOf(await board.remove(deleting.id)),
    removeOver: () => setDeleting(null),
  };
}

export type Writing = ReturnType<typeof useWriting>;

const sentenceOf = (error: PublicError | null) => error && (error.fields?.body ?? error.message);
