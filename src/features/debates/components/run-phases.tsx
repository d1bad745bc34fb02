import { ActForm } from "@/ui/act-form.tsx";
import { Card } from "@/ui/card.tsx";
import { classNames } from "@/ui/class-names.ts";
import { Confirmed } from "@/ui/confirmed.tsx";
import { Icon } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import { movePhaseAction } from "../debate.actions.ts";
import { type DebatePhase, phases, rankOf } from "../debate.rules.ts";
import type { DebateView } from "../debate.views.ts";
import type { RunDebateView } from "../run-debate.queries.ts";
import { phaseWords } from "./board-words.ts";
import { ReopenForm } from "./run-reopen-form.tsx";
import { beginsAt, momentWords, type NextPhase, stepWords } from "./run-words.ts";

/** Where a debate is on its way, the step that comes next, and the rarer ones behind it. */
export function RunPhases({ run, now }: { run: RunDebateView; now: number }) {
  const { debate } = run;
  const [next, ...later] = phases.slice(rankOf(debate.phase) + 1) as NextPhase[];
  // Nothing to conclude before it opens; nothing to close before its synthesis.
  const reachable = later.filter((to) => to !== "closed" && !(debate.phase === "upcoming" && to === "synthesis"));
  const back = phases[rankOf(debate.phase) - 1];
  const canReopen = back !== undefined && back !== "upcoming" && !run.reopened;
  return (
    <Card padding="roomy" className="grid gap-6">
      <Track debate={debate} now={now} />
      <p role="status" className="sr-only">
        Étape en cours : {phaseWords[debate.phase]}
      </p>
      {next ? (
        <NextStep debate={debate} next={next} blocked={next === "closed" && run.synthesis === null} now={now} />
      ) : (
        <p className="text-ink-2">Le débat est clos : sa synthèse et ses contributions restent lisibles. Merci !</p>
      )}
      {(reachable.length > 0 || canReopen) && (
        <div className="-mb-3 flex flex-wrap items-start gap-x-6 border-t border-line pt-3">
          {reachable.length > 0 && (
            <Rare label="Aller plus loin">
              <p className="text-ink-2">Tu peux sauter une étape. Celles que tu passes n’auront pas lieu.</p>
              <ul className="grid gap-4">
                {reachable.map((to) => (
                  <li key={to}>
                    <Step debate={debate} to={to} variant="secondary" />
                  </li>
                ))}
              </ul>
            </Rare>
          )}
          {canReopen && (
            <Rare label="Revenir une étape en arrière">
              <ReopenForm debateId={debate.id} phase={debate.phase} back={phaseWords[back]} />
            </Rare>
          )}
        </div>
      )}
      {run.reopened && (
        <p className="border-t border-line pt-4 text-note text-ink-3">
          Cette étape vient d’être rouverte : on ne recule pas deux fois de suite.
        </p>
      )}
    </Card>
  );
}

function NextStep({
  debate,
  next,
  blocked,
  now,
}: {
  debate: DebateView;
  next: NextPhase;
  blocked: boolean;
  now: number;
}) {
  const at = beginsAt(debate, next);
  return (
    <div className="grid gap-4">
      <div>
        <h3 className="text-lg">La suite : {stepWords[next].act.toLowerCase()}</h3>
        {!blocked && (
          <p className="mt-1 text-ink-2">
            {at !== null && at > now
              ? `Cela se fera tout seul le ${momentWords(at, now)}. Tu peux aussi ne pas attendre.`
              : "C’est à toi de le décider."}
          </p>
        )}
      </div>
      {blocked ? (
        <Notice tone="info">Écris et publie d’abord la synthèse, juste en dessous.</Notice>
      ) : (
        <Step debate={debate} to={next} variant="primary" />
      )}
    </div>
  );
}

/** One step forward: what it changes, then the button that does it. */
function Step({ debate, to, variant }: { debate: DebateView; to: NextPhase; variant: "primary" | "secondary" }) {
  const { act, confirm, what } = stepWords[to];
  return (
    <Confirmed label={act} variant={variant} closesOn={debate.phase}>
      <p>{what}</p>
      <p className="text-note text-ink-2">Tout le monde le voit aussitôt, avec ton nom et la date.</p>
      <ActForm stretched action={movePhaseAction} fields={{ debateId: debate.id, to }} pendingLabel="Un instant…">
        {confirm}
      </ActForm>
    </Confirmed>
  );
}

function Rare({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <details className="group/rare min-w-0 open:w-full">
      <summary className="inline-flex min-h-11 items-center gap-1.5 text-note font-semibold text-ink-2 underline underline-offset-2 hover:text-ink">
        {label}
        <Icon name="down" size={16} className="group-open/rare:rotate-180" />
      </summary>
      <div className="grid gap-4 pt-2 pb-3">{children}</div>
    </details>
  );
}

/** The whole way: what is behind, where one is, what is ahead and when. */
function Track({ debate, now }: { debate: DebateView; now: number }) {
  const rank = rankOf(debate.phase);
  return (
    <ol className="grid gap-2 sm:grid-cols-6 sm:gap-1.5">
      {phases.map((phase, index) => (
        <li
          key={phase}
          aria-current={index === rank ? "step" : undefined}
          className={classNames(
            "flex items-baseline gap-x-2.5 max-sm:border-l-[3px] max-sm:py-0.5 max-sm:pl-3.5 sm:flex-col sm:border-t-[3px] sm:pt-2",
            index < rank && "border-ink-3 text-ink-2",
            index === rank && "border-rose text-rose-strong",
            index > rank && "border-line text-ink-3",
          )}
        >
          <span className={classNames("text-[0.9375rem]", index === rank ? "font-bold" : "font-semibold")}>
            {phaseWords[phase]}
            {index < rank && <span className="sr-only"> (passée)</span>}
          </span>
          <span className="text-[0.8125rem] leading-snug">
            {index === rank ? "en ce moment" : ahead(debate, phase, now)}
          </span>
        </li>
      ))}
    </ol>
  );
}

function ahead(debate: DebateView, phase: DebatePhase, now: number): string {
  if (rankOf(phase) <= rankOf(debate.phase)) return "";
  const at = beginsAt(debate, phase);
  if (at !== null) return `le ${momentWords(at, now)}`;
  return phase === "closed" ? "après la synthèse" : "quand tu veux";
}
