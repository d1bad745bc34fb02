import { clock } from "@/platform/clock.ts";
import { sql, type Tx } from "@/platform/db/client.ts";

/** One's own member row and what the commands of a profile decide upon. */
export type OwnProfile = { id: string; minor: boolean; photoId: string | null; status: string };

/** One's own row under lock, so that two changes of a profile follow each other; null for a visitor, whom the policy refuses. */
export async function lockOwnProfile(tx: Tx, memberId: string | null): Promise<OwnProfile | null> {
  if (memberId === null) return null;
  const [row] = await tx.$queryRaw<OwnProfile[]>(sql`
    select m.id, coalesce(m.adult_on > ${clock.now()}::date, false) as minor
    from member m where m.id = ${memberId} and m.erased_at is null for no key update of m`);
  if (!row) return null;
  // Read after the lock: what a change before this one wrote is seen.
  const profile = await tx.profile.findUnique({ where: { memberId }, select: { photoId: true, status: true } });
  return { ...row, photoId: profile?.photoId ?? null, status: profile?.status ?? "" };
}

/** Writes what changes; the row is made when she first says something. */
export async function writeProfile(
  tx: Tx,
  memberId: string,
  data: Omit<Parameters<Tx["profile"]["update"]>[0]["data"], "member" | "memberId">,
): Promise<void> {
  const updatedAt = clock.now();
  await tx.profile.upsert({
    where: { memberId },
    create: { memberId, updatedAt, ...data } as Parameters<Tx["profile"]["create"]>[0]["data"],
    update: { ...data, updatedAt } as Parameters<Tx["profile"]["update"]>[0]["data"],
  });
}
