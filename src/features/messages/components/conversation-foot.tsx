import type { ConversationView } from "../conversation.views.ts";
import type { MessageView } from "../message.views.ts";
import { AttachMenu } from "./attach-menu.tsx";
import { EditMessageForm } from "./edit-message-form.tsx";
import { MessageComposer } from "./message-composer.tsx";
import { firstName } from "./name-words.ts";
import { ClosedWords } from "./request-bar.tsx";
import { UploadStrip } from "./upload-strip.tsx";
import type { Writing } from "./use-writing.ts";

/** Under the log: where one writes, or mends what one wrote, or why nothing is written here now. */
export function ConversationFoot({
  conversation,
  writing,
  last,
  clientId,
  onTyped,
}: {
  conversation: ConversationView;
  writing: Writing;
  /** The last message that the reader wrote. */
  last: MessageView | undefined;
  clientId: string;
  onTyped: () => void;
}) {
  const { id, me, kind, people, can } = conversation;
  const { editing, attachments } = writing;
  if (!can.write) return <ClosedWords conversation={conversation} />;
  if (editing)
    return (
      <EditMessageForm
        key={editing.id}
        message={editing}
        me={me}
        people={people}
        onSave={writing.edit}
        onOver={writing.editOver}
      />
    );
  const other = people.find((person) => person.id !== me);
  return (
    <MessageComposer
      conversationId={id}
      me={me}
      people={people}
      placeholder={kind === "direct" && other ? `Écrire à ${firstName(other.name)}` : "Écrire un message"}
      clientId={clientId}
      replyTo={writing.replyTo}
      onReplyOver={writing.replyOver}
      returned={writing.returned}
      onSend={writing.send}
      onTyped={onTyped}
      onEditLast={() => writing.editLast(last)}
      attachments={attachments}
      buttons={<AttachMenu attachments={attachments} />}
      strip={<UploadStrip attachments={attachments} />}
    />
  );
}
