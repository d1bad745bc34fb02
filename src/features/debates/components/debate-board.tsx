"use client";

import { useActionState, useCallback, useEffect, useState } from "react";
import { counted } from "@/core/french-dates.ts";
import { classNames } from "@/ui/class-names.ts";
import { Notice } from "@/ui/notice.tsx";
import { useNow } from "@/ui/use-now.ts";
import { voteAction } from "../debate.actions.ts";
import { type Side, takesContributions, takesSide, takesVotes } from "../debate.rules.ts";
import type { DebatePageView } from "../debate.views.ts";
import { addressOf, sideWords } from "./board-words.ts";
import { ConnectionWords } from "./connection-words.tsx";
import { DebateColumn } from "./debate-column.tsx";
import { DebateComposer } from "./debate-composer.tsx";
import { Orders } from "./debate-orders.tsx";
import { PhaseSteps, PhaseWords } from "./phase-steps.tsx";
import { useDebateFeed } from "./use-debate-feed.ts";
import { useOutdated } from "./use-outdated.ts";
import { useVotes } from "./use-votes.ts";

const HEARD_AFTER_MS = 2_000;
const tabs = { pour: "border-pour text-pour", contre: "border-contre text-contre", neutre: "border-ink-2 text-ink" };

type Props = {
  page: Omit<DebatePageView, "story" | "hosts" | "synthesis" | "follows">;
  side: Side;
  clientId: string;
  /** The server's clock, or null on a page that is kept: its words must stay true. */
  now: number | null;
};

/** Composer and columns, moving with every screen. Rendered whole by the server; forms and links work without it. */
export function DebateBoard({ page, side: firstSide, clientId, now: serverNow }: Props) {
  const { debate, me, order, sides } = page;
  const [side, setSide] = useState(firstSide);
  const now = useNow(serverNow);
  const newest = order === "newest" && Object.keys(page.after).length === 0;
  const board = useDebateFeed(debate.id, { ...page, newest, threaded: false }, isReadingBelow);
  const { feed, status, paused, presence } = board;
  const { phase } = feed;
  const can = { takePart: page.can.takePart, vote: page.can.takePart && takesVotes(phase) };
  const writable = sides.filter((one) => takesSide(phase, one));
  const [voteForm, sendVote] = useActionState(voteAction, {});
  const vote = useVotes(board);
  const heard = useAnnouncement(feed.unheard, board.heard);
  useOutdated(feed.outdated, board.refreshed);
  const hasVotes = takesVotes(phase) || feed.counts.votes > 0;

  return (
    <>
      <PhaseSteps debate={debate} phase={phase} now={now} here={presence.here} />
      <ConnectionWords status={status} />
      <PhaseWords phase={phase} isMember={me !== null} />
      {me && can.takePart && takesContributions(phase) && (
        <DebateComposer
          debate={debate}
          me={me}
          asksPublicName={page.asksPublicName}
          sides={writable}
          side={writable.includes(side) ? side : "pour"}
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
      {phase !== "upcoming" && (
        <>
          <div className="mt-5 mb-4 flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 md:mb-5">
            {hasVotes && <Orders order={order} side={side} awaits={can.vote} />}
            <p className="min-h-5 text-note text-ink-3 empty:hidden" aria-hidden="true">
              {presence.typing > 0 && typingWords(presence.typing)}
            </p>
            {status !== "connecting" && phase !== "closed" && (
              <button
                type="button"
                aria-pressed={paused}
                onClick={() => board.pause(!paused)}
                className="ml-auto inline-flex min-h-11 items-center rounded-full px-3 text-note font-semibold text-ink-2 hover:text-ink aria-pressed:bg-amber-soft aria-pressed:text-amber"
              >
                {paused ? "Direct suspendu : reprendre" : "Suspendre le direct"}
              </button>
            )}
            <nav
              aria-label="Côtés du débat"
              className={classNames(
                "order-last grid w-full md:hidden",
                sides.length === 3 ? "grid-cols-3" : "grid-cols-2",
              )}
            >
              {sides.map((one) => (
                <a
                  key={one}
                  href={addressOf({ ordre: order, cote: one })}
                  aria-current={one === side ? "true" : undefined}
                  onClick={(event) => {
                    event.preventDefault();
                    setSide(one);
                    history.replaceState(history.state, "", addressOf({ ordre: order, cote: one, ...page.after }));
                  }}
                  className={classNames(
                    "flex min-h-12 items-center justify-center border-b-[3px] font-bold no-underline",
                    one === side ? tabs[one] : "border-line text-ink-3",
                  )}
                >
                  {sideWords[one]}
                  <span className="ml-1.5 tabular-nums">· {feed.counts[one]}</span>
                </a>
              ))}
            </nav>
          </div>
          <form
            action={sendVote}
            onSubmit={vote}
            className={classNames(
              "grid items-start gap-6.5 md:grid-cols-2",
              sides.length === 3 && "lg:grid-cols-3 lg:gap-5",
            )}
          >
            <input type="hidden" name="debate" value={`${debate.id}-${debate.slug}`} />
            <input type="hidden" name="side" value={side} />
            {sides.map((one) => (
              <DebateColumn
                key={one}
                debate={debate}
                side={one}
                order={order}
                feed={feed}
                column={feed.columns[one]}
                firstSeq={debate.lastSeq}
                current={one === side}
                can={can}
                me={me}
                now={now}
                onReveal={() => board.reveal(one)}
              />
            ))}
          </form>
        </>
      )}
      <p role="status" className="sr-only">
        {heard}
      </p>
    </>
  );
}

/** "3 personnes écrivent". */
const typingWords = (typing: number) =>
  `${counted(typing, "personne", "personnes")} ${typing < 2 ? "écrit" : "écrivent"}…`;

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
    const way = side === "neutre" ? "" : ` ${side}`;
    return count === 1 ? `une nouvelle contribution${way}` : `${count} nouvelles contributions${way}`;
  }, []);
  const { pour, contre, neutre } = unheard;
  useEffect(() => {
    if (pour + contre + neutre === 0) return;
    const timer = setTimeout(() => {
      const said = [say(pour, "pour"), say(contre, "contre"), say(neutre, "neutre")];
      setWords(said.filter(Boolean).join(", "));
      onHeard();
    }, HEARD_AFTER_MS);
    return () => clearTimeout(timer);
  }, [pour, contre, neutre, say, onHeard]);
  return words;
}
