import Link from "next/link";
import type { ReactNode } from "react";
import { paths } from "@/core/paths.ts";
import { Badge } from "@/ui/badge.tsx";
import { classNames } from "@/ui/class-names.ts";
import { TitleWords } from "@/ui/title-words.tsx";
import { kindWords } from "../event.rules.ts";
import type { EventView } from "../event.views.ts";
import { EventCover } from "./event-cover.tsx";
import { audienceWords, dateBlock, dayWords, elsewhereWords, hoursWords, zoneWords } from "./event-words.ts";
import { OrganiseMenu } from "./organise-menu.tsx";
import { ShareButton } from "./share-button.tsx";

/** The head of an event: its kind, its title, its day and hours, and what to do with it. */
export function EventHero({ event, now, calendar }: { event: EventView; now: number; calendar?: ReactNode }) {
  const cancelled = event.stage === "cancelled";
  return (
    <header className="mb-6">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5 text-[0.90625rem] font-[560] text-ink-2">
        <StateBadge event={event} />
        <span>
          {kindWords[event.kind]} · {event.group ? `Groupe ${event.group.name}` : event.place.name}
        </span>
      </p>
      <div className={event.coverId ? "mt-3.5 grid gap-x-10 gap-y-5 lg:grid-cols-[1fr_22rem]" : "mt-3.5"}>
        <div>
          <h1 className="max-w-[24ch] text-title font-[750]">
            <TitleWords>{event.title}</TitleWords>
          </h1>
          <div className="mt-4 flex items-start gap-4">
            <DateBlock at={event.startsAt} zone={event.zone} muted={cancelled || event.over} />
            <When event={event} now={now} />
          </div>
        </div>
        {event.coverId && <EventCover event={event} eager />}
      </div>
      <div className="mt-5 flex flex-wrap items-center gap-2.5">
        {calendar}
        <ShareButton event={event} />
        <OrganiseMenu event={event} />
      </div>
    </header>
  );
}

/** Where an event stands, when that is worth a word. */
function StateBadge({ event }: { event: EventView }) {
  if (event.hidden) return <Badge tone="rose">Masqué par la modération</Badge>;
  if (event.stage === "cancelled") return <Badge tone="rose">Annulé</Badge>;
  if (event.stage === "proposed") return <Badge tone="amber">Proposé</Badge>;
  if (event.stage === "draft") return <Badge>Brouillon</Badge>;
  if (event.over) return <Badge>Terminé</Badge>;
  return event.started ? <Badge tone="live">En ce moment</Badge> : null;
}

/** A day as a leaf of a calendar; the words beside it say it for who hears the page. */
function DateBlock({ at, zone, muted }: { at: number; zone: string; muted: boolean }) {
  const { day, month, weekday } = dateBlock(at, zone);
  return (
    <div
      aria-hidden="true"
      className={classNames(
        "grid w-17 shrink-0 gap-0.5 rounded-card py-2.5 text-center",
        muted ? "bg-sunken text-ink-2" : "bg-rose-soft text-rose-strong",
      )}
    >
      <span className="text-[0.8125rem] leading-tight font-[650]">{weekday}</span>
      <span className="font-display text-[1.75rem] leading-none font-[780]">{day}</span>
      <span className="text-[0.8125rem] leading-tight font-[650]">{month}</span>
    </div>
  );
}

function When({ event, now }: { event: EventView; now: number }) {
  const elsewhere = elsewhereWords(event, event.zone, event.readerZone);
  return (
    <div className="min-w-0">
      <p className="text-lede font-[650] first-letter:uppercase">
        <time dateTime={new Date(event.startsAt).toISOString()}>{dayWords(event.startsAt, event.zone, now)}</time>
      </p>
      <p>
        <time dateTime={new Date(event.endsAt).toISOString()}>{hoursWords(event, event.zone)}</time>
        {elsewhere && `, ${zoneWords(event.zone)}`}
      </p>
      {elsewhere && <p className="text-note text-ink-2">Soit {elsewhere}</p>}
      <p className="mt-0.5 text-note text-ink-2">
        {event.commune ? event.commune.name : "En ligne"} · {audienceWords[event.audience]}
        {event.adherentsOnly && ", adhérent·e·s"}
      </p>
      {event.debate && (
        <p className="mt-2">
          <Link href={paths.debate(event.debate)} prefetch={false} className="font-[620] text-rose-strong">
            Le débat en ligne : {event.debate.question}
          </Link>
        </p>
      )}
    </div>
  );
}
