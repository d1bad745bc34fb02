import type { Grant } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { reasons } from "@/core/reasons.ts";
import { clock } from "@/platform/clock.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import type { Subject } from "../standing.policy.ts";

type MemberRow = { id: string; name: string; email: string; passwordHash: string | null };

/** One's own row under lock; null for a visitor, whom the policy refuses. */
export async function lockSelf(tx: Tx, memberId: string | null): Promise<MemberRow | null> {
  const [row] = await tx.$queryRaw<MemberRow[]>(sql`
    select id, name, email, password_hash as "passwordHash" from member
    where id = ${memberId} and erased_at is null for update`);
  return row ?? null;
}

/** Another member under lock, with her mandates in force; erased or unknown is `not_found`. */
export async function lockSubject(tx: Tx, memberId: string): Promise<Subject> {
  const now = clock.now();
  const [row] = await tx.$queryRaw<(Omit<Subject, "grants"> & { grants: Grant[] | null })[]>(sql`
    select m.id, s.scope, (select json_agg(json_build_object('role', g.role, 'scope', g.scope)) from mandate g
      where g.member_id = m.id and g.begins_at <= ${now} and (g.ends_at is null or g.ends_at > ${now})) as grants
    from member m join section s on s.id = m.section_id
    where m.id = ${memberId} and m.erased_at is null for update of m`);
  if (!row) throw new AppError("not_found", "absent");
  return { ...row, grants: row.grants ?? [] };
}

/** The section of a commune or country where one can live; `invalid` beside the field otherwise. */
export async function sectionOf(tx: Tx, communeCode: string): Promise<string> {
  const commune = await tx.commune.findUnique({ where: { code: communeCode }, select: { sectionId: true } });
  if (!commune?.sectionId) {
    throw new AppError("invalid", "unknown_commune", { fields: { communeCode: reasons.unknown_commune } });
  }
  return commune.sectionId;
}

/**
 * Refuses to leave La Coopol without a national admin: somebody else must hold that mandate, and be able to sign in.
 * One at a time, so that the last two cannot leave together.
 */
export async function keepOneNationalAdmin(tx: Tx, leaving: { id: string; grants: readonly Grant[] }): Promise<void> {
  if (!leaving.grants.some(({ role }) => role === "national_admin")) return;
  await tx.$executeRaw(sql`select pg_advisory_xact_lock(hashtext('coopol national admins'))`);
  const now = clock.now();
  const others = await tx.mandate.count({
    where: {
      role: "national_admin",
      memberId: { not: leaving.id },
      beginsAt: { lte: now },
      OR: [{ endsAt: null }, { endsAt: { gt: now } }],
      member: {
        erasedAt: null,
        suspensions: { none: { liftedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: now } }] } },
      },
    },
  });
  if (others === 0) throw new AppError("conflict", "last_national_admin");
}
