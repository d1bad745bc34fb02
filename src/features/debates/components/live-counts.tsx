"use client";

import { useState } from "react";
import { paths } from "@/core/paths.ts";
import { useLiveRoom } from "@/live/client/use-live-room.ts";
import type { News } from "../debate.feed.ts";
import type { CatchUpView, Counts, TallyNews } from "../debate.views.ts";
import { DebateCounts } from "./debate-counts.tsx";

/** A debate's numbers, moving as they move. */
export function LiveCounts({ id, lastSeq, counts: first }: { id: string; lastSeq: number; counts: Counts }) {
  const [counts, setCounts] = useState(first);

  async function pull(): Promise<void> {
    const response = await fetch(`${paths.api.debateEntries(id)}?apres=${lastSeq}`);
    const answer = (await response.json()) as { value?: CatchUpView };
    if (answer.value) setCounts(answer.value.counts);
  }

  useLiveRoom({
    room: "debate",
    id,
    onJoined: () => void pull().catch(() => {}), // the next news says it all
    onFrame: ({ kind, data }) => {
      if (kind === "tallies") setCounts((old) => ({ ...old, votes: (data as TallyNews).votes }));
      else if ("counts" in (data as object)) setCounts((data as News).counts);
    },
  });

  return <DebateCounts counts={counts} />;
}
