"use client";

import { type ReactNode, useMemo } from "react";
import { paths } from "@/core/paths.ts";
import { useNow } from "@/ui/use-now.ts";
import type { ConversationView } from "../conversation.views.ts";
import type { FirstPage } from "../message.feed.ts";
import { isEditable } from "../message.rules.ts";
import { PausedWords } from "./connection-words.tsx";
import { ConversationFoot } from "./conversation-foot.tsx";
import { ConversationHead } from "./conversation-head.tsx";
import { DeleteDialog } from "./delete-dialog.tsx";
import { lastOwnOf, linesOf } from "./log-blocks.ts";
import { LogFrame } from "./log-frame.tsx";
import { MessageLog } from "./message-log.tsx";
import { MessageMenu } from "./message-menu.tsx";
import { namesOf, typingWords } from "./name-words.ts";
import { OlderLink } from "./older-link.tsx";
import { ReadState } from "./read-state.tsx";
import { SecrecyLine } from "./secrecy-words.tsx";
import { useAnnounced } from "./use-announced.ts";
import { useChanges } from "./use-changes.ts";
import { useConversation } from "./use-conversation.ts";
import { useForgetBegun } from "./use-forget-begun.ts";
import { useReading } from "./use-reading.ts";
import { useWriting } from "./use-writing.ts";
import { WaitingMessages } from "./waiting-message.tsx";

type Props = {
  conversation: ConversationView;
  first: FirstPage;
  clientId: string;
  now: number;
  /** The list that it was opened from. */
  back: string;
  highlighted: number | null;
  /** Under its head: of an inbox, who looks after it. */
  above?: ReactNode;
  /** In the place of the composer: a request to answer. */
  request?: ReactNode;
};

/** A conversation, moving with every screen. Rendered whole by the server; reading, and sending by a form, work without this. */
export function ConversationScreen({
  conversation,
  first,
  clientId,
  now: serverNow,
  back,
  highlighted,
  above,
  request,
}: Props) {
  const { id, me, kind, place, can, readSeq } = conversation;
  const board = useConversation(id, me, { ...first, readSeq });
  const { status, paused, outgoing } = board;
  const { entries, people, reads, older } = board.feed;
  const lines = useMemo(() => linesOf(entries), [entries]);
  const lastOwn = lastOwnOf(lines, me);
  const now = useNow(serverNow) ?? serverNow;

  const reading = useReading(board, lines, me, readSeq);
  const writing = useWriting(conversation, board, { may: can.write && !request, onSend: reading.toEnd });
  const said = useAnnounced(lines, me, paused);
  useChanges(id, me, lines.findLast((line) => line.kind !== "message")?.seq ?? 0);
  useForgetBegun(conversation);

  return (
    <>
      <ConversationHead
        conversation={conversation}
        back={back}
        here={namesOf(board.here, me, people)}
        paused={paused}
        {...(status !== "connecting" && { onPause: board.pause })}
      />
      {above}
      <LogFrame reading={reading} status={status} drop={writing.may ? writing.attachments : null}>
        {older ? (
          <OlderLink
            href={`${paths.conversation(id)}?avant=${entries[0]?.seq ?? 0}`}
            load={board.loadOlder}
            box={reading.box}
          />
        ) : (
          <SecrecyLine href={`${paths.conversationPeople(id)}#qui-lit`} inbox={kind === "inbox"} />
        )}
        <MessageLog
          lines={lines}
          me={me}
          people={people}
          named={kind !== "direct"}
          placeName={place?.name}
          unreadAfter={first.lastSeq > board.newFrom ? board.newFrom : null}
          now={now}
          highlighted={highlighted}
          onQuote={goTo}
          menuOf={(message) =>
            message.deleted || message.hidden ? null : (
              <MessageMenu
                message={message}
                own={message.author?.id === me}
                editable={!message.toAll && isEditable(new Date(message.at), new Date(now))}
                acts={writing.acts}
              />
            )
          }
          stateOf={(message) =>
            message.seq === lastOwn?.seq && outgoing.length === 0 && !message.deleted ? (
              <ReadState seq={message.seq} reads={reads} people={people} conversation={conversation} />
            ) : null
          }
        />
        <WaitingMessages outgoing={outgoing} onAgain={board.again} onTakeBack={writing.takeBack} />
        {!paused && (
          <p role="status" className="min-h-5 text-note text-ink-3 italic">
            {typingWords(namesOf(board.typing, me, people))}
          </p>
        )}
      </LogFrame>
      {paused && <PausedWords onResume={() => board.pause(false)} />}
      {request || (
        <ConversationFoot
          conversation={conversation}
          writing={writing}
          last={lastOwn}
          clientId={clientId}
          onTyped={board.typed}
        />
      )}
      {writing.deleting && (
        <DeleteDialog message={writing.deleting} onDelete={writing.remove} onOver={writing.removeOver} />
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  );
}

/** To a message that is on the page: seen, and reached by the keyboard from there on. Answers whether it is. */
function goTo(seq: number): boolean {
  const element = document.getElementById(`m${seq}`);
  if (!element) return false;
  element.scrollIntoView({ block: "center" });
  element.focus({ preventScroll: true });
  return true;
}
