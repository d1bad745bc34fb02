import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";

/** A member of a section with a session. */
export async function person(name: string, options: { section?: string; adherent?: boolean } = {}) {
  const [id, session, now] = [newId(), newId(), clock.now()];
  const section = options.section ?? "63113";
  await db.member.create({
    data: {
      id,
      name,
      email: `${id}@example.org`,
      claim: "sympathiser",
      communeCode: section,
      sectionId: section,
      joinedAt: now,
      adherentSince: options.adherent ? now : null,
    },
  });
  await db.session.create({
    data: {
      id: session,
      memberId: id,
      userAgent: "test",
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + 3_600_000),
      secondFactorAt: now,
    },
  });
  return { id, session };
}
