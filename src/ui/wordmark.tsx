import { organisation } from "@/core/organisation.ts";
import { classNames } from "./class-names.ts";

/** The two interlocked rings, one rose, one ink; decorative. */
export function Rings({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 49 30" fill="none" strokeWidth={6} aria-hidden="true" className={className}>
      <circle cx="16" cy="15" r="11.4" stroke="var(--rose)" />
      <circle cx="33" cy="15" r="11.4" stroke="currentColor" />
      <path d="M18 3.8A11.4 11.4 0 0 1 27.4 15" stroke="var(--rose)" />
    </svg>
  );
}

/** The name, its two o's drawn as interlocked rings; another organisation's name is set in plain text. */
export function Wordmark({ className }: { className?: string }) {
  const [before, after] = organisation.name.split("oo");
  return (
    <span
      className={classNames(
        "inline-flex items-center font-display text-[1.4375rem] leading-none font-extrabold tracking-[-0.035em] whitespace-nowrap",
        className,
      )}
    >
      {after === undefined ? (
        organisation.name
      ) : (
        <>
          <span className="sr-only">{organisation.name}</span>
          <span aria-hidden="true">{before?.replace(" ", "\u00a0")}</span>
          <Rings className="mt-[0.17em] ml-px h-[0.83em] w-auto" />
          <span aria-hidden="true">{after}</span>
        </>
      )}
    </span>
  );
}
