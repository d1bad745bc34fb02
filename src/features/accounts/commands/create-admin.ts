// The command line names a national admin, and opens her account when there is none; she signs in with a code.
import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { mandateGiven, memberJoined } from "../account.facts.ts";
import { isSystem } from "../account.policy.ts";
import { createAdminInput } from "../account.schema.ts";
import { sectionOf } from "./members.ts";

export const createAdmin = command({
  name: "account.create-admin",
  input: createAdminInput,
  subject: ({ tx, input }) => sectionOf(tx, input.communeCode),
  policy: isSystem,
  async execute({ tx, input, subject: sectionId, record }) {
    const { email, name, communeCode } = input;
    const now = clock.now();
    const id = newId();
    const { count } = await tx.member.createMany({
      data: [{ id, email, name, communeCode, sectionId, claim: "adherent", joinedAt: now }],
      skipDuplicates: true,
    });
    if (count > 0) record(memberJoined({ memberId: id, sectionId }));
    const member = await tx.member.findUniqueOrThrow({ where: { email }, include: { mandates: true } });
    const holds = member.mandates.some((held) => held.role === "national_admin" && (!held.endsAt || held.endsAt > now));
    if (!holds) {
      const mandate = { id: newId(), memberId: member.id, role: "national_admin", scope: "national" } as const;
      await tx.mandate.create({ data: { ...mandate, beginsAt: now, givenAt: now } });
      record(mandateGiven({ memberId: member.id, mandateId: mandate.id, scope: mandate.scope }));
    }
    return { memberId: member.id };
  },
});
