// A member says whether her name may stand beside what she writes in open debates. A "no" is recorded too, so that
// she is asked only once; a "yes" is withdrawn in one click.
import { newId } from "@/core/ids.ts";
import { organisation } from "@/core/organisation.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { publicNameChanged } from "../account.facts.ts";
import { canChangeOwnAccount } from "../account.policy.ts";
import { answerPublicNameInput } from "../account.schema.ts";
import { accountChanges } from "../limit.rules.ts";
import { lockSelf } from "./members.ts";

export const answerPublicName = command({
  name: "account.answer-public-name",
  input: answerPublicNameInput,
  limits: [accountChanges],
  subject: ({ tx, actor }) => lockSelf(tx, actor.id),
  policy: canChangeOwnAccount,
  async execute({ tx, input, subject: member, record }) {
    if (!member) return;
    const now = clock.now();
    const own = { memberId: member.id, kind: "public_name" } as const;
    const agreed = input.answer === "oui";
    const standing = await tx.consent.count({ where: { ...own, withdrawnAt: null } });
    if (agreed === standing > 0) {
      const answered = agreed || (await tx.consent.count({ where: own })) > 0;
      if (answered) return; // the same answer again
    }
    await tx.consent.updateMany({ where: { ...own, withdrawnAt: null }, data: { withdrawnAt: now } });
    if (agreed || standing === 0) {
      const withdrawnAt = agreed ? null : now;
      const textVersion = organisation.texts.privacy;
      await tx.consent.create({ data: { id: newId(), ...own, textVersion, givenAt: now, withdrawnAt } });
    }
    record(publicNameChanged({ memberId: member.id }));
  },
});
