// A national admin nominates a member to be one too: another national admin will agree or decline.
import { AppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { NATIONAL } from "@/core/scope.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import type { Tx } from "@/platform/db/client.ts";
import { mandateActs } from "../limit.rules.ts";
import { tellNews } from "../mail.jobs.ts";
import { nominationMade } from "../mandate.facts.ts";
import { canNominate } from "../mandate.policy.ts";
import { nominateInput } from "../mandate.schema.ts";
import { lockPerson, type Person } from "./persons.ts";

const post = { role: "national_admin", scope: NATIONAL } as const;

async function withNomination(tx: Tx, person: Person) {
  const nominated = await tx.nomination.count({ where: { memberId: person.id, ...post, decidedAt: null } });
  const holds = person.grants.some(({ role }) => role === post.role);
  return { ...person, holds, nominated: nominated > 0 };
}

export const nominate = command({
  name: "mandate.nominate",
  input: nominateInput,
  limits: [mandateActs],
  subject: async ({ tx, actor, input }) => withNomination(tx, await lockPerson(tx, actor, input.memberId)),
  policy: canNominate,
  async execute({ tx, actor, input, subject: { id: memberId }, record, enqueue }) {
    const row = { id: newId(), memberId, ...post, endsAt: input.endsAt ?? null };
    const { count } = await tx.nomination.createMany({
      data: [{ ...row, nominatedById: actor.id, nominatedAt: clock.now() }],
      skipDuplicates: true,
    });
    if (count === 0) throw new AppError("conflict", "nominated_already");
    record(nominationMade({ nominationId: row.id, memberId }));
    await enqueue(tellNews, { news: "nomination.made", about: row.id });
    return { nominationId: row.id };
  },
});
