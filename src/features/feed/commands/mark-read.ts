// A member saw the top of her feed: her place in it moves on, never back, whichever of her screens says so last.
import { canBePresent } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { markReadInput } from "../feed.schema.ts";
import { marks } from "../limit.rules.ts";

export const markRead = command({
  name: "feed.mark-read",
  input: markReadInput,
  limits: [marks],
  subject: async () => null,
  policy: canBePresent,
  async execute({ tx, actor, input }) {
    // What is to come is news still.
    const readAt = new Date(Math.min(input.readAt, clock.now().getTime()));
    await tx.$executeRaw(sql`
      insert into feed_marker as k (member_id, read_at) values (${actor.id}, ${readAt})
      on conflict (member_id) do update set read_at = excluded.read_at where k.read_at < excluded.read_at`);
  },
});
