import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import type { GroupView } from "../group.views.ts";
import type { WaitingRequestsView } from "../request.views.ts";
import { GroupRequests } from "./request-list.tsx";

/** Above the members of a group that members formed: who asks to come in, and the way to invite others. */
export function GroupEntrance({
  group,
  waiting,
  now,
}: {
  group: GroupView;
  waiting: WaitingRequestsView | null;
  now: Date;
}) {
  const invites = group.can.work && group.kind !== "place";
  if (!invites && !waiting) return null;
  return (
    <div className="grid gap-8">
      {waiting && <GroupRequests waiting={waiting} now={now} />}
      {invites && (
        <ButtonLink href={paths.groupInvite(group)} variant="secondary" icon="plus" className="justify-self-start">
          Inviter quelqu’un
        </ButtonLink>
      )}
    </div>
  );
}
