import { createEvent } from "@tests/support/events-world.ts";
import { createPerson, type Person, suspendInTheDatabase } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, visitor } from "@/core/actor.ts";
import { visibleEvents } from "@/features/events/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import { actorOfSession } from "@/platform/session.ts";

/** Whether the list that goes through the law holds this event. */
async function sees(actor: Actor, eventId: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>(sql`
    select 1 from event e where e.id = ${eventId} and ${visibleEvents(actor)}`);
  return rows.length === 1;
}

describe("seeing an event", () => {
  let people: Record<"neighbour" | "adherent" | "federated" | "far" | "leader" | "organiser" | "suspended", Person>;
  const as = (who: keyof typeof people) => actorOfSession(people[who].session);

  beforeAll(async () => {
    people = {
      neighbour: await createPerson("Samia Voisine"),
      adherent: await createPerson("Agnès Adhérente", { adherent: true }),
      federated: await createPerson("Fanny Fédérée", { section: "63-autres" }),
      far: await createPerson("Lise Lointaine", { section: "03185" }),
      leader: await createPerson("Lucie Locale", {
        section: "63-autres",
        adherent: true,
        mandates: [{ role: "section_leader", scope: "national/63/63113" }],
      }),
      organiser: await createPerson("Odile Organise", { section: "03185", adherent: true }),
      suspended: await createPerson("Sylvie Suspendue"),
    };
    await suspendInTheDatabase(people.suspended.id);
  });

  it("gives a section's event to its members and to those who answer for it, not to its neighbours", async () => {
    const { id } = await createEvent({ audience: "section" });
    expect(await sees(await as("neighbour"), id)).toBe(true);
    expect(await sees(await as("leader"), id)).toBe(true);
    expect(await sees(await as("federated"), id)).toBe(false);
    expect(await sees(visitor, id)).toBe(false);
    expect(await sees(await as("suspended"), id)).toBe(false);
  });

  it("gives a federation's event to all its sections, and a members' one to every member", async () => {
    const federal = await createEvent({ audience: "federation" });
    expect(await sees(await as("federated"), federal.id)).toBe(true);
    expect(await sees(await as("far"), federal.id)).toBe(false);
    const shared = await createEvent({ audience: "members" });
    expect(await sees(await as("far"), shared.id)).toBe(true);
    expect(await sees(visitor, shared.id)).toBe(false);
  });

  it("gives a public one to visitors, unless it is for adherents or hidden by moderation", async () => {
    const open = await createEvent({ audience: "everyone" });
    expect(await sees(visitor, open.id)).toBe(true);
    const adherents = await createEvent({ audience: "section", adherentsOnly: true });
    expect(await sees(await as("adherent"), adherents.id)).toBe(true);
    expect(await sees(await as("neighbour"), adherents.id)).toBe(false);
    await db.event.update({ where: { id: open.id }, data: { hiddenAt: clock.now() } });
    expect(await sees(visitor, open.id)).toBe(false);
    expect(await sees(await as("leader"), open.id)).toBe(true);
  });

  it("keeps drafts and proposals to organisers and those who answer for the place", async () => {
    for (const stage of ["draft", "proposed"] as const) {
      const { id } = await createEvent({ audience: "everyone", stage, organiserIds: [people.organiser.id] });
      expect(await sees(await as("organiser"), id)).toBe(true);
      expect(await sees(await as("leader"), id)).toBe(true);
      expect(await sees(await as("neighbour"), id)).toBe(false);
      expect(await sees(visitor, id)).toBe(false);
    }
  });

  it("gives an event by invitation to those who were invited, and to a co-organising section its own", async () => {
    const invited = await createEvent({ audience: "invited" });
    expect(await sees(await as("neighbour"), invited.id)).toBe(false);
    await db.eventInvitee.create({
      data: { eventId: invited.id, memberId: people.neighbour.id, invitedAt: clock.now() },
    });
    expect(await sees(await as("neighbour"), invited.id)).toBe(true);
    const shared = await createEvent({ audience: "section" });
    await db.eventCoSection.create({
      data: { eventId: shared.id, scope: "national/03/03185", askedAt: clock.now() },
    });
    expect(await sees(await as("far"), shared.id)).toBe(false);
    await db.eventCoSection.updateMany({
      where: { eventId: shared.id },
      data: { accepted: true, answeredAt: clock.now() },
    });
    expect(await sees(await as("far"), shared.id)).toBe(true);
  });
});
