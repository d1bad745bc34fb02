// A member chooses, for some kinds of news, whether her centre shows them and how often they go by mail.
import { command } from "@/platform/command.ts";
import { choices } from "../limit.rules.ts";
import { canChoose } from "../notice.policy.ts";
import { chooseInput } from "../notice.schema.ts";
import { writeChoices } from "./choices.ts";

export const chooseNotices = command({
  name: "notifications.choose",
  input: chooseInput,
  limits: [choices],
  subject: async ({ input }) => input.choices.map(({ kind }) => kind),
  policy: canChoose,
  async execute({ tx, actor, input }) {
    await writeChoices(tx, actor.id ?? "", input.choices);
  },
});
