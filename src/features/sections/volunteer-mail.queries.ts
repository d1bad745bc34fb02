import { db } from "@/platform/db/client.ts";

/** An offer that waits, for those who are told of it. */
export async function findVolunteer(volunteerId: string) {
  const found = await db.volunteer.findUnique({
    where: { id: volunteerId },
    include: {
      member: { select: { id: true, name: true, email: true, erasedAt: true } },
      section: { include: { federation: { select: { slug: true } } } },
    },
  });
  return found?.member.erasedAt === null ? found : null;
}
