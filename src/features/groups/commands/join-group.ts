import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { joinGroupInput } from "../group.schema.ts";
import { comings } from "../group-limit.rules.ts";
import { canJoinGroup } from "../membership.policy.ts";
import { letIn } from "./let-in.ts";
import { lockVisibleGroup } from "./lock-group.ts";

/** A member joins an open group, its rules accepted where it has some. */
export const joinGroup = command({
  name: "group.join",
  input: joinGroupInput,
  limits: [comings],
  subject: ({ tx, actor, input }) => lockVisibleGroup(tx, actor, input.groupId),
  policy: canJoinGroup,
  async execute({ tx, actor, input, subject: { id, slug, rules }, record }) {
    requireRules(rules, input.rulesAccepted);
    const rulesAcceptedAt = rules ? clock.now() : null;
    record(...(await letIn(tx, id, actor.id ?? "", { rulesAcceptedAt })));
    return { id, slug };
  },
});

/** Throws `invalid` where a group has rules and they were not accepted. */
export function requireRules(rules: string, accepted: boolean): void {
  if (rules && !accepted)
    throw new AppError("invalid", "bad_input", {
      fields: { rulesAccepted: "Pour entrer, coche la case : tu acceptes les règles du groupe." },
    });
}
