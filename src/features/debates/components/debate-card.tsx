import Link from "next/link";
import { paths } from "@/core/paths.ts";
import { Card } from "@/ui/card.tsx";
import { TitleWords } from "@/ui/title-words.tsx";
import type { DebateView } from "../debate.views.ts";
import { DebateCounts } from "./debate-counts.tsx";
import { DebateCover } from "./debate-cover.tsx";
import { audienceWords, PhaseBadge, phaseDate } from "./debate-words.tsx";
import { LiveCounts } from "./live-counts.tsx";

/** A debate in a list; `live` makes its numbers move. */
export function DebateCard({ debate, now, live }: { debate: DebateView; now: number; live?: boolean }) {
  return (
    <Card
      as="li"
      className="relative flex flex-col overflow-hidden transition-colors hover:border-line-strong sm:py-5.5"
    >
      <DebateCover
        debate={debate}
        className="-mx-4 -mt-4 mb-4 w-auto! max-w-none rounded-none! sm:-mx-5 sm:-mt-5.5 sm:mb-4.5"
      />
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5 text-note font-[560] text-ink-2">
        <PhaseBadge phase={debate.phase} />
        <span className="first-letter:uppercase">{phaseDate(debate, now)}</span>
      </p>
      <h3 className="mt-3 text-[1.3125rem] leading-[1.16] font-[720]">
        <Link
          href={paths.debate(debate)}
          prefetch={false}
          className="no-underline after:absolute after:inset-0 after:rounded-card"
        >
          <TitleWords>{debate.question}</TitleWords>
        </Link>
      </h3>
      <p className="mt-2 text-note text-ink-3">
        {audienceWords[debate.audience]} · {debate.place}
      </p>
      {debate.phase !== "upcoming" && (
        <div className="mt-auto pt-5">
          {live ? (
            <LiveCounts id={debate.id} lastSeq={debate.lastSeq} counts={debate.counts} />
          ) : (
            <DebateCounts counts={debate.counts} />
          )}
        </div>
      )}
    </Card>
  );
}
