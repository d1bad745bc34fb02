import Link from "next/link";
import { dayAndMonth } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { Card } from "@/ui/card.tsx";
import { statusOf } from "../debate.rules.ts";
import type { DebateView } from "../debate.views.ts";
import { DebateCounts } from "./debate-counts.tsx";
import { audienceWords, StatusBadge } from "./debate-words.tsx";
import { LiveCounts } from "./live-counts.tsx";

/** A debate in a list; `live` makes its numbers move. */
export function DebateCard({ debate, now, live }: { debate: DebateView; now: number; live?: boolean }) {
  const status = statusOf(debate, now);
  const day = (moment: number) => dayAndMonth(new Date(moment), new Date(now));
  return (
    <Card as="li" className="relative flex flex-col transition-colors hover:border-line-strong sm:py-5.5">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5 text-note font-[560] text-ink-2">
        <StatusBadge status={status} />
        <span>{debate.place}</span>
      </p>
      <h3 className="mt-3 text-[1.3125rem] leading-[1.16] font-[720]">
        <Link
          href={paths.debate(debate)}
          prefetch={false}
          className="no-underline after:absolute after:inset-0 after:rounded-card"
        >
          {debate.question}
        </Link>
      </h3>
      <p className="mt-2 mb-5 text-note text-ink-3">
        {audienceWords[debate.audience]} · {status === "coming" && `ouvre le ${day(debate.opensAt)}`}
        {status === "running" && `jusqu’au ${day(debate.closesAt)}`}
        {status === "closed" && `clos le ${day(debate.closesAt)}`}
      </p>
      <div className="mt-auto">
        {live ? (
          <LiveCounts id={debate.id} lastSeq={debate.lastSeq} counts={debate.counts} />
        ) : (
          <DebateCounts counts={debate.counts} />
        )}
      </div>
    </Card>
  );
}
