// A member leaves: her data is erased, her votes are taken out of the tallies, her words stay without her name.
import { AppError } from "@/core/app-error.ts";
import { reasons } from "@/core/reasons.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { memberErased } from "../account.facts.ts";
import { canLeave } from "../account.policy.ts";
import { eraseAccountInput } from "../account.schema.ts";
import { codeTriesFromAddress, provenActs } from "../limit.rules.ts";
import { lockCode, useCode } from "./codes.ts";
import { composedCommand } from "./composed-command.ts";
import { verifyPassword } from "./hash-password.ts";
import { keepOneNationalAdmin, lockSelf, lockSubject } from "./members.ts";

type Proof = { password?: string; code?: string; codeId?: string; browserSecret?: string };

async function isProven(tx: Tx, member: { id: string; passwordHash: string | null }, proof: Proof): Promise<boolean> {
  const { password, code: digits, codeId, browserSecret } = proof;
  if (password !== undefined) return verifyPassword(member.passwordHash, password);
  if (!digits || !codeId || !browserSecret) return false;
  const code = await lockCode(tx, { codeId, browserSecret }, ["sign_in"], member.id);
  return useCode(tx, code, digits);
}

/** Takes a member's votes away and mends the tallies of contributions and debates in the same statement. */
const withdrawVotes = (memberId: string) => sql`
  with gone as (delete from vote where member_id = ${memberId} returning contribution_id, value),
  per_contribution as (
    select contribution_id,
      count(*) filter (where value = 'agree')::int as agree,
      count(*) filter (where value = 'disagree')::int as disagree,
      count(*) filter (where value = 'pass')::int as pass
    from gone group by contribution_id),
  mended as (
    update contribution c set agree = c.agree - p.agree, disagree = c.disagree - p.disagree, pass = c.pass - p.pass,
      tally_version = c.tally_version + 1
    from per_contribution p where c.id = p.contribution_id
    returning c.debate_id, c.hidden_at is null as shown, p.agree + p.disagree + p.pass as votes),
  per_debate as (select debate_id, coalesce(sum(votes) filter (where shown), 0)::int as votes from mended group by debate_id)
  update debate d set vote_count = d.vote_count - p.votes, counts_version = d.counts_version + 1 from per_debate p where d.id = p.debate_id`;

async function erase(tx: Tx, { id, email }: { id: string; email: string }): Promise<void> {
  const own = { where: { memberId: id } };
  // The lock that every writer of a debate takes first, in the same order.
  await tx.$queryRaw(sql`
    select d.id from debate d where d.id in (
      select c.debate_id from vote v join contribution c on c.id = v.contribution_id where v.member_id = ${id})
    order by d.id for no key update`);
  await tx.$executeRaw(withdrawVotes(id));
  await tx.contribution.updateMany({ where: { authorId: id }, data: { authorId: null } });
  await tx.debateHost.deleteMany(own);
  await tx.debateFollow.deleteMany(own);
  await tx.report.updateMany({ where: { reporterId: id }, data: { reporterId: null } });
  await tx.appeal.updateMany({ where: { authorId: id }, data: { authorId: null } });
  await tx.session.deleteMany(own);
  await tx.mandate.deleteMany(own);
  await tx.consent.deleteMany(own);
  await tx.suspension.deleteMany(own);
  await tx.commandReceipt.deleteMany(own);
  await tx.emailCode.deleteMany({ where: { OR: [{ email }, { memberId: id }] } });
  await tx.member.update({
    where: { id },
    data: {
      name: "Compte supprimé",
      email: `erased-${id}@invalid`,
      claim: "sympathiser",
      adherentSince: null,
      passwordHash: null,
      adultOn: null,
      erasedAt: clock.now(),
    },
  });
}

const tryErase = command({
  name: "account.try-erase",
  input: eraseAccountInput,
  limits: [codeTriesFromAddress, provenActs],
  subject: ({ tx, actor }) => lockSelf(tx, actor.id),
  policy: canLeave,
  async execute({ tx, input, subject: member, record }) {
    if (!member || !(await isProven(tx, member, input))) return false;
    await keepOneNationalAdmin(tx, await lockSubject(tx, member.id));
    await erase(tx, member);
    record(memberErased({ memberId: member.id }));
    return true;
  },
});

export const eraseAccount = composedCommand("account.erase", eraseAccountInput, async (caller, input, raw) => {
  if (await tryErase(caller, raw)) return;
  if (input.password === undefined)
    throw new AppError("invalid", "wrong_code", { fields: { code: reasons.wrong_code } });
  throw new AppError("invalid", "wrong_own_password", { fields: { password: reasons.wrong_own_password } });
});
