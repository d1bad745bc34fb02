import Link from "next/link";
import type { ReactNode } from "react";
import { richText } from "@/core/rich-text.ts";
import { classNames } from "@/ui/class-names.ts";
import { RichText } from "@/ui/rich-text.tsx";
import type { Place } from "../reportable.rules.ts";

/** Reported words as readers see them; where a link leads is written beside it. */
export const Words = ({ text }: { text: string }) => <RichText source={text} rich={richText(text)} />;

/** Words of somebody. */
export function Quote({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <blockquote
      className={classNames(
        "border-l-[3px] border-rose-line pl-4 text-[1.03125rem] leading-[1.52] break-words whitespace-pre-line",
        className,
      )}
    >
      {children}
    </blockquote>
  );
}

/** Where an object stands; a link where the way is open to the reader. */
export function PlaceLine({ place, className }: { place: Place; className?: string }) {
  const look = classNames("text-note text-ink-3", className);
  if (!place.href) return <p className={look}>Dans « {place.label} »</p>;
  return (
    <p className={look}>
      Dans{" "}
      <Link href={place.href} prefetch={false} className="font-semibold text-ink-2 underline underline-offset-2">
        « {place.label} »
      </Link>
    </p>
  );
}
