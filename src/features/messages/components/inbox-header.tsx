import Link from "next/link";
import { Badge } from "@/ui/badge.tsx";
import type { InboxHeaderView } from "../inbox.views.ts";
import { AssignForm } from "./assign-form.tsx";
import { OpposeForm } from "./oppose-form.tsx";

/** On top of a conversation with a place: who reads and answers, who looks after it; for each side what she can do. */
export function InboxHeader({ header, me }: { header: InboxHeaderView; me: string }) {
  const { place, placeHref, mine, from, home, holders, answeredBy, assignee, assignable, inboxHref, broadcasts } =
    header;
  return (
    <div className="grid gap-2.5 border-b border-line bg-sunken px-4 py-3 text-note text-ink-2 sm:px-5">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {mine ? (
          <span>
            Tu écris à{" "}
            <Link href={placeHref} prefetch={false}>
              {place}
            </Link>
            {holders.length > 0 && <> : {names(holders)}</>}
          </span>
        ) : (
          <span>
            {from?.name ?? "Compte supprimé"}, section {home}, écrit à{" "}
            <Link href={placeHref} prefetch={false}>
              {place}
            </Link>
          </span>
        )}
        {answeredBy && <Badge>Répondu par {answeredBy}</Badge>}
        {!mine && header.waitingSince && <Badge tone="rose">À répondre</Badge>}
      </p>
      {assignable && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <AssignForm
            conversationId={header.conversationId}
            assigneeId={assignee?.id ?? null}
            people={assignable}
            me={me}
          />
          {inboxHref && (
            <Link href={inboxHref} prefetch={false} className="inline-flex min-h-11 items-center">
              Retour à la boîte commune
            </Link>
          )}
        </div>
      )}
      {broadcasts && (broadcasts.received || broadcasts.opposed) && (
        <OpposeForm scope={header.scope} opposed={broadcasts.opposed} place={place} />
      )}
    </div>
  );
}

const names = (holders: readonly string[]): string =>
  holders.length > 3 ? `${holders.slice(0, 3).join(", ")} et ${holders.length - 3} autres` : holders.join(", ");
