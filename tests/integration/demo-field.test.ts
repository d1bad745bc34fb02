import { beforeAll, describe, expect, it } from "vitest";
import { getFigures } from "@/features/field-reports/index.ts";
import { db, sql } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";
import { resetDemo } from "../../prisma/seed/main.ts";

const INES = "cast00000001";
beforeAll(() => resetDemo());

describe("the demo's field", () => {
  it("has a leafleting on the coming Saturday that misses two people", async () => {
    const market = await db.event.findFirstOrThrow({
      where: { title: "Marché Saint-Pierre", startsAt: { gt: new Date() } },
      orderBy: { startsAt: "asc" },
      include: { shifts: { orderBy: { startsAt: "asc" } } },
    });
    expect(market.startsAt.getUTCDay()).toBe(6);
    expect(market.startsAt.getTime() - Date.now()).toBeLessThan(8 * 24 * 3_600_000);
    expect(market.shifts.map(({ needed, taken }) => needed - taken)).toEqual([2, 0]);
  });

  it("has every stage, every kind of the field, and eight Saturdays ahead", async () => {
    const stages = await db.event.groupBy({ by: ["stage"], _count: true });
    expect(stages.map(({ stage }) => stage).sort()).toEqual(["cancelled", "draft", "proposed", "published"]);
    expect(await db.event.count({ where: { seriesId: { not: null }, startsAt: { gt: new Date() } } })).toBe(8);
    const kinds = await db.fieldReport.groupBy({ by: ["kind"] });
    expect(kinds).toHaveLength(5);
  });

  it("counts its places as the engine would", async () => {
    const [wrong] = await db.$queryRaw<Record<string, number>[]>(sql`
      select (select count(*)::int from shift h where h.taken <> coalesce((
          select sum(s.size) from sign_up s where s.shift_id = h.id and s.state in ('in', 'offered')), 0)) as miscounted,
        (select count(*)::int from event e where not exists (select 1 from shift h where h.event_id = e.id)) as shiftless,
        (select count(*)::int from sign_up s join shift h on h.id = s.shift_id
          where s.state = 'waiting' and h.taken < h.maximum) as forgotten`);
    expect(wrong).toEqual({ miscounted: 0, shiftless: 0, forgotten: 0 });
  });

  it("adds up to a year of figures in Clermont-Ferrand", async () => {
    const figures = await getFigures(await actorOfMember(INES), { federation: "63", section: "63113" });
    expect(figures.total.reports).toBeGreaterThanOrEqual(10);
    expect(figures.months.filter(({ sums }) => sums.reports > 0).length).toBeGreaterThanOrEqual(6);
  });
});
