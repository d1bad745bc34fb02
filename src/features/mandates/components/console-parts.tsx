import { counted, frenchNumber, fullDay } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { Badge } from "@/ui/badge.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { List, ListRow } from "@/ui/list.tsx";
import { RelativeTime } from "@/ui/relative-time.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import type { PartOf } from "../console.views.ts";

const _consolePath = paths.console("national");

/** Where nobody is in charge, by federation. */
export function PlacesPart({ part }: { part: PartOf<"sections"> }) {
  const { federations, emptySections, sections } = part;
  if (federations.length === 0)
    return <EmptyState title="Chaque section a quelqu’un">Et chaque fédération aussi.</EmptyState>;
  return (
    <section aria-labelledby="sans-personne">
      <SectionHeading
        id="sans-personne"
        title="Sections sans personne en charge"
        note={`${frenchNumber(emptySections)} sur ${frenchNumber(sections)}`}
      />
      <List>
        {federations.map(({ scope, name, empty, sections: all, hasAdmin }) => (
          <ListRow
            key={scope}
            href={paths.console(scope)}
            title={name}
            text={
              <>
                {empty === 0 ? "Toutes ont quelqu’un" : `${counted(empty, "section")} sur ${all} sans personne`}
                {!hasAdmin && " · la fédération non plus"}
              </>
            }
          />
        ))}
      </List>
    </section>
  );
}

/** Suspensions, the latest first. */
export function SuspensionsPart({ part, now }: { part: PartOf<"suspensions">; now: Date }) {
  const { suspensions, own } = part;
  if (suspensions.length === 0)
    return <EmptyState title={own ? "Tu n’as suspendu personne" : "Personne n’a été suspendu"} />;
  return (
    <section aria-labelledby="suspensions">
      <SectionHeading id="suspensions" title={own ? "Celles que tu as décidées" : "Suspensions récentes"} />
      <List>
        {suspensions.map(({ id, memberId, name, section, reason, beginsAt, endsAt, liftedAt, by, current }) => (
          <ListRow
            key={id}
            href={paths.managedMember(memberId)}
            title={`${name}, ${section}`}
            text={
              <>
                {by ? `Par ${by}` : "Par l’administration"}, <RelativeTime date={beginsAt} now={now} />
                {endsAt ? `, jusqu’au ${fullDay(endsAt)}` : ", sans date de fin"}
              </>
            }
          >
            <p className="mt-1 text-ink-2 wrap-anywhere">{reason}</p>
            <Badge tone={current ? "contre" : "neutral"} className="mt-1.5">
              {current ? "En cours" : liftedAt ? "Levée" : "Terminée"}
            </Badge>
          </ListRow>
        ))}
      </List>
    </section>
  );
}

/** Who read whose contact data, and why. */
export function ConsultationsPart({ part: { views }, now }: { part: PartOf<"consultations">; now: Date }) {
  if (views.length === 0) return <EmptyState title="Personne n’a lu de coordonnées" />;
  return (
    <section aria-labelledby="consultations">
      <SectionHeading id="consultations" title="Coordonnées lues" note="Chaque lecture est notée avec sa raison." />
      <List>
        {views.map(({ id, memberId, name, viewer, purpose, at }) => (
          <ListRow
            key={id}
            href={paths.managedMember(memberId)}
            title={name}
            text={
              <>
                {viewer ? `Par ${viewer}` : "Par une personne qui n’est plus là"}, <RelativeTime date={at} now={now} />
              </>
            }
          >
            <p className="mt-1 text-ink-2 wrap-anywhere">{purpose}</p>
          </ListRow>
        ))}
      </List>
    </section>
  );
}
