import { relativeTime } from "@/core/french-dates.ts";
import { unbroken } from "@/core/french-typography.ts";
import { VOLUNTEER_ANSWER_MAX, type VolunteerView } from "@/features/sections/index.ts";
import { ActForm } from "@/ui/act-form.tsx";
import { Badge } from "@/ui/badge.tsx";
import { List } from "@/ui/list.tsx";
import { Person } from "@/ui/person.tsx";
import { nameLeaderAction } from "../desk.actions.ts";
import { ThankForm } from "./desk-answer-forms.tsx";

/** Who offers to look after a section that nobody leads: name her its leader, or thank her. */
export function DeskVolunteers({ volunteers, now }: { volunteers: readonly VolunteerView[]; now: Date }) {
  return (
    <List>
      {volunteers.map((row) => (
        <li key={row.volunteerId} className="grid gap-3 px-4 py-4 sm:px-5">
          <Person
            person={{ ...row, place: `pour la section ${row.place.name} · ${relativeTime(row.offeredAt, now)}` }}
            note={row.led && <Badge tone="amber">Quelqu’un s’en occupe désormais</Badge>}
          />
          <p className="break-words whitespace-pre-line text-ink-2">« {unbroken(row.words)} »</p>
          {row.can.answer && (
            <div className="flex flex-wrap items-start gap-2">
              {row.can.name && (
                <ActForm
                  size="compact"
                  action={nameLeaderAction}
                  said="La section est confiée"
                  fields={{ memberId: row.id, scope: row.place.scope }}
                  icon="check"
                  aria-label={`Lui confier la section ${row.place.name} : ${row.name}`}
                >
                  Lui confier la section
                </ActForm>
              )}
              <ThankForm volunteer={{ id: row.volunteerId, name: row.name }} maxLength={VOLUNTEER_ANSWER_MAX} />
            </div>
          )}
        </li>
      ))}
    </List>
  );
}
