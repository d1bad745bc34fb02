import Link from "next/link";
import type { ReactNode } from "react";
import { excerptOf } from "@/core/excerpt.ts";
import type { ObjectLine } from "../reportable.rules.ts";

const FIRST_WORDS = 220;

/** A reported object in a list: its first words lead to its case; `children` say what is known of it. */
export function ObjectRow({ href, object, children }: { href: string; object: ObjectLine; children: ReactNode }) {
  return (
    <li className="relative px-4 py-4 sm:px-5 has-[a:hover]:bg-sunken">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5 text-note text-ink-3">{children}</p>
      <p className="mt-2 leading-snug">
        <Link
          href={href}
          prefetch={false}
          className="line-clamp-3 font-[560] break-words no-underline after:absolute after:inset-0"
        >
          {excerptOf(object.text, FIRST_WORDS)}
        </Link>
      </p>
      <p className="mt-1.5 line-clamp-2 text-note text-ink-3">
        {object.author ?? "Compte supprimé"} · {object.place.label}
      </p>
    </li>
  );
}
