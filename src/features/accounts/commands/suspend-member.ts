// Someone responsible suspends a member, with a reason that she will read; her pages and sockets end at once.
import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { memberSuspended } from "../account.facts.ts";
import { suspendMemberInput } from "../account.schema.ts";
import { accountChanges } from "../limit.rules.ts";
import { canSuspend } from "../standing.policy.ts";
import { keepOneNationalAdmin, lockSubject } from "./members.ts";

export const suspendMember = command({
  name: "account.suspend-member",
  input: suspendMemberInput,
  limits: [accountChanges],
  subject: ({ tx, input }) => lockSubject(tx, input.memberId),
  policy: (actor, member, { endsAt }) => canSuspend(actor, member, { begins: clock.now(), endsAt: endsAt ?? null }),
  async execute({ tx, actor, input, subject: member, record }) {
    await keepOneNationalAdmin(tx, member);
    const { reason, endsAt = null } = input;
    const row = { id: newId(), memberId: member.id, reason, endsAt, beginsAt: clock.now(), decidedById: actor.id };
    await tx.suspension.create({ data: row });
    record(memberSuspended({ memberId: member.id, suspensionId: row.id }));
    return { suspensionId: row.id };
  },
});
