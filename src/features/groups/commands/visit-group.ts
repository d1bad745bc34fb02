import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { groupVisited } from "../group.facts.ts";
import { visitGroupInput } from "../group.schema.ts";
import { visitsOfAccount } from "../group-limit.rules.ts";
import { canVisitGroup } from "../membership.policy.ts";
import { lockVisibleGroup } from "./lock-group.ts";

/** Somebody of the national level reads, for a day, a group that is not hers, and says why: its members read it. */
export const visitGroup = command({
  name: "group.visit",
  input: visitGroupInput,
  limits: [visitsOfAccount],
  subject: ({ tx, actor, input }) => lockVisibleGroup(tx, actor, input.groupId),
  policy: canVisitGroup,
  async execute({ tx, actor, input: { purpose }, subject: { id: groupId, slug }, record }) {
    const [id, visitorId] = [newId(), actor.id ?? ""];
    await tx.groupVisit.create({ data: { id, groupId, visitorId, purpose, visitedAt: clock.now() } });
    record(groupVisited({ groupId, memberId: visitorId, visitId: id }));
    return { id: groupId, slug };
  },
});
