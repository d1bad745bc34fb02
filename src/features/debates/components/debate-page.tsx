import { dayAndMonth, fullMoment } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { type DebateStatus, type Side, statusOf } from "../debate.rules.ts";
import type { DebatePageView, DebateView } from "../debate.views.ts";
import { DebateBoard } from "./debate-board.tsx";
import { audienceWords, StatusBadge } from "./debate-words.tsx";

/** A debate: its question, until when, where to write, and both sides. */
export function DebatePage({
  page,
  side,
  clientId,
  now,
}: {
  page: DebatePageView;
  side: Side;
  clientId: string;
  now: number;
}) {
  const { debate, me } = page;
  const status = statusOf(debate, now);
  return (
    <>
      <header className="mb-6">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5 text-[0.90625rem] font-[560] text-ink-2">
          <StatusBadge status={status} />
          <span>
            {audienceWords[debate.audience]} · {debate.place}
          </span>
        </p>
        <h1 className="mt-3.5 max-w-[21ch] text-title font-[750]">{debate.question}</h1>
        {debate.framing && (
          <p className="mt-3 max-w-[62ch] text-lede whitespace-pre-line text-ink-2">{debate.framing}</p>
        )}
        <p className="mt-5 flex items-center gap-2.5 text-note font-bold text-rose-strong">
          <i aria-hidden="true" className="h-[3px] w-11 rounded-full bg-rose" />
          <Hours debate={debate} status={status} now={now} />
        </p>
      </header>
      {!me && status === "running" && <Invitation />}
      <DebateBoard page={page} side={side} clientId={clientId} now={me ? now : null} />
    </>
  );
}

function Hours({ debate, status, now }: { debate: DebateView; status: DebateStatus; now: number }) {
  const ends = new Date(debate.closesAt);
  if (status === "coming") return <>Ouvre le {fullMoment(new Date(debate.opensAt))}</>;
  if (status === "closed")
    return <>Clos le {dayAndMonth(ends, new Date(now))} : on peut le relire, mais plus y écrire</>;
  return <>Jusqu’au {dayAndMonth(ends, new Date(now))}</>;
}

function Invitation() {
  return (
    <div className="flex flex-wrap items-center gap-x-8 gap-y-4 rounded-card border border-line bg-card px-5 py-5">
      <div className="min-w-60 flex-1">
        <p className="font-display text-xl font-[720] tracking-tight">Et toi, qu’en penses-tu ?</p>
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
