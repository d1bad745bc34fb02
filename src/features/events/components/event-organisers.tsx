import Link from "next/link";
import { paths } from "@/core/paths.ts";
import { Card } from "@/ui/card.tsx";
import { Person } from "@/ui/person.tsx";
import type { EventView } from "../event.views.ts";

/** Who prepares it: people whose card this reader may see, and territories. */
export function EventOrganisers({ event }: { event: EventView }) {
  const { organisers, moreOrganisers, place, coPlaces, group } = event;
  const hosts = [
    ...(group ? [{ scope: group.id, name: `Groupe ${group.name}`, href: paths.group(group) }] : []),
    // A group's own event is no territory's.
    ...(event.audience === "group" ? [] : [place, ...coPlaces]),
  ];
  return (
    <Card as="section" aria-labelledby="organisation" className="grid gap-4">
      <h2 id="organisation" className="text-lg font-[700]">
        Qui organise
      </h2>
      <ul className="grid gap-1">
        {hosts.map(({ scope, name, href }) => (
          <li key={scope}>
            {href ? (
              <Link
                href={href}
                prefetch={false}
                className="inline-flex min-h-9 items-center font-[620] underline underline-offset-2"
              >
                {name}
              </Link>
            ) : (
              <span className="font-[620]">{name}</span>
            )}
          </li>
        ))}
      </ul>
      {organisers.length > 0 && (
        <ul className="grid gap-3.5">
          {organisers.map(({ id, name, section, photo, href }) => (
            <li key={id}>
              <Person person={{ name, place: `Section ${section}`, photo, href }} />
            </li>
          ))}
        </ul>
      )}
      {moreOrganisers > 0 && organisers.length > 0 && (
        <p className="text-note text-ink-2">
          {moreOrganisers === 1 ? "et une autre personne" : `et ${moreOrganisers} autres personnes`}
        </p>
      )}
    </Card>
  );
}
