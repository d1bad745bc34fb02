import { unbroken } from "@/core/french-typography.ts";
import type { InboxPartView } from "@/features/messages/index.ts";
import { Avatar } from "@/ui/avatar.tsx";
import { Badge } from "@/ui/badge.tsx";
import { ButtonLink } from "@/ui/button.tsx";
import { List, ListRow } from "@/ui/list.tsx";
import { RelativeTime } from "@/ui/relative-time.tsx";
import { NothingWaits } from "./desk-parts.tsx";

/** What members wrote to those in charge and waits for an answer; from here one writes to all of them. */
export function DeskInbox({ inbox, now }: { inbox: InboxPartView; now: Date }) {
  return (
    <div className="grid gap-4">
      {inbox.rows.length > 0 ? (
        <List>
          {inbox.rows.map(({ id, href, from, place, beginning, at, assignee }) => (
            <ListRow
              key={id}
              href={href}
              lead={<Avatar name={from?.name ?? null} photo={from?.photo ?? null} />}
              title={from?.name ?? "Compte supprimé"}
              text={
                <>
                  {place && <>{place} · </>}
                  <RelativeTime date={at} now={now} />
                </>
              }
            >
              <p className="mt-1 line-clamp-2 text-note text-ink-2 wrap-anywhere">{unbroken(beginning)}</p>
              {assignee && <Badge className="mt-1.5">Pour {assignee.name}</Badge>}
            </ListRow>
          ))}
        </List>
      ) : (
        <NothingWaits>Personne n’attend de réponse.</NothingWaits>
      )}
      <div className="flex flex-wrap gap-2.5">
        <ButtonLink href={inbox.broadcastHref} variant="secondary" icon="megaphone">
          Écrire à tous les membres
        </ButtonLink>
      </div>
    </div>
  );
}
