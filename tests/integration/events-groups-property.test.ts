import { createEvent } from "@tests/support/events-world.ts";
import { fc } from "@tests/support/properties.ts";
import { createPerson, type Person, suspendInTheDatabase } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, visitor } from "@/core/actor.ts";
import { covers } from "@/core/scope.ts";
import { listEventCards } from "@/features/agenda/index.ts";
import { audienceScope, eventAudiences, visibleEvents } from "@/features/events/index.ts";
import { groupEntries, groupRoles } from "@/features/groups/group.rules.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import { actorOfSession } from "@/platform/session.ts";
import { signUp } from "./events-cast.ts";
import { createGroup } from "./events-groups-world.ts";

const places = ["national", "national/63", "national/63/63113", "national/03/03185"] as const;
const roles = [null, ...groupRoles] as const;
const ties = ["none", "organises", "invited", "signed up"] as const;

/** A group, an event of it, and what one member is to both. */
const world = fc.record({
  entry: fc.constantFrom(...groupEntries),
  groupHidden: fc.boolean(),
  scope: fc.constantFrom(...places),
  audience: fc.constantFrom(...eventAudiences),
  adherentsOnly: fc.boolean(),
  stage: fc.constantFrom("draft", "published", "cancelled"),
  eventHidden: fc.boolean(),
  role: fc.constantFrom(...roles),
  tie: fc.constantFrom(...ties),
  who: fc.constantFrom("sympathiser", "adherent", "leader", "national", "suspended", "visitor"),
});
type World = Parameters<Parameters<typeof world.map>[0]>[0];

/** The law again, as one would tell it. Everybody lives in Clermont-Ferrand; the leader leads Vichy's section. */
function shouldSee(told: World): boolean {
  const { who, role, tie, audience, scope, stage, adherentsOnly } = told;
  if (who === "suspended") return false;
  const open = stage !== "draft" && !told.eventHidden;
  if (who === "visitor") return open && audience === "everyone" && !adherentsOnly;
  const isMember = !told.groupHidden && role !== null && role !== "follower";
  const keeps = isMember && role !== "member";
  const staffs = who === "national" || (who === "leader" && covers("national/03/03185", scope));
  if (keeps || (staffs && audience !== "group")) return true;
  if (tie === "organises" && (audience !== "group" || isMember)) return true;
  if (!open) return false;
  if (tie === "invited" || tie === "signed up") return true;
  if (adherentsOnly && who === "sympathiser") return false;
  if (audience === "everyone") return true;
  if (audience === "invited") return false;
  return audience === "group" ? isMember : covers(audienceScope(audience, scope), "national/63/63113");
}

describe("seeing an event of a group, in any world", () => {
  const cast: Record<string, Person> = {};
  beforeAll(async () => {
    const mandated = (role: "section_leader" | "national_admin", scope: string) => ({
      adherent: true,
      mandates: [{ role, scope }],
    });
    cast.sympathiser = await createPerson("Samia Sympathisante");
    cast.adherent = await createPerson("Agnès Adhérente", { adherent: true });
    cast.leader = await createPerson("Lucie Locale", mandated("section_leader", "national/03/03185"));
    cast.national = await createPerson("Noé National", mandated("national_admin", "national"));
    cast.suspended = await createPerson("Suzanne Suspendue");
    await suspendInTheDatabase(cast.suspended.id);
  });

  it("is what her part in the group, her place and her own ties to it give, in lists as on its page", async () => {
    await fc.assert(
      fc.asyncProperty(world, async (told) => {
        const person = cast[told.who];
        const { entry, scope, audience, stage } = told;
        const group = await createGroup(person && told.role ? [[person, told.role]] : [], {
          entry,
          scope,
          hidden: told.groupHidden,
        });
        const adherentsOnly = told.adherentsOnly && audience !== "everyone" && audience !== "invited";
        const event = await createEvent({ groupId: group.id, scope, audience, stage: stage as "draft", adherentsOnly });
        const now = clock.now();
        if (told.eventHidden) await db.event.update({ where: { id: event.id }, data: { hiddenAt: now } });
        const tie = { eventId: event.id, memberId: person?.id ?? "" };
        if (person && told.tie === "organises") await db.eventOrganiser.create({ data: { ...tie, addedAt: now } });
        if (person && told.tie === "invited") await db.eventInvitee.create({ data: { ...tie, invitedAt: now } });
        if (person && told.tie === "signed up") await signUp(person, event.shiftId);
        const actor: Actor = person ? await actorOfSession(person.session) : visitor;
        const [row] = await db.$queryRaw<{ seen: boolean }[]>(sql`
          select ${visibleEvents(actor)} as seen from event e where e.id = ${event.id}`);
        expect(row?.seen).toBe(shouldSee({ ...told, adherentsOnly }));
        expect((await listEventCards(actor, [event.id])).length === 1).toBe(row?.seen);
      }),
      { numRuns: 250 },
    );
  });
});
