import { counted } from "@/core/french-dates.ts";
import { classNames } from "@/ui/class-names.ts";
import type { ActivityView } from "../activity.queries.ts";

const steps = [1, 2, 3] as const;

/** How present a member is, in words; to herself, what it comes from. */
export function ActivityWords({ activity }: { activity: ActivityView }) {
  const { step, name, sentence, details } = activity;
  return (
    <div className="grid gap-2">
      <p className="flex items-center gap-3">
        <span aria-hidden="true" className="flex items-end gap-1">
          {steps.map((one) => (
            <i
              key={one}
              className={classNames(
                "w-1.5 rounded-full",
                one === 1 ? "h-2" : one === 2 ? "h-3.5" : "h-5",
                one <= step ? "bg-pour" : "bg-line-strong",
              )}
            />
          ))}
        </span>
        <span className="font-[650]">{name}</span>
      </p>
      <p className="text-note text-ink-2">{sentence}</p>
      {details && (
        <details className="text-note text-ink-2">
          <summary className="inline-flex min-h-11 items-center font-semibold text-rose-strong underline underline-offset-2">
            D’où cela vient
          </summary>
          <p>
            Des jours des 60 derniers où tu as fait quelque chose ici. Tes votes et tes lectures ne comptent pas, et il
            n’y a ni points ni classement. Toi seul·e lis ces chiffres :
          </p>
          <ul className="mt-2 list-disc pl-5 marker:text-ink-3">
            {details.map(({ label, days }) => (
              <li key={label}>
                {label} : {counted(days, "jour")}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
