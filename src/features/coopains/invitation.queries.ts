import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { paths } from "@/core/paths.ts";
import { clock } from "@/platform/clock.ts";
import { db, readRows, sql } from "@/platform/db/client.ts";
import { env } from "@/platform/env.ts";
import { findInviter, invitationToken, readInvitationToken } from "../accounts/index.ts";
import {
  type CardRow,
  cardColumns,
  isSuspended,
  noBlock,
  profileOf,
  toCardView,
  visibleProfiles,
} from "../profiles/index.ts";
import { firstName } from "./coopain.rules.ts";
import type { InvitationView, InvitePageView, MyLinkView } from "./coopain.views.ts";
import { hashOfAddress } from "./invitation.rules.ts";
import { paperCodeOf, spelled } from "./paper-code.rules.ts";

const SHOWN = 100;
const absent = () => new AppError("not_found", "absent");

/** A member's link with its code, and who joined through her. */
export async function getInvitePage(actor: Actor): Promise<InvitePageView> {
  if (actor.kind !== "member") throw absent();
  const [link, rows, all] = await Promise.all([
    db.invitationLink.findFirst({ where: { memberId: actor.id, revokedAt: null } }),
    readRows<CardRow & { at: Date; shown: number }>(sql`
      select ${cardColumns(actor)}, m.joined_at as at, count(*) over ()::int as shown
      from member m ${profileOf} join section s on s.id = m.section_id
      where m.invited_by_id = ${actor.id} and ${visibleProfiles(actor)} order by m.joined_at desc, m.id limit ${SHOWN}`),
    db.member.count({ where: { invitedById: actor.id, erasedAt: null } }),
  ]);
  const joined = rows.map((row) => ({ ...toCardView(row), at: row.at }));
  return { memberId: actor.id, link: link && toLinkView(link), joined, others: all - joined.length };
}

function toLinkView({ id, createdAt }: { id: string; createdAt: Date }): MyLinkView {
  const url = `${env().APP_ORIGIN}${paths.invitationLink(invitationToken({ kind: "link", id }))}`;
  return { url, code: spelled(paperCodeOf(id)), since: createdAt };
}

/** What the bearer of a token reads; one that does not hold is absent, and so is that of somebody blocked. */
export async function getInvitation(actor: Actor, token: string): Promise<InvitationView> {
  const ref = readInvitationToken(token);
  const inviter = ref && (await findInviter(ref));
  if (!ref || !inviter || actor.kind === "suspended") throw absent();
  const view = {
    token,
    inviter: ref.kind === "link" ? firstName(inviter.name) : inviter.name,
    section: inviter.section,
  };
  if (actor.kind !== "member") return { ...view, member: null };
  const [seen] = await readRows<{ blocked: boolean; visible: boolean }>(sql`
    select not ${noBlock(actor)} as blocked, ${visibleProfiles(actor)} as visible
    from member m ${profileOf} where m.id = ${inviter.id}`);
  if (!seen || seen.blocked) throw absent();
  const own = actor.id === inviter.id;
  return { ...view, member: { own, profile: seen.visible && !own ? paths.member(inviter) : null } };
}

/** Who invited this browser, by the token that it keeps: said above the sign-up form. Null when it does not hold. */
export async function findFollowedInvitation(token: string | undefined): Promise<{ inviter: string } | null> {
  const ref = token ? readInvitationToken(token) : null;
  const inviter = ref && (await findInviter(ref));
  return inviter ? { inviter: firstName(inviter.name) } : null;
}

/** Whether a token was written to an address, and if that address asked for silence since. Whatever became of who invited. */
export async function getOpposition(token: string): Promise<{ token: string; opposed: boolean }> {
  const ref = readInvitationToken(token);
  if (ref?.kind !== "email") throw absent();
  const invitation = await db.invitation.findUnique({ where: { id: ref.id }, select: { opposedAt: true } });
  if (!invitation) throw absent();
  return { token, opposed: invitation.opposedAt !== null };
}

type Asked = { invitationId: string; inviterId: string; email: string };

/**
 * Claims the one message that an address may ever get; answers who writes it, or null when nothing is to leave: a
 * member's address, one that was written to or asked for silence, an inviter who is gone. For the job alone.
 */
export async function claimInvitation({ invitationId, inviterId, email }: Asked) {
  const inviter = await findPresent(inviterId);
  if (!inviter || (await db.member.count({ where: { email } })) > 0) return null;
  const { count } = await db.invitation.createMany({
    data: [{ id: invitationId, inviterId, addressHash: hashOfAddress(email), sentAt: clock.now() }],
    skipDuplicates: true,
  });
  return count === 1 ? inviter : null;
}

async function findPresent(memberId: string): Promise<{ name: string; section: string } | null> {
  const [row] = await readRows<{ name: string; section: string }>(sql`
    select m.name, s.name as section from member m join section s on s.id = m.section_id
    where m.id = ${memberId} and m.erased_at is null and not ${isSuspended(clock.now())}`);
  return row ?? null;
}

/** Gives back a claim whose message surely did not leave, so that it can be tried again. */
export async function giveUpClaim(invitationId: string): Promise<void> {
  await db.invitation.deleteMany({ where: { id: invitationId, opposedAt: null, takenById: null } });
}
