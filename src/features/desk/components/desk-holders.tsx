import { fullDay } from "@/core/french-dates.ts";
import { roleName } from "@/features/accounts/index.ts";
import type { HolderView } from "@/features/mandates/index.ts";
import { Badge } from "@/ui/badge.tsx";
import { List } from "@/ui/list.tsx";
import { Person } from "@/ui/person.tsx";
import { endsSoon, endWords } from "../desk.rules.ts";
import { EndLeaderForm } from "./desk-answer-forms.tsx";

type Holder = HolderView & { can?: { end: boolean } };

/** Who is in charge of a place, since when, until when. */
export function DeskHolders({ holders, now }: { holders: readonly Holder[]; now: Date }) {
  return (
    <List>
      {holders.map((holder) => {
        const name = holder.name ?? "Quelqu’un qui ne se montre pas ici";
        return (
          <li key={holder.mandateId} className="grid gap-3 px-4 py-4 sm:px-5">
            <Person
              person={{ ...holder, name, place: `${roleName(holder.role)} depuis le ${fullDay(holder.beginsAt)}` }}
              note={<MandateEnd endsAt={holder.endsAt} now={now} />}
            />
            {holder.can?.end && (
              <div className="flex flex-wrap items-start gap-2">
                <EndLeaderForm mandate={{ id: holder.mandateId, name }} />
              </div>
            )}
          </li>
        );
      })}
    </List>
  );
}

/** "se termine dans 12 jours", in amber when it is near; nothing is said of a mandate without end. */
export function MandateEnd({ endsAt, now }: { endsAt: Date | null; now: Date }) {
  if (!endsAt) return <span>sans fin prévue</span>;
  if (!endsSoon(endsAt, now)) return <span>jusqu’au {fullDay(endsAt)}</span>;
  return <Badge tone="amber">{endWords(endsAt, now)}</Badge>;
}
