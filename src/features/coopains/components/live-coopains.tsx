"use client";

import { useRouter } from "next/navigation";
import { useLiveRoom } from "@/live/client/use-live-room.ts";

/** Reads the page again when something of this member's own changed elsewhere, and each time that the line is back. */
export function LiveRefresh({ memberId }: { memberId: string }) {
  const router = useRouter();
  const again = () => router.refresh();
  useLiveRoom({ room: "person", id: memberId, onFrame: ({ kind }) => kind === "coopains" && again(), onJoined: again });
  return null;
}
