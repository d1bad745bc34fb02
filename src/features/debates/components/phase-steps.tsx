import { counted, dayAndMonth, fullMoment } from "@/core/french-dates.ts";
import { classNames } from "@/ui/class-names.ts";
import { Notice } from "@/ui/notice.tsx";
import { type DebatePhase, phases, rankOf } from "../debate.rules.ts";
import type { DebateView } from "../debate.views.ts";
import { phaseWords } from "./board-words.ts";

const shown = phases.filter((phase) => phase !== "upcoming" && phase !== "closed");

/** Where the debate stands among its phases, until when, and how many are there. */
export function PhaseSteps({
  debate,
  phase,
  now,
  here,
}: {
  debate: DebateView;
  phase: DebatePhase;
  now: number | null;
  here: number;
}) {
  const until = endOf(debate, phase);
  const day = (moment: number) => dayAndMonth(new Date(moment), new Date(now ?? moment));
  return (
    <div className="mb-6 flex flex-wrap items-center gap-x-6 gap-y-2">
      <ol aria-label="Étapes du débat" className="flex flex-wrap items-center gap-x-4.5 gap-y-1.5 text-note">
        {shown.map((one) => {
          const current = one === phase;
          const past = rankOf(one) < rankOf(phase);
          return (
            <li
              key={one}
              aria-current={current ? "step" : undefined}
              className={classNames(
                "flex items-center gap-2.5 font-semibold",
                current ? "font-bold text-rose-strong" : past ? "text-ink-2" : "text-ink-3",
              )}
            >
              <i
                aria-hidden="true"
                className={classNames(
                  "h-[3px] rounded-full",
                  current ? "w-11 bg-rose" : past ? "w-5 bg-ink-3" : "w-5 bg-line-strong",
                )}
              />
              <span>
                {phaseWords[one]}
                {past && <span className="sr-only"> (passée)</span>}
                {current && until && ` · jusqu’au ${day(until)}`}
              </span>
            </li>
          );
        })}
      </ol>
      {phase === "upcoming" && (
        <p className="text-note font-bold text-rose-strong">Ouvre le {fullMoment(new Date(debate.opensAt))}</p>
      )}
      {phase === "closed" && <p className="text-note font-bold text-ink-2">Débat clos</p>}
      {here > 0 && (
        <p className="text-note text-ink-2 tabular-nums">{counted(here, "personne présente", "personnes présentes")}</p>
      )}
    </div>
  );
}

/** When the present phase ends by itself; null when a host decides. */
function endOf(debate: DebateView, phase: DebatePhase): number | null {
  const { debateAt, voteAt, closesAt } = debate;
  if (phase === "ideas") return debateAt ?? voteAt ?? closesAt;
  if (phase === "debate") return voteAt ?? closesAt;
  return phase === "vote" ? closesAt : null;
}

const words: Partial<Record<DebatePhase, string>> = {
  upcoming: "Le débat n’a pas encore commencé : on peut déjà en lire le cadre.",
  ideas: "Le temps des idées : pour, contre ou ni l’un ni l’autre. On votera ensuite.",
  vote: "Le moment du vote : lis, et donne ton avis sur chaque contribution.",
  synthesis: "La participation est terminée. L’équipe d’animation écrit la synthèse.",
};

/** What one can do in this phase, in a sentence. */
export function PhaseWords({ phase, isMember }: { phase: DebatePhase; isMember: boolean }) {
  const sentence = phase === "vote" && !isMember ? "Le moment du vote : les membres donnent leur avis." : words[phase];
  return sentence ? <Notice className="mb-4">{sentence}</Notice> : null;
}
