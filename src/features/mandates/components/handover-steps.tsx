import type { ReactNode } from "react";
import { fullDay } from "@/core/french-dates.ts";
import { classNames } from "@/ui/class-names.ts";
import { Icon } from "@/ui/icons.tsx";
import type { HandoverView } from "../handover.views.ts";
import { isOpen } from "../mandate.rules.ts";

type Step = { title: string; text: ReactNode; done: boolean };

function stepsOf(handover: HandoverView): Step[] {
  const { holder, successor, proposedAt, confirmedAt, confirmedBy, effectiveAt, dayCome, doneAt } = handover;
  const signatures = [
    { name: holder.name, at: handover.holderSignedAt },
    { name: successor.name, at: handover.successorSignedAt },
  ];
  return [
    { title: "Proposée", text: `Par ${holder.name}, le ${fullDay(proposedAt)}.`, done: true },
    {
      title: "Confirmée",
      text: confirmedAt
        ? `${confirmedBy ? `Par ${confirmedBy}` : "Par la fédération"}, le ${fullDay(confirmedAt)}.`
        : "La fédération dit si elle est d’accord.",
      done: confirmedAt !== null,
    },
    {
      title: "Signée par les deux",
      text: signatures.map(({ name, at }) => (
        <span key={name} className="block">
          {name} : {at ? `le ${fullDay(at)}` : "pas encore"}
        </span>
      )),
      done: signatures.every(({ at }) => at !== null),
    },
    {
      title: "Faite",
      text: doneAt
        ? `Le ${fullDay(doneAt)}.`
        : dayCome
          ? "Dès la dernière signature."
          : `Le ${fullDay(effectiveAt)}, d’elle-même, une fois signée.`,
      done: doneAt !== null,
    },
  ];
}

/** Where a handover stands: named, confirmed, signed by both, done. */
export function HandoverSteps({ handover }: { handover: HandoverView }) {
  const steps = stepsOf(handover);
  const current = isOpen(handover) ? steps.findIndex(({ done }) => !done) : -1;
  return (
    <ol className="grid gap-px overflow-hidden rounded-card border border-line bg-line md:auto-cols-fr md:grid-flow-col">
      {steps.map(({ title, text, done }, index) => (
        <li
          key={title}
          aria-current={index === current ? "step" : undefined}
          className={classNames(
            "flex gap-3.5 px-4 py-4 sm:px-5 md:flex-col",
            index === current ? "bg-rose-soft" : "bg-card",
          )}
        >
          <span
            aria-hidden="true"
            className={classNames(
              "grid size-8 shrink-0 place-items-center rounded-full border-[1.5px] text-note font-bold tabular-nums",
              done && "border-transparent bg-pour text-on-pour",
              !done && (index === current ? "border-rose text-rose-strong" : "border-control text-ink-3"),
            )}
          >
            {done ? <Icon name="check" size={16} /> : index + 1}
          </span>
          <div className="min-w-0">
            <h3 className="text-[1.0625rem] font-[700]">
              {title}
              <span className="sr-only">
                {done ? " : c’est fait" : index === current ? " : étape en cours" : " : à venir"}
              </span>
            </h3>
            <div className="mt-0.5 text-note text-ink-2 wrap-anywhere">{text}</div>
          </div>
        </li>
      ))}
    </ol>
  );
}
