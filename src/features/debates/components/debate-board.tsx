"use client";

import { type FormEvent, useActionState, useCallback, useEffect, useState } from "react";
import { classNames } from "@/ui/class-names.ts";
import { Notice } from "@/ui/notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { voteAction } from "../debate.actions.ts";
import { type Side, statusOf, type VoteValue } from "../debate.rules.ts";
import type { DebatePageView } from "../debate.views.ts";
import { ConnectionWords } from "./connection-words.tsx";
import { DebateColumn } from "./debate-column.tsx";
import { DebateComposer } from "./debate-composer.tsx";
import { useDebateFeed } from "./use-debate-feed.ts";
import { useNow } from "./use-now.ts";

const HEARD_AFTER_MS = 2_000;
const sides: readonly Side[] = ["pour", "contre"];
const tabs = { pour: "border-pour text-pour", contre: "border-contre text-contre" };

type Props = {
  page: DebatePageView;
  side: Side;
  clientId: string;
  /** The server's clock, or null on a page that is kept: its words must stay true. */
  now: number | null;
};

/** Composer and columns, moving with every screen. Rendered whole by the server; forms and links work without it. */
export function DebateBoard({ page, side: firstSide, clientId, now: serverNow }: Props) {
  const { debate, me } = page;
  const [side, setSide] = useState(firstSide);
  const now = useNow(serverNow);
  const board = useDebateFeed(page, isReadingBelow);
  const { feed, status, paused } = board;
  const running = now === null || statusOf(debate, now) === "running";
  const canVote = page.can.vote && running;
  const [voteForm, sendVote] = useActionState(voteAction, {});
  const heard = useAnnouncement(feed.unheard, board.heard);

  async function vote(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const pressed = (event.nativeEvent as SubmitEvent).submitter;
    if (!(pressed instanceof HTMLButtonElement)) return;
    const [value, id] = pressed.value.split(".");
    const refused = id ? await board.vote(id, value as VoteValue) : null;
    if (refused === "unreachable") toast("Connexion perdue : ton vote n’est pas parti. Réessaie.", "error");
    else if (refused) toast(`${refused.message} Ton vote n’a pas changé.`, "error");
  }

  return (
    <>
      <ConnectionWords status={status} />
      {me && page.can.contribute && running && (
        <DebateComposer
          page={{ ...page, me }}
          side={side}
          clientId={clientId}
          status={status}
          send={board.send}
          onPublished={setSide}
        />
      )}
      {voteForm.error && (
        <Notice tone="error" role="alert" className="mt-4">
          {voteForm.error.message}
        </Notice>
      )}
      <div className="mt-5 mb-4 flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 md:mt-3 md:mb-1">
        <nav aria-label="Côtés du débat" className="order-last grid w-full grid-cols-2 md:hidden">
          {sides.map((one) => (
            <a
              key={one}
              href={`?cote=${one}`}
              aria-current={one === side ? "true" : undefined}
              onClick={(event) => {
                event.preventDefault();
                setSide(one);
                history.replaceState(history.state, "", `?cote=${one}`);
              }}
              className={classNames(
                "flex min-h-12 items-center justify-center border-b-[3px] font-bold no-underline",
                one === side ? tabs[one] : "border-line text-ink-3",
              )}
            >
              {one === "pour" ? "Pour" : "Contre"}
              <span className="ml-1.5 tabular-nums">· {feed.counts[one]}</span>
            </a>
          ))}
        </nav>
        {status !== "connecting" && running && (
          <button
            type="button"
            aria-pressed={paused}
            onClick={() => board.pause(!paused)}
            className="ml-auto inline-flex min-h-11 items-center rounded-full px-3 text-note font-semibold text-ink-2 hover:text-ink aria-pressed:bg-amber-soft aria-pressed:text-amber"
          >
            {paused ? "Direct suspendu : reprendre" : "Suspendre le direct"}
          </button>
        )}
      </div>
      <form action={sendVote} onSubmit={vote} className="grid items-start gap-6.5 md:grid-cols-2">
        <input type="hidden" name="debate" value={`${debate.id}-${debate.slug}`} />
        <input type="hidden" name="side" value={side} />
        {sides.map((one) => (
          <DebateColumn
            key={one}
            side={one}
            feed={feed}
            column={feed.columns[one]}
            firstSeq={debate.lastSeq}
            current={one === side}
            canVote={canVote}
            me={me}
            now={now}
            onReveal={() => board.reveal(one)}
          />
        ))}
      </form>
      <p role="status" className="sr-only">
        {heard}
      </p>
    </>
  );
}

/** Whether the reader is further down in a column: what arrives then waits behind a pill. */
function isReadingBelow(side: Side): boolean {
  const head = document.querySelector(`#${side} [data-head]`)?.nextElementSibling;
  if (!(head instanceof HTMLElement) || head.offsetParent === null) return false;
  return head.getBoundingClientRect().top < 0 || head.contains(document.activeElement);
}

/** "2 nouvelles contributions pour", a moment after the last one, for screen readers. */
function useAnnouncement(unheard: Record<Side, number>, onHeard: () => void): string {
  const [words, setWords] = useState("");
  const say = useCallback((count: number, side: Side) => {
    if (count === 0) return null;
    return count === 1 ? `une nouvelle contribution ${side}` : `${count} nouvelles contributions ${side}`;
  }, []);
  const { pour, contre } = unheard;
  useEffect(() => {
    if (pour + contre === 0) return;
    const timer = setTimeout(() => {
      setWords([say(pour, "pour"), say(contre, "contre")].filter(Boolean).join(", "));
      onHeard();
    }, HEARD_AFTER_MS);
    return () => clearTimeout(timer);
  }, [pour, contre, say, onHeard]);
  return words;
}
