import { command } from "@/platform/command.ts";
import { joinGroupInput } from "../group.schema.ts";
import { comings } from "../group-limit.rules.ts";
import { canJoinGroup } from "../membership.policy.ts";
import { letIn } from "./let-in.ts";
import { lockVisibleGroup } from "./lock-group.ts";
import { acceptedNow } from "./request-terms.ts";

/** A member joins an open group, its rules accepted where it has some. */
export const joinGroup = command({
  name: "group.join",
  input: joinGroupInput,
  limits: [comings],
  subject: ({ tx, actor, input }) => lockVisibleGroup(tx, actor, input.groupId),
  policy: canJoinGroup,
  async execute({ tx, actor, input, subject, record }) {
    const { id, slug } = subject;
    const rulesAcceptedAt = acceptedNow(subject, input);
    record(...(await letIn(tx, id, actor.id ?? "", { rulesAcceptedAt })));
    return { id, slug };
  },
});
