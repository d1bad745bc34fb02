import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";
import { debateReframed, hostAdded } from "../debate.facts.ts";
import { canRunDebate, visibleDebates } from "../debate.policy.ts";
import { hostInput } from "../debate.schema.ts";
import { lockVisibleDebate } from "./lock-debates.ts";

/** Who runs a debate asks a verified adherent who can read it to run it with her. */
export const addHost = command({
  name: "debate.add-host",
  input: hostInput,
  subject: ({ tx, actor, input }) => lockVisibleDebate(tx, actor, input.debateId),
  policy: canRunDebate,
  async execute({ tx, input: { debateId, memberId }, subject: debate, record }) {
    if (!(await couldHost(tx, debateId, memberId))) throw new AppError("conflict", "cannot_host");
    const data = [{ debateId, memberId, addedAt: clock.now() }];
    const { count } = await tx.debateHost.createMany({ data, skipDuplicates: true });
    const { audience } = debate;
    if (count > 0) record(debateReframed({ debateId, audience }), hostAdded({ debateId, audience, memberId }));
  },
});

/** A host leaves, or is thanked by another who runs the debate. */
export const removeHost = command({
  name: "debate.remove-host",
  input: hostInput,
  subject: ({ tx, actor, input }) => lockVisibleDebate(tx, actor, input.debateId),
  policy: canRunDebate,
  async execute({ tx, actor, input, subject: debate, record }) {
    const { count } = await tx.debateHost.deleteMany({ where: input });
    if (count > 0) record(debateReframed({ debateId: debate.id, audience: debate.audience }));
    const { id, slug, scope } = debate;
    // Without a mandate, whoever leaves no longer runs it.
    return { id, slug, left: input.memberId === actor.id && !canRunDebate(actor, { scope, isHost: false }).allowed };
  },
});

async function couldHost(tx: Tx, debateId: string, memberId: string): Promise<boolean> {
  const actor = await actorOfMember(memberId);
  if (actor.kind !== "member" || !actor.adherent) return false;
  const seen = await tx.$queryRaw<unknown[]>(sql`
    select 1 from debate d join member m on m.id = ${memberId}
    where d.id = ${debateId} and ${visibleDebates(actor)} and (m.adult_on is null or m.adult_on <= ${clock.now()})`);
  return seen.length > 0;
}
