import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import type { NoticeMail } from "@/platform/db/generated/client.ts";
import { type Somebody, somebody, tied } from "./coopains-world.ts";

const HOUR = 3_600_000;

/** Somebody became a member's coopain, and she has a line that says so, on its way by mail. */
export async function newCoopain(
  reader: Somebody,
  options: { name?: string; mail?: NoticeMail; hoursAgo?: number; count?: number } = {},
): Promise<{ id: string; other: Somebody }> {
  const other = await somebody(options.name ?? "Camille Nouvelle");
  await tied(reader, other);
  const at = new Date(clock.now().getTime() - (options.hoursAgo ?? 20) * HOUR);
  const id = newId();
  // What the job tells is told here by hand: its time is the test's.
  await db.notice.deleteMany({ where: { memberId: reader.id, actorId: other.id } });
  await db.notice.create({
    data: {
      ...{ id, memberId: reader.id, kind: "coopain.accepted", topic: "", key: `coopain:${other.id}` },
      ...{ subject: "coopain", subjectId: other.id, actorId: other.id, ids: {}, count: options.count ?? 1 },
      ...{ firstAt: at, at, inApp: true, mail: options.mail ?? "daily" },
    },
  });
  return { id, other };
}

/** What became of a line's mail. */
export const mailOf = (id: string) =>
  db.notice.findUniqueOrThrow({ where: { id }, select: { mail: true, mailedAt: true } });

/** What a member chose of a kind, as her form writes it. */
export const choose = (memberId: string, kind: string, mail: "now" | "daily" | "weekly" | "never") =>
  db.noticeChoice.upsert({
    where: { memberId_kind: { memberId, kind } },
    create: { memberId, kind, inApp: true, mail, chosenAt: clock.now() },
    update: { mail },
  });
