"use client";

import { useRouter } from "next/navigation";
import { useLiveRoom } from "@/live/client/use-live-room.ts";

/** Reads the list again when somebody signs up, leaves, or is noted on another phone. */
export function LiveAttendance({ eventId }: { eventId: string }) {
  const router = useRouter();
  const again = () => router.refresh();
  useLiveRoom({ room: "event", id: eventId, onFrame: again, onJoined: again });
  return null;
}
