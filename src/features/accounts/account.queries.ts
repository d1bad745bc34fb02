import type { Actor, Member, Role } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { emailAddress } from "@/core/text.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import { deviceWords, isFreshSession } from "./account.rules.ts";
import type { AccountView, PendingCodeView, PublicNameAnswer, SessionView } from "./account.views.ts";
import { hashOfSecret } from "./code.rules.ts";
import { hasSecondFactor } from "./second-factor.queries.ts";

const DAY_MS = 24 * 3_600_000;

function requireSelf(actor: Actor): Member {
  if (actor.kind === "member") return actor;
  throw new AppError("not_found", "absent");
}

/** One's own open sessions, the latest seen first. */
export async function listMySessions(actor: Actor): Promise<SessionView[]> {
  const self = requireSelf(actor);
  const rows = await db.session.findMany({
    where: { memberId: self.id, revokedAt: null, expiresAt: { gt: clock.now() } },
    orderBy: [{ lastSeenAt: "desc" }, { id: "asc" }],
    take: 50,
  });
  const guarded = await hasSecondFactor(self.id);
  return rows.map(({ id, userAgent, createdAt, lastSeenAt, secondFactorAt }) => ({
    id,
    device: deviceWords(userAgent),
    createdAt,
    lastSeenAt,
    current: id === self.sessionId,
    waiting: guarded && secondFactorAt === null,
  }));
}

/** What a member answered about her name in open debates; "unasked" before her first contribution to one. */
export async function getPublicNameAnswer(actor: Actor): Promise<PublicNameAnswer> {
  const consents = await db.consent.findMany({
    where: { memberId: requireSelf(actor).id, kind: "public_name" },
    select: { withdrawnAt: true },
  });
  if (consents.length === 0) return "unasked";
  return consents.some(({ withdrawnAt }) => withdrawnAt === null) ? "given" : "refused";
}

type PlaceRow = { role: Role; scope: string; endsAt: Date | null; place: string };

/** One's own account. */
export async function getMyAccount(actor: Actor): Promise<AccountView> {
  const self = requireSelf(actor);
  const now = clock.now();
  const [member, session, mandates, publicName, guarded] = await Promise.all([
    db.member.findUniqueOrThrow({
      where: { id: self.id },
      include: { commune: true, section: { include: { federation: true } } },
    }),
    self.sessionId ? db.session.findUnique({ where: { id: self.sessionId } }) : null,
    db.$queryRaw<PlaceRow[]>(sql`
      select g.role::text as role, g.scope, g.ends_at as "endsAt", coalesce(s.name, f.name, 'France entière') as place
      from mandate g left join section s on s.scope = g.scope
        left join federation f on g.scope = 'national/' || f.id
      where g.member_id = ${self.id} and g.begins_at <= ${now} and (g.ends_at is null or g.ends_at > ${now})
      order by g.begins_at`),
    getPublicNameAnswer(actor),
    hasSecondFactor(self.id),
  ]);
  const { name, email, joinedAt, claim, adherentSince, passwordHash } = member;
  return {
    name,
    email,
    joinedAt,
    commune: member.commune.name,
    section: member.section.name,
    federation: member.section.federation.name,
    standing: adherentSince ? "adherent" : claim === "adherent" ? "declared" : "sympathiser",
    mandates: mandates.map(({ role, place, endsAt }) => ({ role, place, endsAt })),
    publicName,
    hasPassword: passwordHash !== null,
    hasSecondFactor: guarded,
    grantsAsleep: self.grantsAsleep === true,
    freshSession: session !== null && isFreshSession(session.createdAt, now),
  };
}

/** The member of an e-mail address, for the command line; `not_found` when nobody has it. */
export async function memberIdOfEmail(email: string): Promise<string> {
  const member = await db.member.findUnique({ where: { email: emailAddress.parse(email) }, select: { id: true } });
  if (!member) throw new AppError("not_found", "absent");
  return member.id;
}

/** Whether the account has a password, asked also by a suspended member who erases it. */
export async function hasPassword(actor: Actor): Promise<boolean> {
  if (!actor.id) return false;
  const row = await db.member.findUnique({ where: { id: actor.id }, select: { passwordHash: true } });
  return row?.passwordHash != null;
}

/** The code that the browser with this proof waits for, or null. */
export async function findPendingCode(proof: {
  codeId: string;
  browserSecret: string;
}): Promise<PendingCodeView | null> {
  const code = await db.emailCode.findFirst({
    where: {
      id: proof.codeId,
      browserHash: hashOfSecret(proof.browserSecret),
      usedAt: null,
      expiresAt: { gt: clock.now() },
    },
  });
  if (!code) return null;
  const signUp = code.pending as PendingCodeView["signUp"];
  return {
    purpose: code.purpose,
    email: code.email,
    forErasure: code.purpose === "sign_in" && code.memberId !== null,
    signUp,
  };
}

/** A code whose mail has still to leave, and whether its address has an account. For the job alone. */
export async function findCodeToSend(codeId: string) {
  const code = await db.emailCode.findFirst({ where: { id: codeId, usedAt: null, expiresAt: { gt: clock.now() } } });
  if (!code) return null;
  const account = await db.member.count({ where: { email: code.email } });
  return { id: code.id, purpose: code.purpose, email: code.email, memberId: code.memberId, hasAccount: account > 0 };
}

/** Deletes what has had its time: expired codes, sessions ended for 30 days, receipts older than two days. */
export async function purgeAccounts(): Promise<void> {
  const now = clock.now();
  const monthAgo = new Date(now.getTime() - 30 * DAY_MS);
  await db.emailCode.deleteMany({ where: { expiresAt: { lt: now } } });
  await db.session.deleteMany({ where: { OR: [{ revokedAt: { lt: monthAgo } }, { expiresAt: { lt: monthAgo } }] } });
  await db.commandReceipt.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - 2 * DAY_MS) } } });
}
