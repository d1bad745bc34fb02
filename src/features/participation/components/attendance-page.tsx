import type { ReactNode } from "react";
import { counted } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { BackLink } from "@/ui/back-link.tsx";
import { ButtonLink } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import type { AttendanceShiftView, AttendanceView } from "../attendance.views.ts";
import { AttendeeRow } from "./attendee-row.tsx";
import { LiveAttendance } from "./live-attendance.tsx";
import { PlacesPill } from "./places-pill.tsx";
import { TakenOff } from "./taken-off.tsx";
import { WaitingList } from "./waiting-list.tsx";
import { WalkIns } from "./walk-ins.tsx";

/** Who comes, for those who run an event: called over on a phone. `children` is what else they prepare there. */
export function AttendancePage({ view, children }: { view: AttendanceView; children?: ReactNode }) {
  const { event, shifts, counts, walkIns, takenOff, maybe, noting } = view;
  const nobody = shifts.every(({ attendees, waiting }) => attendees.length + waiting.length === 0);
  return (
    <div className="grid gap-8">
      <LiveAttendance eventId={event.id} />
      <div>
        <BackLink href={paths.event(event)}>{event.title}</BackLink>
        <PageHeader title="Organiser" lede={`${event.when[0]?.toUpperCase()}${event.when.slice(1)}`} />
        {event.cancelled && <Notice tone="warning" title="Cet événement est annulé." />}
      </div>
      <section aria-labelledby="attendance" className="grid gap-5">
        <div>
          <SectionHeading id="attendance" title="Qui vient" className="mb-2" />
          <p role="status" className="text-ink-2">
            {countsWords(counts, noting)}
          </p>
        </div>
        {nobody && (
          <EmptyState
            title="Personne n’est encore sur la liste"
            action={<ButtonLink href={paths.event(event)}>Voir la page à partager</ButtonLink>}
          >
            Partage l’événement : chaque personne qui l’ouvre peut s’inscrire en un geste.
          </EmptyState>
        )}
        {!nobody && shifts.map((shift) => <Shift key={shift.id} shift={shift} alone={shifts.length === 1} />)}
        <TakenOff people={takenOff} />
        {noting && <WalkIns eventId={event.id} count={walkIns} />}
        {maybe.length > 0 && (
          <p className="text-note text-ink-2">
            <span className="font-[650]">Peut-être :</span> {maybe.map(({ name }) => name).join(", ")}
          </p>
        )}
      </section>
      {children}
    </div>
  );
}

/** "8 personnes attendues · 5 présentes · 1 absente · 2 à noter" */
function countsWords({ expected, present, absent, unknown }: AttendanceView["counts"], noting: boolean): string {
  const noted = [counted(present, "présente"), counted(absent, "absente"), unknown > 0 && `${unknown} à noter`];
  return [counted(expected, "personne attendue", "personnes attendues"), ...(noting ? noted : [])]
    .filter(Boolean)
    .join(" · ");
}

function Shift({ shift, alone }: { shift: AttendanceShiftView; alone: boolean }) {
  const { id, title, hours, count, missing, attendees, waiting, now, over } = shift;
  return (
    <div className="grid gap-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        {!alone && <h3 className="text-lg font-[700] wrap-anywhere">{title}</h3>}
        {!alone && hours && <p className="text-note text-ink-2">{hours}</p>}
        <PlacesPill count={count} missing={missing} />
      </div>
      {attendees.length > 0 ? (
        <ul
          aria-label={`Sur la liste, ${title}`}
          className="divide-y divide-line rounded-card border border-line bg-card"
        >
          {attendees.map((attendee) => (
            <AttendeeRow key={attendee.signUpId} attendee={attendee} noting={now} removable={!over} />
          ))}
        </ul>
      ) : (
        <p className="text-note text-ink-2">Personne sur ce créneau pour l’instant.</p>
      )}
      <WaitingList id={`waiting-${id}`} title={title} people={waiting} removable={!over} />
    </div>
  );
}
