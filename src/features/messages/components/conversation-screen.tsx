"use client";

import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { PublicError } from "@/core/app-error.ts";
import { paths } from "@/core/paths.ts";
import { buttonClasses } from "@/ui/button.tsx";
import { Icon } from "@/ui/icons.tsx";
import { forgetSent } from "@/ui/use-form-draft.ts";
import { useNow } from "@/ui/use-now.ts";
import type { ConversationView } from "../conversation.views.ts";
import type { FirstPage } from "../message.feed.ts";
import { isEditable } from "../message.rules.ts";
import type { MessageView } from "../message.views.ts";
import { AttachMenu } from "./attach-menu.tsx";
import { ConnectionWords } from "./connection-words.tsx";
import { ConversationHead } from "./conversation-head.tsx";
import { copyWords } from "./copy-words.ts";
import { DeleteDialog } from "./delete-dialog.tsx";
import { EditMessageForm } from "./edit-message-form.tsx";
import { carriedWords } from "./excerpt-of-message.ts";
import { type Line, linesOf } from "./log-blocks.ts";
import { MessageComposer, type Returned } from "./message-composer.tsx";
import { MessageLog } from "./message-log.tsx";
import { MessageMenu } from "./message-menu.tsx";
import type { Written } from "./message-outbox.ts";
import { firstName, typingWords } from "./name-words.ts";
import { ReadState } from "./read-state.tsx";
import { ClosedWords } from "./request-bar.tsx";
import { SecrecyLine } from "./secrecy-words.tsx";
import { UploadStrip } from "./upload-strip.tsx";
import { useAnnounced } from "./use-announced.ts";
import { useAttachments } from "./use-attachments.ts";
import { useChanges } from "./use-changes.ts";
import { useConversation } from "./use-conversation.ts";
import { useIsSeen, useLogScroll } from "./use-log-scroll.ts";
import { WaitingMessage } from "./waiting-message.tsx";

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
  const { id, me, kind, place, can } = conversation;
  const board = useConversation(id, me, { ...first, readSeq: conversation.readSeq });
  const { feed, outgoing, status, paused, sawUpTo } = board;
  const { entries, people, reads } = feed;
  const lines = useMemo(() => linesOf(entries), [entries]);
  const now = useNow(serverNow) ?? serverNow;
  const seen = useIsSeen();

  const box = useRef<HTMLElement>(null);
  const scroll = useLogScroll(box, lines);
  const [replyTo, setReplyTo] = useState<MessageView | null>(null);
  const [editing, setEditing] = useState<MessageView | null>(null);
  const [deleting, setDeleting] = useState<MessageView | null>(null);
  const [returned, setReturned] = useState<Returned | null>(null);
  const attachments = useAttachments(`coopol:message-files:${id}:${me}`);

  const others = useMemo(() => conversation.people.filter((person) => person.id !== me), [conversation.people, me]);
  const nameOf = (memberId: string) => people[memberId]?.name ?? "";
  const writers = board.typing
    .filter((one) => one !== me)
    .map(nameOf)
    .filter(Boolean);
  const here = board.here
    .filter((one) => one !== me)
    .map(nameOf)
    .filter(Boolean);
  const said = useAnnounced(lines, me, paused);
  const lastOwn = lines.findLast((line) => line.kind === "message" && line.message.author?.id === me)?.seq;
  const lastSeq = lines.at(-1)?.seq ?? 0;
  useChanges(id, me, lines.findLast(({ kind }) => kind !== "message")?.seq ?? 0);
  const fresh = useFresh(lines, me, scroll.atEnd, conversation.readSeq);

  useEffect(() => {
    // What was begun on the page of a new message has arrived.
    forgetSent(
      `coopol:message:a:${others
        .map((one) => one.id)
        .sort()
        .join()}:${me}`,
    );
    if (place) forgetSent(`coopol:lieu:${place.scope}:${me}`);
  }, [others, me, place]);

  useEffect(() => {
    if (scroll.atEnd && seen && !paused && lastSeq > 0) sawUpTo(lastSeq);
  }, [scroll.atEnd, seen, paused, sawUpTo, lastSeq]);

  // One begins with what one has not read.
  useEffect(() => {
    if (location.hash !== "") return;
    const mark = document.getElementById("nouveau");
    const top = box.current?.getBoundingClientRect().top ?? 0;
    if (mark && mark.getBoundingClientRect().top < top) mark.scrollIntoView({ block: "start" });
  }, []);

  function quote(seq: number): boolean {
    const element = document.getElementById(`m${seq}`);
    if (!element) return false;
    element.scrollIntoView({ block: "center" });
    element.focus({ preventScroll: true });
    return true;
  }

  function send(written: Written): void {
    board.send(written);
    scroll.toEnd();
  }

  const may = can.write && !request;
  const acts = {
    reply: may ? setReplyTo : undefined,
    edit: may ? setEditing : undefined,
    remove: setDeleting,
    copy: copyWords,
    report: can.report,
  };
  const editLast = () => {
    const own = lines.findLast(
      (line): line is Line & { kind: "message" } => line.kind === "message" && line.seq === lastOwn,
    );
    if (own && !own.message.deleted && !own.message.hidden && isEditable(new Date(own.message.at), new Date()))
      setEditing(own.message);
  };

  return (
    <>
      <ConversationHead
        conversation={conversation}
        back={back}
        here={here}
        paused={paused}
        {...(status !== "connecting" && { onPause: board.pause })}
      />
      {above}
      <div className="relative flex min-h-0 flex-1 flex-col" {...(may && attachments.dropping)}>
        <section
          ref={box}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
          tabIndex={0}
          aria-label="Messages"
          data-scrolls
          onScroll={scroll.onScroll}
          className="flex min-h-0 flex-1 flex-col-reverse overflow-x-hidden overflow-y-auto overscroll-contain px-3 [overflow-anchor:none] lg:px-5"
        >
          <div className="grid gap-3 py-4">
            {feed.older ? (
              <OlderLink
                href={`${paths.conversation(id)}?avant=${entries[0]?.seq ?? 0}`}
                load={board.loadOlder}
                box={box}
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
              onQuote={quote}
              menuOf={(message) =>
                message.deleted || message.hidden ? null : (
                  <MessageMenu
                    message={message}
                    own={message.author?.id === me}
                    editable={isEditable(new Date(message.at), new Date(now))}
                    acts={acts}
                  />
                )
              }
              stateOf={(message) =>
                message.seq === lastOwn && outgoing.length === 0 && !message.deleted ? (
                  <ReadState seq={message.seq} reads={reads} people={people} conversation={conversation} />
                ) : null
              }
            />
            {outgoing.length > 0 && (
              <ol aria-label="Pas encore envoyés" className="grid gap-1.5">
                {outgoing.map(({ input, state, problem }) => (
                  <WaitingMessage
                    key={input.clientId}
                    body={input.body}
                    carries={carriedWords(input.photoIds?.length ?? 0, input.fileIds?.length ?? 0)}
                    state={state}
                    problem={problem ? (problem.fields?.body ?? problem.message) : null}
                    onAgain={() => board.again(input.clientId)}
                    onTakeBack={() => {
                      board.drop(input.clientId);
                      setReturned({ ...input, key: input.clientId });
                      attachments.bring(input);
                    }}
                  />
                ))}
              </ol>
            )}
            {!paused && (
              <p role="status" className="min-h-5 text-note text-ink-3 italic">
                {typingWords(writers)}
              </p>
            )}
          </div>
        </section>
        <ConnectionWords status={status} />
        {!scroll.atEnd && (
          <button
            type="button"
            onClick={scroll.toEnd}
            className={`${buttonClasses({ variant: "secondary", size: "compact" })} absolute bottom-3 left-1/2 -translate-x-1/2`}
          >
            {fresh === 0 ? "Revenir en bas" : fresh === 1 ? "1 nouveau message" : `${fresh} nouveaux messages`}
            <Icon name="down" size={18} className="-mr-1" />
          </button>
        )}
        {attachments.over && (
          <p className="pointer-events-none absolute inset-3 grid place-items-center rounded-card border-2 border-dashed border-rose bg-paper/90 font-[650]">
            Lâche ici tes photos et tes fichiers
          </p>
        )}
      </div>
      {paused && (
        <p className="flex items-center justify-center gap-3 bg-amber-soft px-4 py-1.5 text-note font-semibold text-amber">
          Direct suspendu
          <button type="button" onClick={() => board.pause(false)} className="min-h-11 underline underline-offset-2">
            Reprendre
          </button>
        </p>
      )}
      {foot()}
      {deleting && (
        <DeleteDialog
          message={deleting}
          onDelete={async () => sentenceOf(await board.remove(deleting.id))}
          onOver={() => setDeleting(null)}
        />
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  );

  function foot(): ReactNode {
    if (request) return request;
    if (!can.write) return <ClosedWords conversation={conversation} />;
    if (editing)
      return (
        <EditMessageForm
          key={editing.id}
          message={editing}
          me={me}
          people={conversation.people}
          onSave={async (body, mentions) => sentenceOf(await board.edit(editing.id, { body, mentions }))}
          onOver={() => setEditing(null)}
        />
      );
    return (
      <MessageComposer
        conversationId={id}
        me={me}
        people={conversation.people}
        placeholder={kind === "direct" && others[0] ? `Écrire à ${firstName(others[0].name)}` : "Écrire un message"}
        clientId={clientId}
        replyTo={replyTo}
        onReplyOver={() => setReplyTo(null)}
        returned={returned}
        onSend={send}
        onTyped={board.typed}
        onEditLast={editLast}
        attachments={attachments}
        buttons={<AttachMenu attachments={attachments} />}
        strip={<UploadStrip attachments={attachments} />}
      />
    );
  }
}

const sentenceOf = (error: PublicError | null) => error && (error.fields?.body ?? error.message);

/** Older messages: at the press of a link, and by scrolling up to it. */
function OlderLink({
  href,
  load,
  box,
}: {
  href: string;
  load: () => Promise<boolean>;
  box: { readonly current: HTMLElement | null };
}) {
  const link = useRef<HTMLAnchorElement>(null);
  const [loading, setLoading] = useState(false);
  const go = useRef(async () => {});
  useEffect(() => {
    go.current = async () => {
      if (loading) return;
      setLoading(true);
      await load();
      setLoading(false);
    };
  });
  useEffect(() => {
    if (!link.current) return;
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && void go.current(), {
      root: box.current,
      rootMargin: "200px 0px 0px",
    });
    watcher.observe(link.current);
    return () => watcher.disconnect();
  }, [box]);
  return (
    <p className="flex justify-center">
      <a
        ref={link}
        href={href}
        aria-busy={loading || undefined}
        onClick={(event) => {
          event.preventDefault();
          void go.current();
        }}
        className={buttonClasses({ variant: "secondary", size: "compact" })}
      >
        {loading ? "Un instant…" : "Messages plus anciens"}
      </a>
    </p>
  );
}

/** How many messages of others came since one last stood at the end. */
function useFresh(lines: readonly Line[], me: string, atEnd: boolean, readSeq: number): number {
  const [stoodAt, setStoodAt] = useState(readSeq);
  const last = lines.at(-1)?.seq ?? 0;
  useEffect(() => {
    if (atEnd) setStoodAt(last);
  }, [atEnd, last]);
  if (atEnd) return 0;
  return lines.filter((line) => line.kind === "message" && line.seq > stoodAt && line.message.author?.id !== me).length;
}
