// A member ends every session of hers but this one.
import { command } from "@/platform/command.ts";
import { canChangeOwnAccount } from "../account.policy.ts";
import { nothingInput } from "../account.schema.ts";
import { accountChanges } from "../limit.rules.ts";
import { endSessions } from "./sessions.ts";

export const revokeOtherSessions = command({
  name: "account.revoke-other-sessions",
  input: nothingInput,
  limits: [accountChanges],
  subject: async () => null,
  policy: canChangeOwnAccount,
  async execute({ tx, actor, record }) {
    if (actor.kind === "member") record(...(await endSessions(tx, actor.id, { except: actor.sessionId })));
  },
});
