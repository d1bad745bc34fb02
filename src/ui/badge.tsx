import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

const tones = {
  live: "bg-rose text-on-rose",
  neutral: "bg-sunken text-ink-2 border-line",
  rose: "bg-rose-soft text-rose-strong",
  amber: "bg-amber-soft text-amber",
  pour: "bg-pour-soft text-pour",
  contre: "bg-contre-soft text-contre",
  ok: "bg-pour-soft text-ok",
};

export type BadgeTone = keyof typeof tones;

/** A word or two on a state; `live` has a beating dot. The word carries the meaning, not the colour. */
export function Badge({
  tone = "neutral",
  className,
  children,
}: {
  tone?: BadgeTone;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={classNames(
        "inline-flex w-fit items-center gap-1.5 rounded-full border border-transparent px-2.5 py-0.5 text-[0.8125rem] leading-5 font-[650] whitespace-nowrap",
        tones[tone],
        className,
      )}
    >
      {tone === "live" && <i aria-hidden="true" className="size-2 animate-pulse-dot rounded-full bg-current" />}
      {children}
    </span>
  );
}
