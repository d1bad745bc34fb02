import { AppError } from "@/core/app-error.ts";
import { lockVisibleProfile } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { canRunEvent } from "../event.policy.ts";
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
    const again = { eventId, memberId, removedAt: { not: null } };
    if (count === 0) await tx.eventInvitee.updateMany({ where: again, data: { removedAt: null } });
    record(memberInvited({ eventId, memberId }));
    if (count > 0) await limitRequests(tx, actor, memberId);
    if (count > 0 && memberId !== actor.id) await enqueue(tellOfEvent, { news: "invited", eventId, to: memberId });
  },
});

/** An invitation is taken back; whoever is signed up keeps her place. */
export const uninviteMember = command({
  name: "event.uninvite",
  input: inviteeInput,
  limits: [preparations],
  subject: ({ tx, actor, input }) => lockVisibleEvent(tx, actor, input.eventId),
  policy: canRunEvent,
  async execute({ tx, input: { eventId, memberId }, record }) {
    const { count } = await tx.eventInvitee.updateMany({
      where: { eventId, memberId, removedAt: null },
      data: { removedAt: clock.now() },
    });
    if (count > 0) record(invitationTakenBack({ eventId, memberId }));
  },
});
