import Link from "next/link";
import type { ReactNode } from "react";
import { Avatar } from "./avatar.tsx";

/** A person in a list: her face, her name that leads to her profile, her place, and what can be done beside. */
export function Person({
  person,
  note,
  children,
}: {
  person: { name: string; place: string; photo: string | null; href?: string | null };
  /** A line under the name: a reason, a date, her words. */
  note?: ReactNode;
  children?: ReactNode;
}) {
  const { name, place, photo, href } = person;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <div className="relative flex min-w-0 flex-[1_1_12.5rem] items-center gap-3.5">
        <Avatar name={name} photo={photo} size="large" />
        <div className="min-w-0">
          <p className="font-[650] wrap-anywhere">
            {href ? (
              <Link href={href} prefetch={false} className="no-underline after:absolute after:inset-0 hover:underline">
                {name}
              </Link>
            ) : (
              name
            )}
          </p>
          <p className="text-note text-ink-3">{place}</p>
          {note && <div className="mt-0.5 text-note text-ink-2">{note}</div>}
        </div>
      </div>
      {children && <div className="flex flex-wrap items-center gap-2 has-[details[open]]:basis-full">{children}</div>}
    </div>
  );
}
