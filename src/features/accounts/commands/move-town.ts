// A member has moved: her commune changes, and her section with it when the new one has another. Her mandates stay
// where she holds them.
import { AppError } from "@/core/app-error.ts";
import { command } from "@/platform/command.ts";
import { memberMoved } from "../account.facts.ts";
import { canChangeOwnAccount } from "../account.policy.ts";
import { moveTownInput } from "../account.schema.ts";
import { movesOfAccount } from "../limit.rules.ts";
import { lockSelf, sectionOf } from "./members.ts";

export const moveTown = command({
  name: "account.move-town",
  input: moveTownInput,
  limits: movesOfAccount,
  subject: ({ tx, actor }) => lockSelf(tx, actor.id),
  policy: canChangeOwnAccount,
  async execute({ tx, input: { communeCode }, subject: member, record }) {
    if (!member) throw new AppError("unauthenticated", "sign_in_first");
    const toSectionId = await sectionOf(tx, communeCode);
    const where = { id: member.id };
    const from = await tx.member.findUniqueOrThrow({ where, select: { communeCode: true, sectionId: true } });
    if (from.communeCode === communeCode) return { moved: false };
    await tx.member.update({ where, data: { communeCode, sectionId: toSectionId } });
    const moved = from.sectionId !== toSectionId;
    if (moved) record(memberMoved({ memberId: member.id, fromSectionId: from.sectionId, toSectionId }));
    return { moved };
  },
});
