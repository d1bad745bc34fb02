import { counted, fullDay } from "@/core/french-dates.ts";
import { List, ListRow } from "@/ui/list.tsx";
import { RelativeTime } from "@/ui/relative-time.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import { revokeGroupLinkAction } from "../link.actions.ts";
import type { GroupLinkView } from "../link.views.ts";
import { GroupActForm } from "./group-act-form.tsx";
import { LinkForm } from "./link-form.tsx";

/** The links that let into a group: making one, and revoking those that hold. */
export function LinkPanel({
  groupId,
  links,
  origin,
  now,
}: {
  groupId: string;
  links: readonly GroupLinkView[];
  origin: string;
  now: Date;
}) {
  return (
    <section aria-labelledby="liens">
      <SectionHeading id="liens" title="Par un lien" note="Qui l’a peut entrer, sans demander." />
      <div className="grid gap-5">
        <LinkForm groupId={groupId} origin={origin} />
        {links.length > 0 && (
          <List>
            {links.map(({ id, by, at, expiresAt, remaining }) => (
              <ListRow
                key={id}
                title={`Encore ${counted(remaining, "place")}, jusqu’au ${fullDay(expiresAt)}`}
                text={
                  <>
                    Fait <RelativeTime date={at} now={now} /> par {by ?? "toi"}
                  </>
                }
                end={
                  <GroupActForm
                    action={revokeGroupLinkAction}
                    fields={{ linkId: id }}
                    said="Ce lien ne mène plus nulle part"
                    variant="quiet"
                    size="compact"
                    aria-label={`Révoquer le lien du ${fullDay(at)}`}
                  >
                    Révoquer
                  </GroupActForm>
                }
              />
            ))}
          </List>
        )}
      </div>
    </section>
  );
}
