import { createEvent, type EventOfWorld } from "@tests/support/events-world.ts";
import { fc } from "@tests/support/properties.ts";
import { createPerson, type Person, refusalOf, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/core/ids.ts";
import type { FieldReportView } from "@/features/field-reports/index.ts";
import {
  addPhoto,
  editReport,
  fieldReportReports,
  getFieldReport,
  getFigures,
  getReportForm,
  getReportPhoto,
  listReportsOfEvent,
  publishReport,
  withdrawReport,
} from "@/features/field-reports/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { actorOfMember, actorOfSession } from "@/platform/session.ts";

const section = { federation: "63", section: "63113" };
const image = { large: new Uint8Array([1, 2]), small: new Uint8Array([3]), width: 8, height: 8 };

let people: Record<"leader" | "militant" | "neighbour" | "far" | "federal" | "other", Person>;
beforeAll(async () => {
  withoutLimits();
  people = {
    leader: await createPerson("Lucie Locale", {
      adherent: true,
      mandates: [{ role: "section_leader", scope: "national/63/63113" }],
    }),
    militant: await createPerson("Maya Militante", { adherent: true }),
    neighbour: await createPerson("Vera Voisine"),
    far: await createPerson("Lise Lointaine", { section: "03185" }),
    federal: await createPerson("Farid Fédéral", {
      section: "63-autres",
      adherent: true,
      mandates: [{ role: "federation_admin", scope: "national/63" }],
    }),
    other: await createPerson("Odile Ailleurs", { section: "63-autres" }),
  };
});

const as = (name: keyof typeof people) => actorOfSession(people[name].session);
const caller = async (name: keyof typeof people) => ({ actor: await as(name) });

/** A member with a place on an event's shift. */
async function signUp(event: EventOfWorld, memberId: string): Promise<void> {
  const arrival = (await db.signUp.count({ where: { shiftId: event.shiftId } })) + 1;
  const data = {
    id: newId(),
    shiftId: event.shiftId,
    memberId,
    arrival,
    state: "in" as const,
    signedUpAt: clock.now(),
  };
  await db.signUp.create({ data });
  await db.shift.update({ where: { id: event.shiftId }, data: { taken: { increment: 1 } } });
}

/** A past action of the section, with the militant on it. */
async function pastAction(options: Parameters<typeof createEvent>[0] = {}): Promise<EventOfWorld> {
  const event = await createEvent({ inHours: -4, ...options });
  await signUp(event, people.militant.id);
  return event;
}

describe("telling what was done", () => {
  it("is for who took part, prepared it or answers for the place, once it has begun", async () => {
    const event = await pastAction();
    const { id } = await publishReport(await caller("militant"), {
      eventId: event.id,
      leaflets: "1 200",
      heard: "Des bus.",
    });
    expect(await getFieldReport(await as("militant"), id)).toMatchObject({
      figures: { leaflets: 1200 },
      heard: "Des bus.",
    });
    await publishReport(await caller("leader"), { eventId: event.id, posters: 4 });
    await expect(publishReport(await caller("neighbour"), { eventId: event.id })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(publishReport(await caller("far"), { eventId: event.id })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(
      (await listReportsOfEvent(await as("neighbour"), event.id)).map((one: FieldReportView) => one.figures.leaflets),
    ).toEqual([1200, 0]);
  });

  it("is refused in words before it begins, when it was cancelled, long after, and for what is no action", async () => {
    const reason = async (options: Parameters<typeof createEvent>[0]) => {
      const event = await pastAction(options);
      return refusalOf(publishReport(await caller("militant"), { eventId: event.id }));
    };
    expect(await reason({ inHours: 5 })).toMatchObject({ reason: "event_not_begun" });
    expect(await reason({ stage: "cancelled" })).toMatchObject({ reason: "event_not_held" });
    expect(await reason({ kind: "convivial" })).toMatchObject({ reason: "no_field_action" });
    expect(await reason({ inHours: -24 * 70 })).toMatchObject({ reason: "too_late_to_report" });
    const event = await pastAction({ inHours: 5 });
    expect(await getReportForm(await as("militant"), event.id)).toMatchObject({ reason: "event_not_begun" });
    await expect(getReportForm(await as("neighbour"), event.id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("takes no more refusals and talks than doors that opened, and nothing that is no count", async () => {
    const event = await pastAction({ kind: "canvassing" });
    const wrong = { eventId: event.id, doorsOpen: 3, doorsRefused: 2, doorsTalked: 2 };
    const error = await refusalOf(publishReport(await caller("militant"), wrong));
    expect(error).toHaveProperty("fields.doorsOpen");
    for (const leaflets of ["-1", "1e9", "12,5", "NaN", "0x10", "beaucoup"])
      await expect(
        publishReport(await caller("militant"), { eventId: event.id, leaflets }),
        leaflets,
      ).rejects.toMatchObject({
        code: "invalid",
      });
    expect(await db.fieldReport.count({ where: { eventId: event.id } })).toBe(0);
  });

  it("is corrected and taken back by who wrote it or answers for it, with its pictures", async () => {
    const event = await pastAction();
    const { id } = await publishReport(await caller("militant"), { eventId: event.id, leaflets: 100 });
    const { id: photo } = await addPhoto(await caller("militant"), { reportId: id, image });
    await expect(editReport(await caller("neighbour"), { reportId: id, leaflets: 1 })).rejects.toMatchObject({
      code: "forbidden",
    });
    await editReport(await caller("leader"), { reportId: id, leaflets: 90 });
    expect((await getFieldReport(await as("neighbour"), id)).figures.leaflets).toBe(90);
    expect((await getReportPhoto(await as("neighbour"), { id, photo }, null)).bytes).not.toBeNull();
    await expect(getReportPhoto(await as("far"), { id, photo }, null)).rejects.toMatchObject({ code: "not_found" });
    await withdrawReport(await caller("militant"), { reportId: id });
    await expect(getFieldReport(await as("leader"), id)).rejects.toMatchObject({ code: "not_found" });
    expect(await db.image.count({ where: { id: photo } })).toBe(0);
  });

  it("holds ten pictures and no more", async () => {
    const event = await pastAction();
    const { id } = await publishReport(await caller("militant"), { eventId: event.id });
    for (let count = 0; count < 10; count++) await addPhoto(await caller("militant"), { reportId: id, image });
    expect(await refusalOf(addPhoto(await caller("militant"), { reportId: id, image }))).toMatchObject({
      reason: "enough_photos",
    });
  });

  it("keeps the author's name for who may see her card", async () => {
    const event = await pastAction();
    const { id } = await publishReport(await caller("militant"), { eventId: event.id });
    expect((await getFieldReport(await as("neighbour"), id)).author?.name).toBe("Maya Militante");
    await db.block.create({
      data: { blockerId: people.militant.id, blockedId: people.neighbour.id, blockedAt: clock.now() },
    });
    expect((await getFieldReport(await as("neighbour"), id)).author).toBeNull();
    await db.block.deleteMany({ where: { blockerId: people.militant.id } });
  });
});

describe("figures", () => {
  it("are read where one lives or answers, and nowhere else", async () => {
    expect((await getFigures(await as("neighbour"), section)).name).toBe("Section Clermont-Ferrand");
    expect((await getFigures(await as("federal"), { federation: "63" })).whole).toBe(true);
    expect((await getFigures(await as("neighbour"), {})).whole).toBe(false);
    for (const [who, place] of [
      ["far", section],
      ["other", section],
      ["far", { federation: "63" }],
      ["federal", { federation: "03", section: "03185" }],
      ["neighbour", { federation: "63", section: "63-nulle-part" }],
    ] as const)
      await expect(getFigures(await as(who), place), JSON.stringify(place)).rejects.toMatchObject({
        code: "not_found",
      });
  });

  it("leave out what moderation hid, and take it back when it is shown again", async () => {
    const event = await pastAction({ kind: "phone_bank" });
    const before = (await getFigures(await as("leader"), section)).total.calls;
    const { id } = await publishReport(await caller("militant"), { eventId: event.id, calls: 17 });
    expect((await getFigures(await as("leader"), section)).total.calls).toBe(before + 17);
    await fieldReportReports.setHidden(db, { objectId: id, hidden: true, byId: null });
    expect((await getFigures(await as("leader"), section)).total.calls).toBe(before);
    await expect(getFieldReport(await as("neighbour"), id)).rejects.toMatchObject({ code: "not_found" });
    expect((await getFieldReport(await as("leader"), id)).hidden).toBe(true);
    await fieldReportReports.setHidden(db, { objectId: id, hidden: false, byId: null });
    expect((await getFigures(await as("leader"), section)).total.calls).toBe(before + 17);
  });

  it("are the sum of the reports that the reader may open, whatever was reported", async () => {
    const readers = ["leader", "neighbour", "other", "federal"] as const;
    const scopes = ["national/63/63113", "national/63/63-autres", "national/63"] as const;
    const story = fc.array(
      fc.record({
        scope: fc.constantFrom(...scopes),
        audience: fc.constantFrom("section" as const, "federation" as const, "everyone" as const),
        leaflets: fc.nat(1000),
        hidden: fc.boolean(),
        daysAgo: fc.integer({ min: 1, max: 400 }),
      }),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(story, async (actions) => {
        await db.fieldReport.deleteMany({ where: { id: { not: "" } } });
        const ids: string[] = [];
        for (const { daysAgo, leaflets, hidden, scope, audience } of actions) {
          const event = await createEvent({ inHours: -24 * daysAgo, scope, audience });
          const id = newId();
          ids.push(id);
          const day = new Date(event.startsAt.toISOString().slice(0, 10));
          const hiddenAt = hidden ? clock.now() : null;
          await db.fieldReport.create({
            data: {
              id,
              eventId: event.id,
              scope,
              kind: "leafleting",
              day,
              leaflets,
              publishedAt: clock.now(),
              hiddenAt,
            },
          });
        }
        for (const reader of readers) {
          const actor = await as(reader);
          const figures = await getFigures(actor, { federation: "63" });
          const first = figures.months.at(-1)?.month ?? "";
          const opened = await Promise.all(ids.map((id) => getFieldReport(actor, id).catch(() => null)));
          const counted = opened.filter(
            (report) => report && !report.hidden && report.event.startsAt.toISOString().slice(0, 7) >= first,
          );
          const sum = counted.reduce((total, report) => total + (report?.figures.leaflets ?? 0), 0);
          expect(figures.total.leaflets).toBe(sum);
          expect(figures.months.reduce((total, { sums }) => total + sums.leaflets, 0)).toBe(sum);
          expect(figures.kinds.reduce((total, { sums }) => total + sums.leaflets, 0)).toBe(sum);
        }
      }),
      { numRuns: 12 },
    );
  });

  it("unfold to the reports of a month and a kind, page by page", async () => {
    await db.fieldReport.deleteMany({ where: { id: { not: "" } } });
    for (let count = 0; count < 12; count++) {
      const event = await pastAction();
      await publishReport(await caller("militant"), { eventId: event.id, leaflets: count });
    }
    const other = await pastAction({ kind: "postering" });
    await publishReport(await caller("militant"), { eventId: other.id, posters: 5 });
    const actor = await actorOfMember(people.leader.id);
    const leafleting = await getFigures(actor, { ...section, type: "leafleting" });
    expect(leafleting.reports).toHaveLength(10);
    const rest = await getFigures(actor, { ...section, type: "leafleting", apres: leafleting.after });
    expect(
      [...leafleting.reports, ...rest.reports].map(({ figures }) => figures.leaflets).sort((a, b) => a - b),
    ).toEqual(Array.from({ length: 12 }, (_, index) => index));
    const month = leafleting.months[0]?.month;
    expect((await getFigures(actor, { ...section, mois: month, type: "postering" })).reports).toHaveLength(1);
    expect((await getFigures(actor, { ...section, mois: "1999-01" })).reports).toHaveLength(0);
  });
});
