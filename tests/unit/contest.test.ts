import { fc } from "@tests/support/properties.ts";
import { describe, expect, it } from "vitest";
import { CONTEST_MONTHS, contestableSince, contestableUntil } from "@/core/contest.ts";
import { organisation } from "@/core/organisation.ts";

const at = (text: string) => new Date(`${text}T10:00:00Z`);

describe("how long a decision may be contested", () => {
  it("is six months at least, as the law asks, and the privacy page says the same number", () => {
    expect(CONTEST_MONTHS).toBeGreaterThanOrEqual(6);
    const { messages, reported, reporters } = organisation.retention;
    for (const words of [messages, reported, reporters])
      expect(words).toMatch(new RegExp(`(?<!\\d)${CONTEST_MONTHS}\u00a0mois après (?:sa|la) décision`));
  });

  it("goes to the same day, or to the last one of a month that has none such", () => {
    expect(contestableUntil(at("2026-05-28"))).toEqual(at("2026-11-28"));
    expect(contestableUntil(at("2026-08-31"))).toEqual(at("2027-02-28"));
    expect(contestableSince(at("2026-11-28"))).toEqual(at("2026-05-28"));
    // The end of February is six months before the end of August: who was told on 1 March loses nothing on the 29th.
    for (const day of ["29", "30", "31"]) expect(contestableSince(at(`2026-08-${day}`))).toEqual(at("2026-02-28"));
  });

  it("never ends before six months, whatever the day", () => {
    const day = fc.date({ min: at("2024-01-01"), max: at("2032-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(day, (decidedAt) => {
        expect(contestableSince(contestableUntil(decidedAt)).getTime()).toBeLessThanOrEqual(decidedAt.getTime());
        expect(
          contestableSince(new Date(contestableUntil(decidedAt).getTime() + 86_400_000)).getTime(),
        ).toBeGreaterThan(decidedAt.getTime() - 4 * 86_400_000);
      }),
    );
  });
});
