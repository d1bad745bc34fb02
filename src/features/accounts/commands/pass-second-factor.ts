// A member who has signed in gives her second code: only then is her account open in this session.
import { z } from "zod";
import { AppError } from "@/core/app-error.ts";
import { idText } from "@/core/text.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { secondFactorPassed } from "../account.facts.ts";
import { sendNotice } from "../account.jobs.ts";
import { canAskOrProve } from "../account.policy.ts";
import { passSecondFactorInput } from "../account.schema.ts";
import { codeTriesFromAddress, secondCodesOfMember } from "../limit.rules.ts";
import { findHalfOpenSession } from "../second-factor.queries.ts";
import { composedCommand } from "./composed-command.ts";
import { lockSelf } from "./members.ts";
import { lockFactor, refuseTried, trySecondCode } from "./second-codes.ts";

const nothingToPass = () => new AppError("unauthenticated", "sign_in_first");

/** Whether this session of hers still waits for its second code; locked. */
async function lockWaiting(tx: Tx, memberId: string, sessionId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>(sql`
    select 1 from session where id = ${sessionId} and member_id = ${memberId}
      and revoked_at is null and expires_at > ${clock.now()} and second_factor_at is null for update`);
  return rows.length === 1;
}

const pass = command({
  name: "account.try-second-code",
  input: z.strictObject({ ...passSecondFactorInput.shape, sessionId: idText, memberId: idText }),
  limits: [codeTriesFromAddress, ...secondCodesOfMember],
  async subject({ tx, input: { memberId, sessionId } }) {
    const member = await lockSelf(tx, memberId);
    const factor = await lockFactor(tx, memberId);
    if (!member || !factor?.confirmedAt || !(await lockWaiting(tx, memberId, sessionId))) throw nothingToPass();
    return { email: member.email, factor };
  },
  policy: canAskOrProve,
  async execute({ tx, input: { memberId, sessionId, code }, subject: { email, factor }, record, enqueue }) {
    const { outcome, facts } = await trySecondCode(tx, { memberId, sessionId, factor }, code);
    record(...facts);
    if (outcome === "right" || outcome === "recovery") {
      await tx.session.update({ where: { id: sessionId }, data: { secondFactorAt: clock.now() } });
      record(secondFactorPassed({ memberId, sessionId }));
      if (outcome === "recovery") await enqueue(sendNotice, { kind: "recovery_code_used", to: email });
    }
    return outcome;
  },
});

/** The actor is still a visitor: the door reads the session from the cookie. A wrong code is committed, then refused. */
export const passSecondFactor = composedCommand(
  "account.pass-second-factor",
  passSecondFactorInput,
  async (caller, input) => {
    const waiting = await findHalfOpenSession(input.sessionId);
    if (!waiting?.memberId) throw nothingToPass();
    refuseTried(await pass(caller, { ...input, memberId: waiting.memberId }));
  },
);
