import Link from "next/link";
import { paths } from "@/core/paths.ts";
import type { GroupCardView } from "../group-list.queries.ts";
import { groupLine, groupTitle } from "./group-words.ts";

/** The groups that somebody is in, in lines of her page. */
export function GroupsOfMember({ groups }: { groups: readonly GroupCardView[] }) {
  return (
    <ul className="grid gap-1">
      {groups.map((group) => (
        <li key={group.id}>
          <Link
            href={paths.group(group)}
            prefetch={false}
            className="group grid min-h-11 content-center py-1 no-underline"
          >
            <span className="leading-tight font-[650] wrap-anywhere group-hover:underline">{groupTitle(group)}</span>
            <span className="text-note text-ink-3">{groupLine(group)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
