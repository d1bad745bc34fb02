import { counted } from "@/core/french-dates.ts";
import { classNames } from "@/ui/class-names.ts";
import type { Column, Feed } from "../debate.feed.ts";
import type { Side } from "../debate.rules.ts";
import { ContributionCard, SentCard } from "./contribution-card.tsx";

const looks = {
  pour: { title: "Pour", head: "border-pour text-pour", empty: "Personne n’a encore parlé pour." },
  contre: { title: "Contre", head: "border-contre text-contre", empty: "Personne n’a encore parlé contre." },
};

const link =
  "flex min-h-11 w-full items-center justify-center rounded-full px-4 text-[0.90625rem] font-[650] no-underline transition-colors";
const pill = classNames(link, "border border-dashed border-rose-line bg-rose-soft text-rose-strong hover:border-rose");

/** One side of the debate, newest first; on a phone only the chosen side is shown. */
export function DebateColumn({
  side,
  feed,
  column,
  firstSeq,
  current,
  canVote,
  me,
  now,
  onReveal,
}: {
  side: Side;
  feed: Feed;
  column: Column;
  /** The log's last number when the page was made: what comes after arrives on screen. */
  firstSeq: number;
  current: boolean;
  canVote: boolean;
  me: { name: string; section: string } | null;
  now: number | null;
  onReveal: () => void;
}) {
  const look = looks[side];
  const total = feed.counts[side];
  const sent = feed.sent?.side === side ? feed.sent : null;
  const oldest = column.shown.at(-1);
  const news = counted(column.waiting.length, "nouvelle contribution", "nouvelles contributions");
  return (
    <section
      id={side}
      aria-labelledby={`${side}-titre`}
      className={classNames("min-w-0 scroll-mt-20", !current && "max-md:hidden")}
    >
      <header
        data-head={side}
        className={classNames("mb-4 flex items-baseline gap-2.5 border-b-[3px] pb-2 max-md:sr-only", look.head)}
      >
        <h2 id={`${side}-titre`} className="text-heading">
          {look.title}
        </h2>
        <span className="text-[0.9375rem] text-ink-2 tabular-nums">{counted(total, "contribution")}</span>
      </header>
      <div className="grid gap-3.5">
        {column.waiting.length > 0 &&
          (column.newest ? (
            <button type="button" onClick={onReveal} className={pill}>
              {news}
            </button>
          ) : (
            <a href={`?cote=${side}`} className={pill}>
              {news}
            </a>
          ))}
        {!column.newest && column.waiting.length === 0 && (
          <a href={`?cote=${side}`} className={classNames(link, "border border-control text-ink-2 hover:text-ink")}>
            Revenir aux plus récentes
          </a>
        )}
        {sent && me && <SentCard sent={sent} me={me} />}
        {column.shown.map((entry) => (
          <ContributionCard
            key={entry.id}
            entry={entry}
            wish={feed.votes[entry.id]?.value}
            canVote={canVote}
            now={now}
            arrives={entry.seq > firstSeq}
          />
        ))}
        {column.shown.length === 0 && !sent && (
          <p className="rounded-card border border-dashed border-line-strong px-5 py-8 text-center text-ink-2">
            {look.empty}
            {canVote && " Commence ?"}
          </p>
        )}
        {column.older && oldest && (
          <a
            href={`?cote=${side}&${side}=${oldest.seq}`}
            className={classNames(link, "border border-control text-ink-2 hover:border-ink hover:text-ink")}
          >
            Voir les précédentes
          </a>
        )}
      </div>
    </section>
  );
}
