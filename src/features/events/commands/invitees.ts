import { AppError } from "@/core/app-error.ts";
import { lockVisibleProfile } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { canRunEvent, organisesEvent, staffsEvent } from "../event.policy.ts";
import { invitationTakenBack, memberInvited } from "../organiser.facts.ts";
import { tellOfEvent } from "../organiser.jobs.ts";
import { inviteeInput } from "../organiser.schema.ts";
import { eventInvitations, preparations } from "../organiser-limit.rules.ts";
import { canPrepareEvent } from "../people.policy.ts";
import { lockVisibleEvent } from "./lock-event.ts";
import { limitRequests } from "./organisers.ts";

/** Who runs an event invites a member whose card she sees. One mail ever, whatever is taken back and done again. */
export const inviteMember = command({
  name: "event.invite",
  input: inviteeInput,
  limits: [eventInvitations],
  subject: async ({ tx, actor, input }) => {
    const event = await lockVisibleEvent(tx, actor, input.eventId);
    await lockVisibleProfile(tx, actor, input.memberId);
    return event;
  },
  policy: canPrepareEvent,
  async execute({ tx, actor, input: { eventId, memberId }, subject: event, record, enqueue }) {
    // Her mail leads to the event: she must be able to read it.
    if (event.stage !== "published") throw new AppError("conflict", "publish_first");
    const { count } = await tx.eventInvitee.createMany({
      data: [{ eventId, memberId, invitedById: actor.id, invitedAt: clock.now() }],
      skipDuplicates: true,
    });
    // Anew, so that whom an organiser had taken off the list may come back.
    const again = { removedAt: null, invitedAt: clock.now() };
    if (count === 0) await tx.eventInvitee.updateMany({ where: { eventId, memberId }, data: again });
    record(memberInvited({ eventId, memberId, anew: count > 0 ? 1 : 0 }));
    if (count > 0) await limitRequests(tx, actor, memberId);
    if (count > 0 && memberId !== actor.id) await enqueue(tellOfEvent, { news: "invited", eventId, to: memberId });
  },
});

/**
 * An invitation is taken back, of this date and of the following ones of its series that the actor runs: the next ones
 * had it from the first. Whoever is signed up keeps her place.
 */
export const uninviteMember = command({
  name: "event.uninvite",
  input: inviteeInput,
  limits: [preparations],
  subject: ({ tx, actor, input }) => lockVisibleEvent(tx, actor, input.eventId),
  policy: canRunEvent,
  async execute({ tx, actor, input: { memberId }, subject: event, record }) {
    const gone = await tx.$queryRaw<{ eventId: string }[]>(sql`
      update event_invitee v set removed_at = ${clock.now()} from event e
      where v.event_id = e.id and v.member_id = ${memberId} and v.removed_at is null
        and (e.id = ${event.id} or (e.series_id = ${event.seriesId} and e.starts_at > ${event.startsAt}
          and (${actor.kind === "system"} or ${organisesEvent(actor)} or ${staffsEvent(actor)})))
      returning v.event_id as "eventId"`);
    for (const { eventId } of gone) record(invitationTakenBack({ eventId, memberId }));
  },
});
