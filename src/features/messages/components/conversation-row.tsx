import Link from "next/link";
import { counted, fullMoment } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { Badge } from "@/ui/badge.tsx";
import { classNames } from "@/ui/class-names.ts";
import { Icon } from "@/ui/icons.tsx";
import type { ConversationItemView, LastWordsView } from "../conversation.views.ts";
import { ConversationFace } from "./conversation-face.tsx";
import { carriedWords } from "./excerpt-of-message.ts";
import { momentWords } from "./moment-words.ts";
import { firstName } from "./name-words.ts";

/** One conversation of the list: with whom, how the last words begin, when, and what is not read yet. */
export function ConversationRow({
  item,
  current,
  now,
  query,
}: {
  item: ConversationItemView;
  current: boolean;
  now: number;
  /** Which list it is opened from, kept in its address. */
  query: string;
}) {
  const { id, kind, title, people, place, at, unread, muted, request, last } = item;
  const isNew = unread > 0 && !current;
  const moment = new Date(at);
  return (
    <li className={classNames("relative flex gap-3 px-4 py-3 hover:bg-sunken lg:px-4.5", current && "bg-rose-soft!")}>
      <ConversationFace kind={kind} people={people} {...(place && { place })} className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline gap-2">
          <Link
            href={`${paths.conversation(id)}${query}`}
            prefetch={false}
            aria-current={current ? "page" : undefined}
            className={classNames(
              "min-w-0 flex-1 truncate no-underline after:absolute after:inset-0",
              isNew ? "font-bold" : "font-[600]",
            )}
          >
            {title}
          </Link>
          <time
            dateTime={at}
            title={fullMoment(moment)}
            className={classNames("shrink-0 text-xs", isNew ? "font-bold text-rose-strong" : "text-ink-3")}
          >
            {momentWords(moment, new Date(now))}
          </time>
        </div>
        <div className="flex items-center gap-2">
          <p className={classNames("min-w-0 flex-1 truncate text-note", isNew ? "font-[650] text-ink" : "text-ink-2")}>
            {last ? <LastWords last={last} /> : "Rien d’écrit encore"}
          </p>
          {request === "sent" && <Badge>Demande envoyée</Badge>}
          {muted && <Icon name="muted" size={16} label="En sourdine" className="shrink-0 text-ink-3" />}
          {isNew && (
            <span className="grid min-w-5.5 shrink-0 place-items-center rounded-full bg-rose px-1.5 text-xs leading-5.5 font-bold text-on-rose tabular-nums">
              <span aria-hidden="true">{unread >= 99 ? "99+" : unread}</span>
              <span className="sr-only">{counted(unread, "message non lu", "messages non lus")}</span>
            </span>
          )}
        </div>
      </div>
    </li>
  );
}

function LastWords({ last: { mine, author, words, photos, files, gone } }: { last: LastWordsView }) {
  const who = mine ? "Toi : " : author ? `${firstName(author)} : ` : "";
  const carried = carriedWords(photos, files);
  if (gone)
    return <em>{gone === "hidden" ? "Message masqué" : who === "" ? "Message supprimé" : `${who}message supprimé`}</em>;
  return (
    <>
      {who}
      {carried !== "" && (
        <Icon
          name={photos > 0 ? "image" : "leaflet"}
          size={15}
          className="mr-1 inline-block align-[-0.15em]"
          {...(words !== "" && { label: carried })}
        />
      )}
      {words || carried}
    </>
  );
}
