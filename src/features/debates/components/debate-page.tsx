import type { ReactNode } from "react";
import { dayAndMonth, fullMoment } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { richText } from "@/core/rich-text.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { RichText } from "@/ui/rich-text.tsx";
import { TitleWords } from "@/ui/title-words.tsx";
import type { AuthorView } from "../contribution.views.ts";
import { type Side, statusOf } from "../debate.rules.ts";
import type { DebatePageView, PhaseChangeView } from "../debate.views.ts";
import { phaseWords } from "./board-words.ts";
import { DebateBoard } from "./debate-board.tsx";
import { DebateCover } from "./debate-cover.tsx";
import { audienceWords, StatusBadge } from "./debate-words.tsx";
import { FollowButton } from "./follow-button.tsx";
import { ShareButton } from "./share-button.tsx";
import { Synthesis } from "./synthesis.tsx";

type Props = {
  page: DebatePageView;
  side: Side;
  clientId: string;
  now: number;
  /** What other features show of it, passed by the page that composes them. */
  children?: ReactNode;
  /** The same, beside what one may do with it. */
  acts?: ReactNode;
};

/** A debate: its question, where it stands, what it came to, where to write, and all sides. */
export function DebatePage({ page, side, clientId, now, children, acts }: Props) {
  const { story, hosts, synthesis, follows, ...board } = page;
  const { debate, me, can } = board;
  const status = statusOf(debate.phase);
  return (
    <>
      <header className="mb-6">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5 text-[0.90625rem] font-[560] text-ink-2">
          <StatusBadge phase={debate.phase} />
          <span>
            {audienceWords[debate.audience]} · {debate.place}
          </span>
        </p>
        <div className={debate.coverId ? "mt-3.5 grid gap-x-10 gap-y-5 lg:grid-cols-[1fr_22rem]" : "mt-3.5"}>
          <div>
            <h1 className="max-w-[21ch] text-title font-[750]">
              <TitleWords>{debate.question}</TitleWords>
            </h1>
            {debate.framing && (
              <RichText
                source={debate.framing}
                rich={richText(debate.framing)}
                className="mt-3 max-w-[62ch] text-lede text-ink-2"
              />
            )}
          </div>
          {debate.coverId && <DebateCover debate={debate} />}
        </div>
        {hosts.length > 0 && (
          <p className="mt-3 text-note text-ink-3">Animé par {together.format(hosts.map(signed))}</p>
        )}
        <div className="mt-4 flex flex-wrap items-center gap-2.5">
          {me && <FollowButton debate={debate} follows={follows} />}
          <ShareButton debate={debate} />
          {acts}
          {can.run && (
            <ButtonLink href={paths.runDebate(debate)} variant="secondary">
              Animer
            </ButtonLink>
          )}
        </div>
      </header>
      {synthesis && <Synthesis synthesis={synthesis} closed={debate.phase === "closed"} now={now} />}
      {children}
      {!me && status !== "closed" && <Invitation />}
      <DebateBoard
        key={JSON.stringify([page.order, page.after])}
        page={board}
        side={side}
        clientId={clientId}
        now={me ? now : null}
      />
      {story.length > 0 && <Story story={story} now={now} />}
    </>
  );
}

const together = new Intl.ListFormat("fr");
const signed = ({ label, place, named }: AuthorView) => (named || !place ? label : `${label.toLowerCase()} (${place})`);

/** Each change of phase: when, by whom, and why when it went back. */
function Story({ story, now }: { story: readonly PhaseChangeView[]; now: number }) {
  return (
    <details className="mt-10 border-t border-line pt-4">
      <summary className="min-h-11 cursor-pointer py-2.5 font-[650]">La vie de ce débat</summary>
      <ol className="mt-1 grid gap-2 text-[0.96875rem] text-ink-2">
        {story.map(({ seq, to, at, by, reason }) => (
          <li key={seq}>
            <time dateTime={new Date(at).toISOString()} title={fullMoment(new Date(at))}>
              {dayAndMonth(new Date(at), new Date(now))}
            </time>
            {" : "}
            {reason ? `étape « ${phaseWords[to]} » rouverte` : `étape « ${phaseWords[to]} »`}
            {by ? `, par ${signed(by)}` : ", à la date prévue"}
            {reason && <> — {reason}</>}
          </li>
        ))}
      </ol>
    </details>
  );
}

function Invitation() {
  return (
    <div className="mb-6 flex flex-wrap items-center gap-x-8 gap-y-4 rounded-card border border-line bg-card px-5 py-5">
      <div className="min-w-60 flex-1">
        <p className="font-display text-xl font-[720] tracking-tight">Et toi, qu’en penses-tu ?</p>
        <p className="mt-1 text-ink-2">
          Une minute pour t’inscrire, et ta voix compte ici : pour, contre, d’accord ou pas.
        </p>
      </div>
      <div className="flex flex-wrap gap-2.5">
        <ButtonLink href={paths.signUp}>Rejoindre le débat</ButtonLink>
        <ButtonLink href={paths.signIn} variant="secondary">
          Se connecter
        </ButtonLink>
      </div>
    </div>
  );
}
