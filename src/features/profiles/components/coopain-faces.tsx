import Link from "next/link";
import { counted } from "@/core/french-dates.ts";
import { Avatar } from "@/ui/avatar.tsx";
import type { CoopainsView } from "../profile.views.ts";
import { Part } from "./profile-parts.tsx";

/** Some of a member's coopains, each leading to her page. */
export function CoopainFaces({ coopains: { count, people } }: { coopains: CoopainsView }) {
  const others = count - people.length;
  return (
    <Part id="coopains" title={counted(count, "coopain")}>
      <ul className="grid gap-x-4 sm:grid-cols-2 md:grid-cols-1">
        {people.map(({ id, name, section, href, photo }) => (
          <li key={id}>
            <Link href={href} prefetch={false} className="group flex min-h-13 items-center gap-3 no-underline">
              <Avatar name={name} photo={photo} />
              <span className="min-w-0">
                <span className="block leading-tight font-[650] wrap-anywhere group-hover:underline">{name}</span>
                <span className="text-note text-ink-3">{section}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {others > 0 && <p className="mt-2 text-note text-ink-2">et {counted(others, "autre")}</p>}
    </Part>
  );
}
