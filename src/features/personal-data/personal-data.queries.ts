import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { isFreshSession } from "../accounts/index.ts";
import { parts } from "./parts.queries.ts";
import type { Chapter, ExportPageView, PersonalDataView } from "./personal-data.views.ts";

/** All that is hers, chapter by chapter. For the command that asked who she is. */
export async function readPersonalData(memberId: string): Promise<PersonalDataView> {
  const chapters: Chapter[] = [];
  for (const { title, read } of parts) chapters.push({ title, data: await read(memberId) });
  return { madeAt: clock.now(), chapters };
}

/** What the page that offers the export has to know. Suspended members take their data too. */
export async function getExportPage(actor: Actor): Promise<ExportPageView> {
  if (actor.kind !== "member" && actor.kind !== "suspended") throw new AppError("not_found", "absent");
  const [member, session] = await Promise.all([
    db.member.findUnique({ where: { id: actor.id }, select: { passwordHash: true } }),
    actor.sessionId ? db.session.findUnique({ where: { id: actor.sessionId }, select: { createdAt: true } }) : null,
  ]);
  return {
    hasPassword: member?.passwordHash != null,
    freshSession: session !== null && isFreshSession(session.createdAt, clock.now()),
    suspended: actor.kind === "suspended",
  };
}
