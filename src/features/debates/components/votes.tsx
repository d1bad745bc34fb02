import { counted, frenchNumber } from "@/core/french-dates.ts";
import { classNames } from "@/ui/class-names.ts";
import { Icon } from "@/ui/icons.tsx";
import type { ContributionView, Tally } from "../contribution.views.ts";
import type { VoteValue } from "../debate.rules.ts";

const answers: readonly { value: VoteValue; label: string; chosen: string }[] = [
  { value: "agree", label: "D’accord", chosen: "border-pour bg-pour-soft text-pour" },
  { value: "disagree", label: "Pas d’accord", chosen: "border-contre bg-contre-soft text-contre" },
  { value: "pass", label: "Je passe", chosen: "border-ink-2 bg-sunken text-ink" },
];

/** The three answers to a contribution, with their numbers: submit buttons of the debate's one form of votes. */
export function VoteButtons({
  entry,
  tally,
  mine,
}: {
  entry: ContributionView;
  tally: Tally;
  mine: VoteValue | undefined;
}) {
  return (
    <fieldset className="@container mt-2.5 min-w-0">
      <legend className="sr-only">Ton avis sur cette contribution</legend>
      <div className="flex gap-1.5">
        {answers.map(({ value, label, chosen }) => (
          <button
            key={value}
            type="submit"
            name="vote"
            value={`${value}.${entry.id}.${entry.seq}`}
            aria-pressed={mine === value}
            className={classNames(
              "flex min-h-12 flex-auto flex-col items-center justify-center gap-x-1.5 rounded-control border px-1.5 text-[0.84375rem] leading-tight font-semibold whitespace-nowrap transition-colors @md:min-h-11 @md:flex-row @md:px-2.5 @md:text-[0.90625rem]",
              mine === value ? chosen : "border-control text-ink-2 hover:border-ink hover:text-ink",
            )}
          >
            <span className="inline-flex items-center gap-1">
              {mine === value && <Icon name="check" size={14} strokeWidth={3} className="shrink-0" />}
              {label}
            </span>
            <b className={classNames("font-extrabold tabular-nums", mine !== value && "text-ink")}>
              {frenchNumber(tally[value])}
            </b>
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** The numbers alone, for whoever may only read. */
export function VoteNumbers({ tally }: { tally: Tally }) {
  const all = tally.agree + tally.disagree + tally.pass;
  if (all === 0) return <p className="mt-2.5 text-note text-ink-3">Pas encore de vote</p>;
  return (
    <p className="mt-2.5 flex flex-wrap gap-x-4 gap-y-0.5 text-note text-ink-2 tabular-nums">
      <span>
        <b className="font-bold text-ink">{frenchNumber(tally.agree)}</b> d’accord
      </span>
      <span>
        <b className="font-bold text-ink">{frenchNumber(tally.disagree)}</b> pas d’accord
      </span>
      <span>
        <b className="font-bold text-ink">{frenchNumber(tally.pass)}</b> {tally.pass < 2 ? "passe" : "passent"}
      </span>
      <span className="sr-only">sur {counted(all, "vote")}</span>
    </p>
  );
}
