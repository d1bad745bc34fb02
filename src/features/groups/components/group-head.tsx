import Link from "next/link";
import type { ReactNode } from "react";
import { Badge } from "@/ui/badge.tsx";
import { TitleWords } from "@/ui/title-words.tsx";
import { entryWords, roleWords } from "../group.rules.ts";
import type { GroupView } from "../group.views.ts";
import { GroupCover } from "./group-cover.tsx";
import { countWords, groupLine, groupTitle } from "./group-words.ts";

/** The head of a group: its picture, its name, what it is for, what the reader is in it and what she may do. */
export function GroupHead({
  group,
  actions,
  brief,
}: {
  group: GroupView;
  actions?: ReactNode;
  /** Above a page of work: its name is enough. */
  brief?: boolean;
}) {
  const count = countWords(group.memberCount);
  return (
    <header className={group.coverId && !brief ? "mb-6 grid gap-x-10 gap-y-4 lg:grid-cols-[1fr_24rem]" : "mb-6"}>
      {!brief && (
        <GroupCover
          group={group}
          eager
          sizes="(min-width: 64rem) 24rem, 100vw"
          className="aspect-[3/1]! lg:order-last lg:aspect-[2/1]!"
        />
      )}
      <div>
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5 text-[0.90625rem] font-[560] text-ink-2">
          <span>{groupLine(group)}</span>
          {group.kind !== "place" && group.entry !== "open" && <Badge>{entryWords[group.entry]}</Badge>}
          {group.adherentsOnly && <Badge tone="amber">Adhérent·e·s</Badge>}
        </p>
        <h1 className="mt-2.5 max-w-[24ch] text-title font-[750] [overflow-wrap:anywhere]">
          <TitleWords>{groupTitle(group)}</TitleWords>
        </h1>
        {group.purpose && !brief && <p className="mt-2.5 max-w-[62ch] text-lede text-ink-2">{group.purpose}</p>}
        <p className="mt-2.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-note text-ink-3">
          {count && <span>{count}</span>}
          {count && group.role && <span aria-hidden="true">·</span>}
          {group.role && <span>{roleLine(group)}</span>}
          {group.kind === "place" && group.place.href && (
            <>
              {(count || group.role) && <span aria-hidden="true">·</span>}
              <Link href={group.place.href} prefetch={false} className="font-semibold text-rose-strong">
                {group.scope.split("/").length > 2 ? "Page de la section" : "Page de la fédération"}
              </Link>
            </>
          )}
        </p>
        {actions && <div className="mt-4 flex flex-wrap items-start gap-2.5 empty:hidden">{actions}</div>}
      </div>
    </header>
  );
}

const roleLine = ({ role, kind }: GroupView): string => {
  if (role === "follower") return "Tu le suis";
  if (kind === "place" && role === "member") return "Tu y habites";
  return role ? `Tu en es ${roleWords[role]}` : "";
};
