import { useMemo } from "react";
import { counted } from "@/core/french-dates.ts";
import { classNames } from "@/ui/class-names.ts";
import type { Column, Feed } from "../debate.feed.ts";
import { type DebateOrder, type Side, takesContributions, takesReplies, takesSide } from "../debate.rules.ts";
import { addressOf, sideWords } from "./board-words.ts";
import { ContributionCard, type DebateAddress, SentCard } from "./contribution-card.tsx";

const heads = { pour: "border-pour text-pour", contre: "border-contre text-contre", neutre: "border-ink-3 text-ink-2" };

const link =
  "flex min-h-11 w-full items-center justify-center rounded-full px-4 text-[0.90625rem] font-[650] no-underline transition-colors";
const pill = classNames(link, "border border-dashed border-rose-line bg-rose-soft text-rose-strong hover:border-rose");

const nothing: Record<DebateOrder, (side: Side, open: boolean) => string> = {
  newest: (side, open) => {
    if (side === "neutre") return open ? "Pas encore d’idée à part." : "Aucune idée à part.";
    return `Personne n’a ${open ? "encore " : ""}parlé ${sideWords[side].toLowerCase()}.`;
  },
  agreed: () => "Rien à classer encore.",
  divided: () => "Aucune contribution n’a encore reçu assez de votes pour et contre.",
  awaiting: () => "Tu as donné ton avis sur tout : merci !",
};

/** One side of the debate, in the order that was asked; on a phone only the chosen side is shown. */
export function DebateColumn({
  debate,
  side,
  order,
  feed,
  column,
  firstSeq,
  current,
  can,
  me,
  now,
  onReveal,
}: {
  debate: DebateAddress;
  side: Side;
  order: DebateOrder;
  feed: Feed;
  column: Column;
  /** The log's last number when the page was made: what comes after arrives on screen. */
  firstSeq: number;
  current: boolean;
  can: { takePart: boolean; vote: boolean };
  me: { name: string; section: string } | null;
  now: number | null;
  onReveal: () => void;
}) {
  const total = feed.counts[side];
  const open = takesContributions(feed.phase) && takesSide(feed.phase, side);
  const sent = feed.sent?.side === side ? feed.sent : null;
  const last = column.shown.at(-1);
  const news = counted(column.waiting.length, "nouvelle contribution", "nouvelles contributions");
  // The same object as long as it says the same: cards that do not change are not drawn again.
  const rights = useMemo(
    () => ({
      vote: can.vote,
      reply: can.takePart && takesReplies(feed.phase),
      edit: can.takePart && takesContributions(feed.phase),
      report: true,
    }),
    [can.vote, can.takePart, feed.phase],
  );
  return (
    <section
      id={side}
      aria-labelledby={`${side}-titre`}
      className={classNames("min-w-0 scroll-mt-20", !current && "max-md:hidden")}
    >
      <header
        data-head={side}
        className={classNames("mb-4 flex items-baseline gap-2.5 border-b-[3px] pb-2 max-md:sr-only", heads[side])}
      >
        <h2 id={`${side}-titre`} className="text-heading">
          {sideWords[side]}
        </h2>
        <span className="text-[0.9375rem] text-ink-2 tabular-nums">{counted(total, "contribution")}</span>
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3.5">
        {column.waiting.length > 0 &&
          (feed.newest ? (
            <button type="button" onClick={onReveal} className={pill}>
              {news}
            </button>
          ) : (
            <a href={addressOf({ cote: side })} className={pill}>
              {news}
            </a>
          ))}
        {order === "newest" && !feed.newest && column.waiting.length === 0 && (
          <a
            href={addressOf({ cote: side })}
            className={classNames(link, "border border-control text-ink-2 hover:text-ink")}
          >
            Revenir aux plus récentes
          </a>
        )}
        {sent && me && <SentCard sent={sent} me={me} />}
        {column.shown.map((entry) => (
          <ContributionCard
            key={entry.id}
            debate={debate}
            entry={entry}
            wish={feed.votes[entry.id]?.value}
            hidden={feed.hidden.includes(entry.seq)}
            can={rights}
            now={now}
            arrives={entry.seq > firstSeq}
          />
        ))}
        {column.shown.length === 0 && !sent && (
          <p className="rounded-card border border-dashed border-line-strong px-5 py-8 text-center text-ink-2">
            {nothing[order](side, open)}
            {order === "newest" && rights.edit && open && " Tu commences ?"}
          </p>
        )}
        {column.more && last && (
          <a
            href={addressOf({ ordre: order, cote: side, [side]: last.seq })}
            className={classNames(link, "border border-control text-ink-2 hover:border-ink hover:text-ink")}
          >
            {order === "newest" ? "Voir les précédentes" : "Voir la suite"}
          </a>
        )}
      </div>
    </section>
  );
}
