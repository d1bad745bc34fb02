import Link from "next/link";
import { memo, type ReactNode } from "react";
import { counted, fullMoment, relativeTime } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { Avatar } from "@/ui/avatar.tsx";
import { classNames } from "@/ui/class-names.ts";
import { RichText } from "@/ui/rich-text.tsx";
import type { AuthorView, ContributionView, EntryView, ReplyView } from "../contribution.views.ts";
import { type Sent, tallyShown } from "../debate.feed.ts";
import { EDIT_MS, type VoteValue } from "../debate.rules.ts";
import { TallyBar } from "./tally-bar.tsx";
import { VoteButtons, VoteNumbers } from "./votes.tsx";

const sheet = "rounded-card border bg-card px-4 py-4 sm:px-5";
const act = "inline-flex min-h-11 items-center text-note font-semibold text-ink-3 no-underline hover:text-ink";

export type DebateAddress = { id: string; slug: string };
type Rights = { vote: boolean; reply: boolean; edit: boolean; report: boolean };

type Props = {
  debate: DebateAddress;
  entry: ContributionView;
  wish: VoteValue | undefined;
  hidden: boolean;
  can: Rights;
  /** Null on kept pages, which say the full date. */
  now: number | null;
  arrives: boolean;
  /** On its own page all replies follow, and nothing leads to them. */
  alone?: boolean;
};

/** One contribution: who, what, what members think of it, and the last replies. */
export const ContributionCard = memo(function ContributionCard(props: Props) {
  const { debate, entry, wish, hidden, can, now, arrives, alone = false } = props;
  if (hidden) return <HiddenCard seq={entry.seq} />;
  const tally = tallyShown(entry, wish);
  const page = paths.contribution(debate, entry.seq);
  const voted = tally.agree + tally.disagree + tally.pass > 0;
  return (
    <article
      id={`c-${entry.seq}`}
      tabIndex={alone ? -1 : undefined}
      className={classNames(sheet, "scroll-mt-24 border-line pb-2", arrives && "animate-arrive")}
    >
      <Signature entry={entry} now={now} page={page} />
      <RichText source={entry.body} rich={entry.rich ?? null} className="mt-3 text-[1.03125rem] leading-[1.52]" />
      {(can.vote || voted) && <TallyBar tally={tally} />}
      {can.vote ? (
        <VoteButtons entry={entry} tally={tally} mine={wish ?? entry.mine} />
      ) : (
        voted && <VoteNumbers tally={tally} />
      )}
      {!alone && entry.replies && entry.replies.length > 0 && (
        <ul className="mt-3.5 grid gap-3 border-l-[3px] border-line pl-3.5">
          {entry.replies.map((reply) => (
            <li key={reply.id}>
              <ReplyWords reply={reply} now={now} page={page} short />
            </li>
          ))}
        </ul>
      )}
      <p className="mt-1 flex flex-wrap items-center gap-x-4">
        {!alone && entry.replyCount > 0 && (
          <Link href={page} prefetch={false} className={act}>
            {counted(entry.replyCount, "réponse")}
          </Link>
        )}
        {!alone && can.reply && !entry.closed && (
          <Link href={`${page}#repondre`} prefetch={false} className={act}>
            Répondre
          </Link>
        )}
        <Acts entry={entry} can={can} now={now} page={page} />
      </p>
    </article>
  );
});

/** A reply: who and what. `short` keeps to four lines. */
export function ReplyWords({
  reply,
  now,
  page,
  short = false,
}: {
  reply: ReplyView;
  now: number | null;
  page: string;
  short?: boolean;
}) {
  return (
    <>
      <p className="text-note leading-snug">
        <b className="font-[650]">
          <Name author={reply.author} />
        </b>{" "}
        <span className="text-ink-3">
          <Place author={reply.author} />
          <Moment at={reply.at} now={now} />
          <Edited entry={reply} page={page} />
        </span>
      </p>
      <RichText
        source={reply.body}
        rich={reply.rich ?? null}
        className={classNames("mt-1 leading-normal", short && "line-clamp-4")}
      />
    </>
  );
}

/** What the reader may do with words: mend her own for ten minutes, report those of others. */
export function Acts({ entry, can, now, page }: { entry: EntryView; can: Rights; now: number | null; page: string }) {
  const mends = entry.own && can.edit && now !== null && now - entry.at < EDIT_MS;
  return (
    <>
      {mends && (
        <Link href={`${page}?modifier=${entry.id}#modifier`} prefetch={false} className={act}>
          Modifier
        </Link>
      )}
      {!entry.own && can.report && (
        <Link href={paths.report("contribution", entry.id)} prefetch={false} className={classNames(act, "ml-auto")}>
          Signaler
        </Link>
      )}
    </>
  );
}

function HiddenCard({ seq }: { seq: number }) {
  return (
    <p id={`c-${seq}`} className={classNames(sheet, "border-dashed border-line-strong text-ink-3")}>
      Contribution masquée par la modération. <Link href={paths.rules}>Les règles de la maison</Link>
    </p>
  );
}

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
      <Person author={author}>{states[sent.state]}</Person>
      <p className="mt-3 text-[1.03125rem] leading-[1.52] whitespace-pre-line">{sent.body.trim()}</p>
    </article>
  );
}

function Signature({ entry, now, page }: { entry: EntryView; now: number | null; page: string }) {
  return (
    <Person author={entry.author} number={entry.seq}>
      <Moment at={entry.at} now={now} />
      <Edited entry={entry} page={page} />
    </Person>
  );
}

function Person({ author, number, children }: { author: AuthorView; number?: number; children: ReactNode }) {
  return (
    <header className="flex items-center gap-2.75">
      <Avatar name={author.named ? author.label : null} photo={author.photo ?? null} />
      <div className="min-w-0 flex-1">
        <p className="leading-snug font-[650]">
          <Name author={author} />
        </p>
        <p className="text-[0.84375rem] leading-snug text-ink-3">
          <Place author={author} />
          {children}
        </p>
      </div>
      {number && <span className="self-start text-[0.8125rem] text-ink-3 tabular-nums">n° {number}</span>}
    </header>
  );
}

function Name({ author }: { author: AuthorView }) {
  if (!author.href) return author.label;
  return (
    <Link href={author.href} prefetch={false} className="text-inherit no-underline hover:underline">
      {author.label}
    </Link>
  );
}

const Place = ({ author }: { author: AuthorView }) => author.place && `${author.place} · `;

function Edited({ entry, page }: { entry: EntryView; page: string }) {
  if (!entry.edited) return null;
  return (
    <>
      {" · "}
      <Link href={`${page}#versions`} prefetch={false} className="text-inherit">
        modifié
      </Link>
    </>
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
