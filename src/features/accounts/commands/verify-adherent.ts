// A federation confirms that a member is an adherent of the party.
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { adherentVerified } from "../account.facts.ts";
import { verifyAdherentInput } from "../account.schema.ts";
import { accountChanges } from "../limit.rules.ts";
import { canVerifyAdherent } from "../standing.policy.ts";
import { lockSubject } from "./members.ts";

export const verifyAdherent = command({
  name: "account.verify-adherent",
  input: verifyAdherentInput,
  limits: [accountChanges],
  subject: ({ tx, input }) => lockSubject(tx, input.memberId),
  policy: canVerifyAdherent,
  async execute({ tx, subject: member, record }) {
    const { count } = await tx.member.updateMany({
      where: { id: member.id, adherentSince: null },
      data: { adherentSince: clock.now() },
    });
    if (count > 0) record(adherentVerified({ memberId: member.id }));
  },
});
