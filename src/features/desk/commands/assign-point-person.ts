// A leader says who looks after a newcomer: somebody of the section, or herself.
import { AppError } from "@/core/app-error.ts";
import { profileOf } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { pointPersonAssigned } from "../desk.facts.ts";
import { tellPointPerson } from "../desk.jobs.ts";
import { canAssign, pointPeople } from "../desk.policy.ts";
import { assignInput } from "../desk.schema.ts";
import { deskActs } from "../desk-limit.rules.ts";
import { lockNewcomer, saveWelcome } from "./lock-newcomer.ts";

export const assignPointPerson = command({
  name: "welcome.assign",
  input: assignInput,
  limits: [deskActs],
  subject: ({ tx, actor, input }) => lockNewcomer(tx, actor, input.memberId),
  policy: canAssign,
  async execute({ tx, actor, input: { memberId, pointPersonId, insteadOf }, subject, record, enqueue }) {
    if (subject.pointPersonId === pointPersonId) return;
    // Two leaders at once: the second reads what the first chose before she changes it.
    if ((subject.pointPersonId ?? "") !== insteadOf) throw new AppError("conflict", "changed_meanwhile");
    const found = await tx.$queryRaw<object[]>(sql`
      select 1 from member m ${profileOf} where m.id = ${pointPersonId} and ${pointPeople(actor, subject)} for key share of m`);
    if (found.length === 0)
      throw new AppError("invalid", "bad_input", { fields: { pointPersonId: "Choisis quelqu’un de la section." } });
    await saveWelcome(tx, subject, { pointPersonId, assignedById: actor.id, assignedAt: clock.now() });
    record(pointPersonAssigned({ memberId, pointPersonId }));
    if (pointPersonId !== actor.id) await enqueue(tellPointPerson, { memberId, pointPersonId });
  },
});
