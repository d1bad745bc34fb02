import { useEffect, useRef, useState } from "react";
import { createCatchUp } from "./catch-up.ts";
import { livePull } from "./pull.ts";
import { type LiveStatus, type RoomFrame, useLiveRoom } from "./use-live-room.ts";

const PULL_EVERY_MS = 10_000;

type Options<View> = {
  /** The room of the log, and what is pulled over HTTP without a socket. */
  room: string;
  id: string;
  url: string;
  /** The reader wants nothing to move: what comes meanwhile is pulled when she resumes. */
  paused?: boolean;
  /** What this screen holds, as it is at the moment of asking. */
  lastSeq: () => number;
  isBehind: () => boolean;
  /** The same as it was last drawn: its change makes the screen pull. */
  behind: boolean;
  /** What a pull is told that the screen shows. */
  seen?: () => string | undefined;
  take: (view: View) => void;
  onFrame: (frame: RoomFrame) => void;
};

/**
 * Follows a durable log, a debate's or a conversation's: joins its room, *then* pulls what was missed; pulls again when
 * a frame shows a hole, and every 10 s while the line is lost.
 */
export function useLog<View>(options: Options<View>): { status: LiveStatus; pull: () => Promise<void> } {
  const { room, id, paused = false, behind } = options;
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const [catchUp] = useState(() =>
    createCatchUp<View>({
      ask(after) {
        const { room, id, url, seen } = latest.current;
        const shown = seen?.();
        return livePull<View>(room, id, { after, ...(shown !== undefined && { seen: shown }) }, url);
      },
      take: (view) => latest.current.take(view),
      lastSeq: () => latest.current.lastSeq(),
      isBehind: () => latest.current.isBehind(),
    }),
  );
  const status = useLiveRoom({
    ...{ room, id },
    onJoined: () => void catchUp.pull(),
    onFrame: (frame) => options.onFrame(frame),
  });

  useEffect(() => {
    catchUp.start();
    return () => catchUp.stop();
  }, [catchUp]);

  useEffect(() => {
    if (behind && !paused) catchUp.later();
  }, [behind, paused, catchUp]);

  useEffect(() => {
    if (status === "live" || paused) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void catchUp.pull();
    }, PULL_EVERY_MS);
    return () => clearInterval(timer);
  }, [status, paused, catchUp]);

  return { status, pull: catchUp.pull };
}
