import { clockTime, relativeTime, weekdayAndDay } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { List, ListRow } from "@/ui/list.tsx";
import { kindWords } from "../event.rules.ts";
import type { ProposalView } from "../event-desk.queries.ts";

/** What members propose, to those who answer for the place: each leads to where it is answered. */
export function EventProposals({ proposals, now }: { proposals: readonly ProposalView[]; now: Date }) {
  return (
    <List>
      {proposals.map((event) => {
        const at = new Date(event.startsAt);
        const when = `${weekdayAndDay(at, event.zone)} à ${clockTime(at, event.zone)}`;
        const by = event.author ? `par ${event.author.name}` : "par un membre";
        return (
          <ListRow
            key={event.id}
            href={paths.event(event)}
            title={event.title}
            text={
              <>
                {kindWords[event.kind]} · {when}
                {event.commune && ` · ${event.commune}`}
                <br />
                Proposé {by}, {relativeTime(new Date(event.proposedAt), now)}
              </>
            }
          />
        );
      })}
    </List>
  );
}
