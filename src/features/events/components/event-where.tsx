import { Card } from "@/ui/card.tsx";
import { Icon } from "@/ui/icons.tsx";
import type { EventView } from "../event.views.ts";
import { mapHref } from "./event-words.ts";

/** Where one meets, and the way there. */
export function EventWhere({ event }: { event: EventView }) {
  const { commune, address, meetingPoint, point, online, onlineUrl } = event;
  if (!commune && !online) return null;
  return (
    <Card as="section" aria-labelledby="ou" className="grid gap-3">
      <h2 id="ou" className="text-lg font-[700]">
        Où
      </h2>
      {commune && (
        <div className="flex items-start gap-3">
          <Icon name="pin" size={20} className="mt-0.5 shrink-0 text-ink-2" />
          <div className="min-w-0 wrap-anywhere">
            {meetingPoint && <p className="font-[650]">{meetingPoint}</p>}
            {address && <p>{address}</p>}
            <p className={meetingPoint || address ? "text-ink-2" : "font-[650]"}>{commune.name}</p>
            {point && (
              <a
                href={mapHref(point)}
                rel="noopener noreferrer"
                target="_blank"
                className="inline-block py-2.5 font-[620] text-rose-strong underline underline-offset-2"
              >
                {point.exact ? "Le point sur la carte" : "La commune sur la carte"}
                <span className="text-note font-normal text-ink-3"> (openstreetmap.org ↗)</span>
              </a>
            )}
          </div>
        </div>
      )}
      {online && (
        <div className="flex items-start gap-3">
          <Icon name="share" size={20} className="mt-0.5 shrink-0 text-ink-2" />
          <div className="min-w-0">
            <p className="font-[650]">{commune ? "Aussi en ligne" : "En ligne"}</p>
            {onlineUrl ? (
              <a
                href={onlineUrl}
                rel="nofollow ugc noopener noreferrer"
                target="_blank"
                className="inline-block py-2.5 font-[620] wrap-anywhere text-rose-strong underline underline-offset-2"
              >
                Rejoindre sur {new URL(onlineUrl).host} ↗
              </a>
            ) : (
              <p className="text-ink-2">Le lien est donné aux inscrit·es.</p>
            )}
          </div>
        </div>
      )}
    </Card>
  );
}
