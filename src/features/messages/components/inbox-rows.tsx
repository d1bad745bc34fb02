import { unbroken } from "@/core/french-typography.ts";
import { Avatar } from "@/ui/avatar.tsx";
import { Badge } from "@/ui/badge.tsx";
import { List, ListRow } from "@/ui/list.tsx";
import { RelativeTime } from "@/ui/relative-time.tsx";
import type { InboxRowView } from "../inbox.views.ts";

/** Conversations of a place's inbox: who writes, how it goes on, who looks after it. */
export function InboxRows({ rows, now, me }: { rows: readonly InboxRowView[]; now: Date; me: string }) {
  return (
    <List>
      {rows.map(({ id, href, from, place, beginning, answeredBy, at, waitingSince, assignee }) => (
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
          <p className="mt-1 line-clamp-2 text-note text-ink-2 wrap-anywhere">
            {answeredBy && <span className="font-[650]">{answeredBy} : </span>}
            {unbroken(beginning)}
          </p>
          <p className="mt-1.5 flex flex-wrap gap-1.5 empty:hidden">
            {waitingSince && (
              <Badge tone="rose">
                À répondre · <RelativeTime date={waitingSince} now={now} />
              </Badge>
            )}
            {assignee && (
              <Badge tone={assignee.id === me ? "amber" : "neutral"}>
                {assignee.id === me ? "Pour toi" : `Pour ${assignee.name}`}
              </Badge>
            )}
          </p>
        </ListRow>
      ))}
    </List>
  );
}
