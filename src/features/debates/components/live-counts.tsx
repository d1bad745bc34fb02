"use client";

import { useState } from "react";
import { paths } from "@/core/paths.ts";
import { livePull } from "@/live/client/pull.ts";
import { useLiveRoom } from "@/live/client/use-live-room.ts";
import type { Counts } from "../contribution.views.ts";
import type { CatchUpView } from "../debate.views.ts";
import { DebateCounts } from "./debate-counts.tsx";

/** A debate's numbers, moving as they move: the higher version is the newer one. */
export function LiveCounts({ id, lastSeq, counts: first }: { id: string; lastSeq: number; counts: Counts }) {
  const [counts, setCounts] = useState(first);
  const take = (newer: Counts) => setCounts((old) => (newer.version > old.version ? newer : old));

  async function pull(): Promise<void> {
    const view = await livePull<CatchUpView>("debate", id, { after: lastSeq }, paths.api.debateEntries(id));
    if (view) take(view.counts);
  }

  useLiveRoom({
    room: "debate",
    id,
    counted: false,
    onJoined: () => void pull().catch(() => {}), // the next news says it all
    onFrame: ({ data }) => {
      const { counts: newer } = data as { counts?: Counts };
      if (newer) take(newer);
    },
  });

  return <DebateCounts counts={counts} />;
}
