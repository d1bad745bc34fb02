import Link from "next/link";
import { weekdayAndDay } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { Icon, type IconName } from "@/ui/icons.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import type { LastEventView } from "../edit-event.queries.ts";
import { type EventKind, eventKinds, isFieldAction, kindWords } from "../event.rules.ts";
import { eventTemplates } from "../template.rules.ts";

const icons: Record<EventKind, IconName> = {
  leafleting: "leaflet",
  letterboxing: "mail",
  canvassing: "home",
  postering: "poster",
  phone_bank: "phone",
  section_meeting: "users",
  public_meeting: "megaphone",
  debate: "debate",
  training: "book",
  convivial: "glass",
};

/** Where the form of a kind stands, empty or as the last one was, in the name of a group. */
function formHref(kind: EventKind, { group, like }: { group: { id: string } | null; like?: "last" }): string {
  const [of, last] = [group ? `&groupe=${group.id}` : "", like ? "&comme=derniere" : ""];
  return `${paths.newEvent}?type=${kind}${of}${last}`;
}

/** What one wants to organise: like the last time, or by its kind. Plain links. */
export function KindChoice({
  last,
  proposes,
  group,
}: {
  last: readonly LastEventView[];
  proposes: boolean;
  group: { id: string; name: string } | null;
}) {
  const groups = [
    { id: "terrain", title: "Sur le terrain", kinds: eventKinds.filter(isFieldAction) },
    { id: "ensemble", title: "Se réunir", kinds: eventKinds.filter((kind) => !isFieldAction(kind)) },
  ];
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        eyebrow={group ? `Groupe ${group.name}` : undefined}
        title={proposes ? "Proposer un événement" : "Organiser un événement"}
        lede={
          proposes
            ? "Ta section le reçoit, et te répond. Tu en seras l’organisateur·rice."
            : "Choisis, change ce qui change, publie : une minute suffit."
        }
      />
      {last.length > 0 && (
        <section aria-labelledby="derniere" className="mb-9">
          <h2 id="derniere" className="mb-3 text-heading">
            Comme la dernière fois
          </h2>
          <ul className="grid gap-2.5">
            {last.slice(0, 3).map((event) => (
              <li key={event.id}>
                <Choice
                  href={formHref(event.kind, { group, like: "last" })}
                  icon={icons[event.kind]}
                  title={event.title}
                  text={`${kindWords[event.kind]} · ${weekdayAndDay(new Date(event.startsAt), event.zone)}`}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {groups.map(({ id, title, kinds }) => (
        <section key={id} aria-labelledby={id} className="mb-9">
          <h2 id={id} className="mb-3 text-heading">
            {title}
          </h2>
          <ul className="grid gap-2.5 sm:grid-cols-2">
            {kinds.map((kind) => (
              <li key={kind}>
                <Choice
                  href={formHref(kind, { group })}
                  icon={icons[kind]}
                  title={kindWords[kind]}
                  text={eventTemplates[kind].about}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Choice({ href, icon, title, text }: { href: string; icon: IconName; title: string; text: string }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="flex h-full items-start gap-4 rounded-card border border-line bg-card px-4 py-4 no-underline transition-colors hover:border-ink-2 hover:bg-sunken"
    >
      <span className="grid size-11 shrink-0 place-items-center rounded-full bg-rose-soft text-rose-strong">
        <Icon name={icon} size={22} />
      </span>
      <span className="min-w-0">
        <span className="block font-[650] wrap-anywhere">{title}</span>
        <span className="mt-0.5 block text-note text-ink-2">{text}</span>
      </span>
    </Link>
  );
}
