// A suspended member's places go to those who wait.
import { isSuspended } from "@/features/profiles/index.ts";
import { leaveEverything } from "@/features/shifts/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { onlySystem } from "../participation.policy.ts";
import { ofMemberInput } from "../participation.schema.ts";

export const endSignUps = command({
  name: "participation.end-sign-ups",
  input: ofMemberInput,
  subject: async () => null,
  policy: onlySystem,
  async execute({ tx, input: { memberId }, record }) {
    const now = clock.now();
    // Lifted since, by another hand: her places stay hers.
    const [still] = await tx.$queryRaw<unknown[]>(sql`
      select 1 from member m where m.id = ${memberId} and ${isSuspended(now)} for key share of m`);
    if (still) await leaveEverything(tx, { memberId, because: "suspended", now, record });
  },
});
