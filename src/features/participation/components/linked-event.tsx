import Link from "next/link";
import { Card } from "@/ui/card.tsx";
import { Icon, type IconName } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import type { LinkedEvent } from "../guest.views.ts";

function Line({ icon, children }: { icon: IconName; children: React.ReactNode }) {
  return (
    <p className="flex items-start gap-2.5">
      <Icon name={icon} size={20} className="mt-0.5 shrink-0 text-ink-2" />
      <span className="min-w-0 break-words">{children}</span>
    </p>
  );
}

/** What, when, where: what the page of a link says before anything is asked. */
export function LinkedEventCard({ event }: { event: LinkedEvent }) {
  return (
    <Card className="mb-6 grid gap-2.5">
      <Line icon="calendar">
        <span className="inline-block font-[650] first-letter:uppercase">{event.when}</span>
      </Line>
      <Line icon="pin">
        {event.place}
        {event.meetingPoint && <span className="block text-ink-2">{event.meetingPoint}</span>}
      </Line>
      {event.online && (
        <Line icon="share">
          {event.onlineUrl ? (
            <a href={event.onlineUrl} rel="noreferrer" className="underline underline-offset-2">
              {event.onlineUrl}
            </a>
          ) : (
            <span className="text-ink-2">Le lien est donné aux inscrit·es.</span>
          )}
        </Line>
      )}
      <p className="pl-7.5 text-note">
        <Link
          href={event.path}
          prefetch={false}
          className="inline-flex min-h-11 items-center font-semibold text-rose-strong underline underline-offset-2"
        >
          Voir l’événement
        </Link>
      </p>
    </Card>
  );
}

/** Why nothing can be done here any more. */
export function Ended({ event }: { event: LinkedEvent }) {
  if (event.cancelled)
    return (
      <Notice tone="warning" title="Cet événement est annulé" className="mb-6">
        {event.cancelled.reason || "Il n’aura pas lieu. Tu n’as rien à faire."}
      </Notice>
    );
  if (event.over) return <Notice title="C’est terminé" className="mb-6" />;
  return null;
}
