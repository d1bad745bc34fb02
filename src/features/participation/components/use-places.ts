"use client";

import { useEffect, useRef, useState } from "react";
import { paths } from "@/core/paths.ts";
import { useLiveRoom } from "@/live/client/use-live-room.ts";
import type { PlacesView } from "../places.views.ts";

/** A signal reaches every screen at once: they ask again spread over this time, in ms, once each however many signals. */
const SPREAD_MS = 600;

/** The places of an event as they are now: the page's, or what was asked again after a signal, whichever is newer. */
export function usePlaces(given: PlacesView): PlacesView {
  const [asked, setAsked] = useState<PlacesView | null>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { eventId } = given;

  useEffect(() => () => clearTimeout(waiting.current), []);

  const askAgain = (spread: number) => {
    waiting.current ??= setTimeout(async () => {
      waiting.current = undefined;
      try {
        const response = await fetch(paths.api.eventPlaces(eventId), { headers: { accept: "application/json" } });
        if (!response.ok) return; // the page stays as it was: the next one says what became of it
        const { value } = (await response.json()) as { value: PlacesView };
        setAsked((known) => (known && known.readAt > value.readAt ? known : value));
      } catch {
        // Joining the room again asks again.
      }
    }, Math.random() * spread);
  };
  useLiveRoom({
    room: "event",
    id: eventId,
    onFrame: ({ kind }) => kind === "places" && askAgain(SPREAD_MS),
    onJoined: () => askAgain(0),
  });
  return asked && asked.readAt > given.readAt ? asked : given;
}
