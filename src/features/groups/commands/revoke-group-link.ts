// Who keeps a group revokes one of its links: nobody comes in by it any more.
import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { canKeepGroup } from "../group.policy.ts";
import { groupLinkRevoked } from "../link.facts.ts";
import { canMakeLinks } from "../link.policy.ts";
import { ofLinkInput } from "../link.schema.ts";
import { entryChanges } from "../request-limit.rules.ts";
import { lockVisibleGroup } from "./lock-group.ts";

export const revokeGroupLink = command({
  name: "group.revoke-link",
  input: ofLinkInput,
  limits: [entryChanges],
  async subject({ tx, actor, input: { linkId } }) {
    const link = await tx.groupLink.findUnique({ where: { id: linkId }, select: { groupId: true } });
    if (!link) throw new AppError("not_found", "absent");
    const group = await lockVisibleGroup(tx, actor, link.groupId);
    // Links are known to those who keep the group, and to nobody else.
    if (!canKeepGroup(actor, group).allowed) throw new AppError("not_found", "absent");
    return group;
  },
  policy: canMakeLinks,
  async execute({ tx, input: { linkId }, subject: { id: groupId }, record }) {
    const { count } = await tx.groupLink.updateMany({
      where: { id: linkId, revokedAt: null },
      data: { revokedAt: clock.now() },
    });
    if (count > 0) record(groupLinkRevoked({ groupId, linkId }));
  },
});
