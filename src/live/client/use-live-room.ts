"use client";

import { useEffect, useRef, useState } from "react";
import { connection } from "./connection.ts";

export type LiveStatus = "connecting" | "live" | "lost";
export type RoomFrame = { kind: string; data: unknown };

/** How many parts of this page are in each room: the last one that goes leaves it. */
const inRoom = new Map<string, number>();

/**
 * Stays in a live room: joins it at each connection, *then* calls `onJoined` (the moment to pull what was missed),
 * and hands over its frames. "lost" until the room is joined again.
 */
export function useLiveRoom(options: {
  room: string;
  id: string;
  /** False for a screen that only looks on, from a list: its reader is not among those who are there. */
  counted?: boolean;
  onFrame: (frame: RoomFrame) => void;
  onJoined: () => void;
}): LiveStatus {
  const { room, id, counted = true } = options;
  const [status, setStatus] = useState<LiveStatus>("connecting");
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });

  useEffect(() => {
    let over = false;
    let leave = () => {};
    const key = `${room}:${id}`;
    inRoom.set(key, (inRoom.get(key) ?? 0) + 1);
    connection().then(
      (socket) => {
        if (over) return;
        const join = async () => {
          try {
            const answer = await socket.timeout(5_000).emitWithAck("join", { room, id, counted });
            if (over || !socket.connected) return;
            if (answer.error) return setStatus("lost");
            const { here } = (answer.value ?? {}) as { here?: unknown };
            if (here !== undefined) latest.current.onFrame({ kind: "presence", data: { here } });
            latest.current.onJoined();
            setStatus("live");
          } catch {
            // No answer in 5 s: the connection is not what it seems. Start it again.
            if (!over && socket.connected) socket.disconnect().connect();
          }
        };
        const lost = () => setStatus("lost");
        const onFrame = (frame: RoomFrame & { room: string }) => {
          if (frame.room.startsWith(`${room}:${id}:`)) latest.current.onFrame(frame);
        };
        socket.on("connect", join);
        socket.on("disconnect", lost);
        socket.on("connect_error", lost);
        socket.on("frame", onFrame);
        if (socket.connected) void join();
        leave = () => {
          socket.off("connect", join).off("disconnect", lost).off("connect_error", lost).off("frame", onFrame);
          if (socket.connected && !inRoom.has(key)) socket.emit("leave", { room, id }, () => {});
        };
      },
      () => setStatus("lost"),
    );
    return () => {
      over = true;
      const others = (inRoom.get(key) ?? 1) - 1;
      if (others > 0) inRoom.set(key, others);
      else inRoom.delete(key);
      leave();
    };
  }, [room, id, counted]);

  return status;
}
