import { useCallback, useRef, useState } from "react";
import type { PublicError } from "@/core/app-error.ts";
import { paths } from "@/core/paths.ts";
import { liveCall } from "@/live/client/live-call.ts";
import { sendOnce } from "@/live/client/send-once.ts";
import { isCountedTyping, signalTypingOver } from "@/live/client/typing.ts";
import { useLog } from "@/live/client/use-log.ts";
import type { Counted } from "../commands/cast-vote.ts";
import type { Published } from "../commands/contribute.ts";
import type { TallyNews } from "../contribution.views.ts";
import { type Feed, type FeedEvent, feedOf, type News, nextFeed } from "../debate.feed.ts";
import type { Side, VoteValue } from "../debate.rules.ts";
import type { CatchUpView } from "../debate.views.ts";

/** Whoever writes a little faster than one contribution in three seconds waits on the screen, not in words. */
const PACE_S = 3;

export type Contribution = { clientId: string; body: string } & ({ side: Side } | { parentId: string });
export type SendOutcome = "published" | "unreachable" | PublicError;
type Presence = { here: number; typing: number };

/** The debate as this screen holds it: live frames, pulls for what was missed, and the reader's own acts. */
export function useDebateFeed(
  id: string,
  first: Parameters<typeof feedOf>[0],
  isReadingBelow: (side: Side) => boolean,
) {
  const current = useRef(feedOf(first));
  const [feed, setFeed] = useState(current.current);
  const [paused, setPaused] = useState(false);
  const [presence, setPresence] = useState<Presence>({ here: 0, typing: 0 });
  const attempts = useRef(0);

  const tell = useCallback((event: FeedEvent) => {
    current.current = nextFeed(current.current, event);
    setFeed(current.current);
  }, []);
  const hold = () => ({
    pour: isReadingBelow("pour"),
    contre: isReadingBelow("contre"),
    neutre: isReadingBelow("neutre"),
  });

  const { status, pull } = useLog<CatchUpView>({
    room: "debate",
    id,
    url: paths.api.debateEntries(id),
    paused,
    lastSeq: () => current.current.lastSeq,
    isBehind: () => current.current.behind,
    behind: feed.behind,
    seen: () => others(current.current),
    take: (view) => tell({ type: "pulled", view, hold: hold() }),
    onFrame: ({ kind, data }) => {
      if (kind === "presence") return setPresence((old) => ({ ...old, ...(data as Pick<Presence, "here">) }));
      if (kind === "typing") {
        const { typing } = data as Pick<Presence, "typing">;
        // The reader knows that she writes.
        return setPresence((old) => ({
          ...old,
          typing: Math.max(0, typing - (isCountedTyping("debate", id) ? 1 : 0)),
        }));
      }
      if (paused) return;
      if (kind === "tallies") tell({ type: "tallies", news: data as TallyNews });
      else if ("upTo" in (data as object)) tell({ type: "reached", upTo: (data as { upTo: number }).upTo });
      else tell({ type: "entries", news: data as News, hold: hold() });
    },
  });

  async function vote(entryId: string, value: VoteValue): Promise<PublicError | "unreachable" | null> {
    const attempt = ++attempts.current;
    tell({ type: "voted", id: entryId, value, attempt });
    try {
      const answer = await liveCall<Counted>("debate.vote", { contributionId: entryId, value }, paths.api.vote);
      if ("value" in answer) {
        tell({ type: "counted", id: entryId, attempt, ...answer.value });
        return null;
      }
      tell({ type: "vote refused", id: entryId, attempt });
      return answer.error;
    } catch {
      tell({ type: "vote refused", id: entryId, attempt });
      return "unreachable";
    }
  }

  async function send(contribution: Contribution): Promise<SendOutcome> {
    tell({ type: "sending", sent: { ...contribution, at: Date.now(), state: "sending" } });
    const input = { debateId: id, ...contribution };
    const answer = await sendOnce<Published>("debate.contribute", input, paths.api.contribute, { pace: PACE_S });
    if (answer === "unreachable") {
      tell({ type: "kept" });
      return answer;
    }
    if ("error" in answer) {
      tell({ type: "not sent" });
      return answer.error;
    }
    tell({ type: "published", id: answer.value.id });
    signalTypingOver("debate", id);
    if (status !== "live" || paused) void pull();
    return "published";
  }

  return {
    feed,
    status,
    presence,
    paused,
    pause: (wanted: boolean) => {
      setPaused(wanted);
      if (!wanted) void pull();
    },
    reveal: (side: Side) => tell({ type: "revealed", side }),
    heard: useCallback(() => tell({ type: "heard" }), [tell]),
    refreshed: useCallback(() => tell({ type: "refreshed" }), [tell]),
    vote,
    send,
  };
}

/** What this screen shows besides the newest, so that a pull brings its tallies too. */
function others({ newest, columns: { pour, contre, neutre } }: Feed): string | undefined {
  const shown = [pour, contre, neutre].flatMap((column) => column.shown.map(({ seq }) => seq));
  return newest || shown.length === 0 ? undefined : shown.join(",");
}

export type Board = ReturnType<typeof useDebateFeed>;
