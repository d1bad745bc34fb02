// A member sets or changes her password; her other sessions end.
import { AppError } from "@/core/app-error.ts";
import { reasons } from "@/core/reasons.ts";
import { command } from "@/platform/command.ts";
import { passwordChanged } from "../account.facts.ts";
import { sendNotice } from "../account.jobs.ts";
import { canChangeOwnAccount } from "../account.policy.ts";
import { setPasswordInput } from "../account.schema.ts";
import { provenActs } from "../limit.rules.ts";
import { isCommonPassword } from "../password.rules.ts";
import { hashPassword } from "./hash-password.ts";
import { lockSelf } from "./members.ts";
import { requireProof } from "./proof.ts";
import { endSessions } from "./sessions.ts";

export const setPassword = command({
  name: "account.set-password",
  input: setPasswordInput,
  limits: [provenActs],
  subject: ({ tx, actor }) => lockSelf(tx, actor.id),
  policy: canChangeOwnAccount,
  async execute({ tx, actor, input, subject: member, record, enqueue }) {
    if (!member || actor.kind !== "member") throw new AppError("unauthenticated", "sign_in_first");
    await requireProof(tx, actor, member, input.currentPassword);
    if (isCommonPassword(input.password, member)) {
      throw new AppError("invalid", "common_password", { fields: { password: reasons.common_password } });
    }
    await tx.member.update({ where: { id: member.id }, data: { passwordHash: await hashPassword(input.password) } });
    record(
      passwordChanged({ memberId: member.id }),
      ...(await endSessions(tx, member.id, { except: actor.sessionId })),
    );
    await enqueue(sendNotice, { kind: "password_changed", to: member.email });
  },
});
