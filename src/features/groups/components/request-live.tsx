"use client";

import { useRouter } from "next/navigation";
import { useLiveRoom } from "@/live/client/use-live-room.ts";

/** Reads the page again when somebody asks, is answered or is invited, and each time that the line is back. What is typed stays. */
export function LiveEntry({ memberId }: { memberId: string }) {
  const router = useRouter();
  const again = () => router.refresh();
  useLiveRoom({ room: "entry", id: memberId, onFrame: again, onJoined: again });
  return null;
}
