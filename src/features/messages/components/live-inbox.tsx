"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useLiveRoom } from "@/live/client/use-live-room.ts";

/** At most one reading of the page in this time: a day of many messages does not read it at each of them. */
const SETTLE_MS = 1_500;

/** Reads an inbox again when somebody wrote, answered, or took a conversation, and each time that the line is back. */
export function LiveInbox({ scope }: { scope: string }) {
  const router = useRouter();
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  const again = () => {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => router.refresh(), SETTLE_MS);
  };
  useLiveRoom({ room: "inbox", id: scope, onFrame: again, onJoined: again });
  return null;
}
