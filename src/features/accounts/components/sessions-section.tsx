import { Badge } from "@/ui/badge.tsx";
import { List, ListRow } from "@/ui/list.tsx";
import { RelativeTime } from "@/ui/relative-time.tsx";
import { revokeOtherSessionsAction, revokeSessionAction } from "../account.actions.ts";
import type { SessionView } from "../account.views.ts";
import { OneButtonForm } from "./one-button-form.tsx";

/** Where one is signed in, and how to end it from here. */
export function SessionsSection({ sessions, now }: { sessions: readonly SessionView[]; now: Date }) {
  return (
    <div className="grid gap-4">
      <List>
        {sessions.map((session) => (
          <ListRow
            key={session.id}
            title={session.device}
            text={
              <>
                {session.waiting && <strong className="text-ink">Attend son second facteur · </strong>}
                Vue <RelativeTime date={session.lastSeenAt} now={now} /> · ouverte{" "}
                <RelativeTime date={session.createdAt} now={now} />
              </>
            }
            end={
              session.current ? (
                <Badge tone="ok">Cet appareil</Badge>
              ) : (
                <OneButtonForm
                  action={revokeSessionAction}
                  fields={{ sessionId: session.id }}
                  variant="secondary"
                  size="compact"
                  aria-label={`Fermer la session ${session.device}`}
                >
                  Fermer
                </OneButtonForm>
              )
            }
          />
        ))}
      </List>
      {sessions.length > 1 && (
        <OneButtonForm action={revokeOtherSessionsAction} variant="secondary">
          Fermer toutes les autres
        </OneButtonForm>
      )}
    </div>
  );
}
