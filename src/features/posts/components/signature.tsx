import Link from "next/link";
import type { ReactNode } from "react";
import { fullMoment, relativeTime } from "@/core/french-dates.ts";
import { Avatar } from "@/ui/avatar.tsx";
import type { AuthorView } from "../post.views.ts";

/** Who signs, as a link where her card may be opened. */
export function AuthorName({ author }: { author: AuthorView }) {
  if (!author.href) return author.label;
  return (
    <Link href={author.href} prefetch={false} className="text-inherit no-underline hover:underline">
      {author.label}
    </Link>
  );
}

/** When, in words that a reader uses; the full date on hover. Milliseconds. */
export function Moment({ at, now }: { at: number; now: number }) {
  const date = new Date(at);
  return (
    <time dateTime={date.toISOString()} title={fullMoment(date)} suppressHydrationWarning className="whitespace-nowrap">
      {relativeTime(date, new Date(Math.max(now, at)))}
    </time>
  );
}

/** Face, name, place and what else is said in the small line. */
export function Signature({
  author,
  size = "regular",
  children,
}: {
  author: AuthorView;
  size?: "small" | "regular";
  children: ReactNode;
}) {
  return (
    <div className="flex min-w-0 flex-1 items-center gap-2.75">
      <Avatar name={author.named ? author.label : null} photo={author.photo ?? null} size={size} />
      <div className="min-w-0 flex-1">
        <p className="leading-snug font-[650] wrap-anywhere">
          <AuthorName author={author} />
        </p>
        <p className="text-[0.84375rem] leading-snug text-ink-3">{children}</p>
      </div>
    </div>
  );
}
