import { AppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { slugify } from "@/core/paths.ts";
import { NATIONAL } from "@/core/scope.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { debateOpened } from "../debate.facts.ts";
import { canOpenDebate } from "../debate.policy.ts";
import { duePhase } from "../debate.rules.ts";
import { openDebateInput } from "../debate.schema.ts";

/** Someone answerable for a territory puts a question to it, with the dates of its phases, becomes its host and follows it. */
export const openDebate = command({
  name: "debate.open",
  input: openDebateInput,
  limits: [{ rule: { name: "debate.open", points: 10, seconds: 86_400 }, by: "account" }],
  subject: async ({ tx, input }) => {
    const [, federationId, sectionId] = input.scope.split("/");
    const exists = sectionId
      ? await tx.section.count({ where: { scope: input.scope } })
      : input.scope === NATIONAL || (await tx.federation.count({ where: { id: federationId ?? "" } }));
    if (!exists) throw new AppError("invalid", "bad_input", { fields: { scope: "Ce territoire n’existe pas." } });
  },
  policy: (actor, _, { scope }) => canOpenDebate(actor, scope),
  async execute({ tx, actor, input, record }) {
    const now = clock.now();
    if (input.closesAt <= now)
      throw new AppError("invalid", "bad_input", { fields: { closesAt: "La fin est déjà passée." } });
    const id = newId();
    const slug = slugify(input.question);
    const phase = duePhase(input, now);
    await tx.debate.create({ data: { ...input, id, slug, phase, openedById: actor.id, createdAt: now } });
    if (actor.id) {
      await tx.debateHost.create({ data: { debateId: id, memberId: actor.id, addedAt: now } });
      await tx.debateFollow.create({ data: { debateId: id, memberId: actor.id, followedAt: now } });
    }
    record(debateOpened({ debateId: id, audience: input.audience }));
    return { id, slug };
  },
});
