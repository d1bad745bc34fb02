import Link from "next/link";
import { paths } from "@/core/paths.ts";
import { Badge } from "@/ui/badge.tsx";
import { Icon } from "@/ui/icons.tsx";
import { entryWords, themeWords } from "../group.rules.ts";
import type { GroupCardView } from "../group-list.queries.ts";
import { GroupCover } from "./group-cover.tsx";
import { countWords, groupLine, groupTitle } from "./group-words.ts";

const THEMES_SHOWN = 2;

/** A group in a list: what it is for, where, how many are in it; the whole card leads there. */
export function GroupCard({ group, note }: { group: GroupCardView; note?: string }) {
  const facts = [
    countWords(group.memberCount),
    group.kind !== "place" && group.entry !== "open" ? entryWords[group.entry] : null,
    ...group.themes.slice(0, THEMES_SHOWN).map((theme) => themeWords[theme]),
  ].filter(Boolean);
  return (
    <article className="relative flex h-full flex-col overflow-hidden rounded-card border border-line bg-card has-[a:hover]:border-line-strong">
      <GroupCover group={group} sizes="(min-width: 64rem) 24rem, 100vw" className="aspect-[3/1]! rounded-none!" />
      <div className="flex grow flex-col items-start gap-2 px-4 py-4 sm:px-5">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-note text-ink-3">
          <span>{groupLine(group)}</span>
          {group.adherentsOnly && <Badge tone="amber">Adhérent·e·s</Badge>}
        </p>
        <h3 className="text-lg leading-snug font-[680] [overflow-wrap:anywhere]">
          <Link
            href={paths.group(group)}
            prefetch={false}
            className="no-underline after:absolute after:inset-0 hover:underline"
          >
            {groupTitle(group)}
          </Link>
        </h3>
        <p className="line-clamp-3 text-[0.96875rem] text-ink-2 [overflow-wrap:anywhere]">{group.purpose}</p>
        {note && (
          <p className="flex items-start gap-1.5 text-note text-rose-strong">
            <Icon name="spark" size={16} className="mt-0.5 shrink-0" />
            {note}
          </p>
        )}
        <p className="mt-auto flex flex-wrap items-center gap-x-2 gap-y-1.5 pt-1 text-note text-ink-3">
          {group.role === "follower" ? (
            <Badge>Suivi</Badge>
          ) : (
            group.role &&
            group.kind !== "place" && (
              <Badge tone="ok">
                {group.role === "member" ? "Membre" : group.role === "lead" ? "Responsable" : "Gestionnaire"}
              </Badge>
            )
          )}
          {facts.length > 0 && <span>{facts.join(" · ")}</span>}
        </p>
      </div>
    </article>
  );
}
