// A member makes the secret address of a calendar feed of hers. It is shown once: only its hash is kept.
import { AppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { canBePresent } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { calendarFeedMade } from "../feed.facts.ts";
import { FEEDS_MAX, hashOfFeedToken, newFeedToken } from "../feed.rules.ts";
import { makeFeedInput } from "../feed.schema.ts";
import { feedsOfAccount } from "../limit.rules.ts";

const make = command({
  name: "calendar-feed.make",
  input: makeFeedInput,
  limits: [feedsOfAccount],
  // One at a time, or two clicks could pass the most that there may be.
  subject: ({ tx, actor }) => tx.$queryRaw(sql`select id from member where id = ${actor.id} for no key update`),
  policy: canBePresent,
  async execute({ tx, actor, record }) {
    const memberId = actor.id ?? "";
    const held = await tx.calendarFeed.count({ where: { memberId, revokedAt: null } });
    if (held >= FEEDS_MAX) throw new AppError("conflict", "enough_feeds");
    const token = newFeedToken();
    const tokenHash = hashOfFeedToken(token);
    if (!tokenHash) throw new AppError("unexpected", "fault");
    await tx.calendarFeed.create({ data: { id: newId(), memberId, tokenHash, createdAt: clock.now() } });
    record(calendarFeedMade({ memberId }));
    return { token };
  },
});

/** Without the request's key: what is kept of an answer would keep the token. */
export const makeFeed: typeof make = Object.assign(
  (caller: Parameters<typeof make>[0], input: Parameters<typeof make>[1]) => make({ ...caller, key: null }, input),
  { commandName: make.commandName, input: make.input },
);
