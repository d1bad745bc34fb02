import Link from "next/link";
import { Badge } from "@/ui/badge.tsx";
import type { InboxHeaderView } from "../inbox.views.ts";
import { AssignForm } from "./assign-form.tsx";
import { LiveInbox } from "./live-inbox.tsx";
import { OpposeForm } from "./oppose-form.tsx";

/** On top of a conversation with a place: who reads and answers, who looks after it; for each side what she can do. */
export function InboxHeader({ header, me }: { header: InboxHeaderView; me: string }) {
  const { scope, place, placeHref, mine, home, holders, answeredBy, assignee, assignable, inboxHref, broadcasts } =
    header;
  const about = mine ? names(holders) : `Section ${home}` === place ? "" : `écrit de la section ${home}`;
  return (
    <div className="grid gap-0.5 border-b border-line bg-sunken px-4 py-1 text-note leading-snug text-ink-2 lg:px-5">
      <div className="flex min-h-9 items-center gap-3">
        <p className="min-w-0 flex-1 py-1">
          <Link href={placeHref} prefetch={false} className="inline-flex min-h-6 items-center font-[650]">
            {place}
          </Link>
          {about && <> · {about}</>}
          {answeredBy && <> · Répondu par {answeredBy}</>}
        </p>
        {!mine && header.waitingSince && <Badge tone="rose">À répondre</Badge>}
      </div>
      {assignable && (
        <div className="flex flex-wrap items-center justify-between gap-x-4">
          <AssignForm
            conversationId={header.conversationId}
            assigneeId={assignee?.id ?? null}
            people={assignable}
            me={me}
          />
          {inboxHref && (
            <Link href={inboxHref} prefetch={false} className="hidden min-h-11 items-center font-[650] sm:inline-flex">
              Boîte commune
            </Link>
          )}
          <LiveInbox scope={scope} />
        </div>
      )}
      {broadcasts && (broadcasts.received || broadcasts.opposed) && (
        <OpposeForm scope={scope} opposed={broadcasts.opposed} place={place} />
      )}
    </div>
  );
}

const names = (holders: readonly string[]): string =>
  holders.length > 3 ? `${holders.slice(0, 3).join(", ")} et ${holders.length - 3} autres` : holders.join(", ");
