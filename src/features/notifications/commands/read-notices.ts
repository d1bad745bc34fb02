// A member has read some of what she was told, or was where it is about: it is no news any more, on any of her screens.
import { noticeKind, noticeKindIds } from "@/core/notice-kinds.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { type Sql, sql } from "@/platform/db/client.ts";
import { readings } from "../limit.rules.ts";
import { noticesMoved } from "../notice.live.ts";
import { canBeTold } from "../notice.policy.ts";
import { isAbout } from "../notice.queries.ts";
import { readInput } from "../notice.schema.ts";

export const readNotices = command({
  name: "notifications.read",
  input: readInput,
  limits: [readings],
  // Hers alone: ids of others find nothing, and answer the same.
  subject: async () => null,
  policy: canBeTold,
  async execute({ tx, actor, input, announce }) {
    const count = await tx.$executeRaw(sql`
      update notice n set read_at = ${clock.now()} where n.member_id = ${actor.id} and n.read_at is null and ${which()}`);
    if (count > 0 && actor.id) announce(noticesMoved([actor.id]));
    return { read: count };

    function which(): Sql {
      const { ids, topic, about, family } = input;
      if (ids) return sql`n.id = any(${ids}::text[])`;
      if (topic) return sql`n.topic = ${topic}`;
      if (about) return isAbout(about);
      const kinds = noticeKindIds.filter((id) => noticeKind(id).family === family);
      // What is not in the centre is not read by emptying it.
      return family ? sql`n.in_app and n.kind = any(${kinds}::text[])` : sql`n.in_app`;
    }
  },
});
