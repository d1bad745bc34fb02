import { memo } from "react";
import { fullMoment, relativeTime } from "@/core/french-dates.ts";
import { Avatar } from "@/ui/avatar.tsx";
import { classNames } from "@/ui/class-names.ts";
import { type Sent, tallyShown } from "../debate.feed.ts";
import type { VoteValue } from "../debate.rules.ts";
import type { AuthorView, EntryView } from "../debate.views.ts";
import { TallyBar } from "./tally-bar.tsx";
import { VoteButtons, VoteNumbers } from "./votes.tsx";

const sheet = "rounded-card border bg-card px-4 py-4 sm:px-5";

/** One contribution: who, what, and what members think of it. `now` is null on kept pages, which say the full date. */
export const ContributionCard = memo(function ContributionCard({
  entry,
  wish,
  canVote,
  now,
  arrives,
}: {
  entry: EntryView;
  wish: VoteValue | undefined;
  canVote: boolean;
  now: number | null;
  arrives: boolean;
}) {
  const tally = tallyShown(entry, wish);
  return (
    <article
      id={`c-${entry.seq}`}
      className={classNames(sheet, "scroll-mt-24 border-line", arrives && "animate-arrive")}
    >
      <Signature author={entry.author}>
        <Moment at={entry.at} now={now} />
      </Signature>
      <p className="mt-3 text-[1.03125rem] leading-[1.52] whitespace-pre-line">{entry.body}</p>
      <TallyBar tally={tally} />
      {canVote ? <VoteButtons entry={entry} tally={tally} mine={wish ?? entry.mine} /> : <VoteNumbers tally={tally} />}
    </article>
  );
});

const states: Record<Sent["state"], string> = {
  sending: "envoi en cours…",
  kept: "gardée ici, part dès le retour de la connexion",
  published: "publiée",
};

/** What the reader is publishing, until the log shows it. */
export function SentCard({ sent, me }: { sent: Sent; me: { name: string; section: string } }) {
  const author = { label: me.name, place: `Section ${me.section}`, named: true };
  return (
    <article
      aria-busy={sent.state !== "published"}
      className={classNames(
        sheet,
        "animate-arrive",
        sent.state === "published" ? "border-line" : "border-dashed border-control",
      )}
    >
      <Signature author={author}>{states[sent.state]}</Signature>
      <p className="mt-3 text-[1.03125rem] leading-[1.52] whitespace-pre-line">{sent.body.trim()}</p>
    </article>
  );
}

function Signature({ author, children }: { author: AuthorView; children: React.ReactNode }) {
  return (
    <header className="flex items-center gap-2.75">
      <Avatar name={author.named ? author.label : null} />
      <div className="min-w-0">
        <p className="leading-snug font-[650]">{author.label}</p>
        <p className="text-[0.84375rem] leading-snug text-ink-3">
          {author.place && `${author.place} · `}
          {children}
        </p>
      </div>
    </header>
  );
}

function Moment({ at, now }: { at: number; now: number | null }) {
  const date = new Date(at);
  const full = fullMoment(date);
  return (
    <time dateTime={date.toISOString()} title={full} suppressHydrationWarning>
      {now === null ? full : relativeTime(date, new Date(Math.max(now, at)))}
    </time>
  );
}
