// A member does not want to be told of a kind of news any more, on either way: one click, from the line itself.
import { command } from "@/platform/command.ts";
import { choices } from "../limit.rules.ts";
import { canChoose } from "../notice.policy.ts";
import { endKindInput } from "../notice.schema.ts";
import { writeChoices } from "./choices.ts";

export const endKind = command({
  name: "notifications.end-kind",
  input: endKindInput,
  limits: [choices],
  subject: async ({ input }) => [input.kind],
  policy: canChoose,
  async execute({ tx, actor, input: { kind } }) {
    await writeChoices(tx, actor.id ?? "", [{ kind, inApp: false, mail: "never" }]);
  },
});
