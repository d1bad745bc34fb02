// A member ends one of her sessions: a lost phone, a borrowed computer.
import { AppError } from "@/core/app-error.ts";
import { command } from "@/platform/command.ts";
import { canChangeOwnAccount } from "../account.policy.ts";
import { revokeSessionInput } from "../account.schema.ts";
import { accountChanges } from "../limit.rules.ts";
import { endSessions } from "./sessions.ts";

export const revokeSession = command({
  name: "account.revoke-session",
  input: revokeSessionInput,
  limits: [accountChanges],
  subject: async ({ tx, actor, input }) => {
    if (!actor.id) return; // the policy says it
    const own = await tx.session.findFirst({ where: { id: input.sessionId, memberId: actor.id } });
    if (!own) throw new AppError("not_found", "absent");
  },
  policy: canChangeOwnAccount,
  async execute({ tx, actor, input, record }) {
    if (actor.id) record(...(await endSessions(tx, actor.id, { only: input.sessionId })));
  },
});
