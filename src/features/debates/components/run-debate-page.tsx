import type { ReactNode } from "react";
import { parisField } from "@/core/paris-time.ts";
import { paths } from "@/core/paths.ts";
import { richText } from "@/core/rich-text.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { RichText } from "@/ui/rich-text.tsx";
import { TitleWords } from "@/ui/title-words.tsx";
import { type DebatePhase, rankOf } from "../debate.rules.ts";
import type { DebateView } from "../debate.views.ts";
import type { HostView, RunDebateView } from "../run-debate.queries.ts";
import { PhaseBadge } from "./debate-words.tsx";
import { ForgetNewDebateDraft } from "./forget-draft.tsx";
import { RunCover } from "./run-cover.tsx";
import { DatesForm, FramingForm } from "./run-forms.tsx";
import { RunHosts } from "./run-hosts.tsx";
import { RunPhases } from "./run-phases.tsx";
import type { DateName } from "./schedule-fields.tsx";
import { SynthesisEditor } from "./synthesis-editor.tsx";

type Props = {
  run: RunDebateView;
  /** Who reads, and the name that she looks for. */
  me: string | null;
  asked: string;
  found: readonly HostView[];
  now: number;
};

/** Where a debate is run: what comes next first, then what it concludes, then what can be changed. */
export function RunDebatePage({ run, me, asked, found, now }: Props) {
  const { debate } = run;
  const open = rankOf(debate.phase) < rankOf("synthesis");
  return (
    <div className="mx-auto max-w-3xl">
      <ForgetNewDebateDraft me={me ?? ""} />
      <PageHeader
        eyebrow={
          <>
            <PhaseBadge phase={debate.phase} />
            <span>Tu animes ce débat · {debate.place}</span>
          </>
        }
        title={<TitleWords>{debate.question}</TitleWords>}
        actions={
          <ButtonLink href={paths.debate(debate)} variant="secondary" icon="eye">
            Voir le débat
          </ButtonLink>
        }
      />
      <div className="grid gap-11">
        <Section id="etapes" title="Où en est le débat">
          <RunPhases run={run} now={now} />
        </Section>
        {debate.phase === "synthesis" && (
          <Section id="synthese" title="La synthèse" note="Ce que le débat a dit, et ce qu’on en fait">
            <Card padding="roomy">
              <SynthesisEditor me={me ?? ""} debateId={debate.id} synthesis={run.synthesis} citable={run.citable} />
            </Card>
          </Section>
        )}
        {run.synthesis !== null && <Published synthesis={run.synthesis} closed={debate.phase === "closed"} />}
        {open && (
          <Section id="calendrier" title="Le calendrier" note="Chaque étape commence toute seule à sa date">
            <Card padding="roomy">
              <DatesForm debateId={debate.id} dates={datesOf(debate)} begun={begunIn(debate.phase)} />
            </Card>
          </Section>
        )}
        {debate.phase === "upcoming" && (
          <Section id="question-posee" title="La question" note="Elle ne change plus une fois le débat ouvert">
            <Card padding="roomy">
              <FramingForm debateId={debate.id} question={debate.question} framing={debate.framing} />
            </Card>
          </Section>
        )}
        <Section id="animateurs" title="Qui anime" note="Leur nom est affiché sur le débat">
          <RunHosts run={run} me={me} asked={asked} found={found} />
        </Section>
        <RunCover debate={debate} />
      </div>
    </div>
  );
}

function Section({ id, title, note, children }: { id: string; title: string; note?: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <div className="mb-3.5">
        <h2 id={id} className="text-heading">
          {title}
        </h2>
        {note && <p className="mt-1 text-[0.9375rem] text-ink-2">{note}</p>}
      </div>
      {children}
    </section>
  );
}

/** The synthesis as everybody reads it. */
function Published({ synthesis, closed }: { synthesis: string; closed: boolean }) {
  return (
    <Section id="publiee" title={closed ? "La synthèse" : "La synthèse publiée"}>
      <Card padding="roomy">
        <RichText
          source={synthesis}
          rich={richText(synthesis, { cites: true, headings: true })}
          citation={(seq) => <b className="font-[680]">n° {seq}</b>}
          className="max-w-[68ch] [&>:first-child]:mt-0!"
        />
      </Card>
    </Section>
  );
}

const field = (at: number | null) => (at === null ? "" : parisField(new Date(at)));
const datesOf = ({ opensAt, debateAt, voteAt, closesAt }: DebateView) => ({
  opensAt: field(opensAt),
  debateAt: field(debateAt),
  voteAt: field(voteAt),
  closesAt: field(closesAt),
});

const firstOf: readonly [DateName, DebatePhase][] = [
  ["opensAt", "ideas"],
  ["debateAt", "debate"],
  ["voteAt", "vote"],
];
/** The dates whose phases have begun. */
const begunIn = (phase: DebatePhase) =>
  firstOf.filter(([, begins]) => rankOf(begins) <= rankOf(phase)).map(([name]) => name);
