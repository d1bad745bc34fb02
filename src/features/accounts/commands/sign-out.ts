// A member signs out of this browser; its pages and sockets end. Without a session there is nothing to end.
import { command } from "@/platform/command.ts";
import { canAskOrProve } from "../account.policy.ts";
import { nothingInput } from "../account.schema.ts";
import { endSessions } from "./sessions.ts";

export const signOut = command({
  name: "account.sign-out",
  input: nothingInput,
  subject: async () => null,
  policy: canAskOrProve,
  async execute({ tx, actor, record }) {
    if (!("sessionId" in actor) || !actor.sessionId) return;
    record(...(await endSessions(tx, actor.id, { only: actor.sessionId })));
  },
});
