// A member takes a calendar feed of hers back: its address answers nothing from now on.
import { AppError } from "@/core/app-error.ts";
import { canBePresent } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { calendarFeedRevoked } from "../feed.facts.ts";
import { revokeFeedInput } from "../feed.schema.ts";

export const revokeFeed = command({
  name: "calendar-feed.revoke",
  input: revokeFeedInput,
  async subject({ tx, actor, input }) {
    const feed = await tx.calendarFeed.findFirst({
      where: { id: input.feedId, memberId: actor.id ?? "", revokedAt: null },
      select: { id: true, memberId: true },
    });
    if (!feed) throw new AppError("not_found", "absent");
    return feed;
  },
  policy: canBePresent,
  async execute({ tx, subject: { id, memberId }, record }) {
    await tx.calendarFeed.update({ where: { id }, data: { revokedAt: clock.now() } });
    record(calendarFeedRevoked({ memberId }));
  },
});
