import { createEvent } from "@tests/support/events-world.ts";
import { readPdf } from "@tests/support/pdf-text.ts";
import { createPerson, inBrowser, type Person, suspendInTheDatabase, withoutLimits } from "@tests/support/worlds.ts";
import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/api/evenements/[id]/emargement/route.ts";
import { newId } from "@/core/ids.ts";
import { hashOfToken } from "@/features/participation/link.rules.ts";
import { BLANK_LINES, drawSheet } from "@/features/participation/sheet.rules.ts";
import { takePlace } from "@/features/shifts/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { composeParticipation, leave, recorded, signUp } from "./participation-world.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@tests/support/doors.ts")).nextNavigation);

let people: Record<"organiser" | "leader" | "participant" | "neighbour" | "elsewhere", Person>;
let event: Awaited<ReturnType<typeof createEvent>>;
beforeAll(async () => {
  withoutLimits();
  await composeParticipation();
  people = {
    organiser: await createPerson("Odile Organise", { adherent: true }),
    leader: await createPerson("Lucie Locale", {
      section: "63-autres",
      mandates: [{ role: "section_leader", scope: "national/63/63113" }],
    }),
    participant: await createPerson("Zoé Œuvrard-Été"),
    neighbour: await createPerson("Samia Voisine"),
    elsewhere: await createPerson("Élie Ailleurs", {
      mandates: [{ role: "section_leader", scope: "national/03/03185" }],
    }),
  };
  event = await createEvent({ audience: "everyone", organiserIds: [people.organiser.id], maximum: 5 });
  await signUp(people.participant, event.shiftId, 2);
  const suspended = await createPerson("Sylvie Suspendue");
  await signUp(suspended, event.shiftId);
  await suspendInTheDatabase(suspended.id);
  const { signUpId } = await signUp(await createPerson("Gaël Parti"), event.shiftId);
  await leave(signUpId);
  const guestId = newId();
  const guest = { name: "Vera Visiteuse", email: "vera@example.org", shiftId: event.shiftId, confirmedAt: clock.now() };
  await db.eventGuest.create({
    data: { ...guest, id: guestId, eventId: event.id, askedAt: clock.now(), tokenHash: hashOfToken(guestId) },
  });
  const [shiftId, now] = [event.shiftId, clock.now()];
  await recorded(({ tx, record }) => takePlace(tx, { shiftId, who: { guestId }, size: 1, now, record }));
  await signUp(await createPerson("Wanda Attend"), event.shiftId, 2);
});

const printed = (person: Person | null, id = event.id) =>
  inBrowser(person?.session ?? null, () =>
    GET(new NextRequest("http://localhost/api"), { params: Promise.resolve({ id }) }),
  );

describe("the sheet that is signed on the spot", () => {
  it("holds who comes, by shift, with empty lines, and nothing by which to reach them", async () => {
    const response = await printed(people.organiser);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/pdf");
    expect(response.headers.get("cache-control")).toContain("no-store");
    const { pages, embedded, size } = readPdf(Buffer.from(await response.arrayBuffer()));
    expect(embedded).toBe(true);
    expect(size).toMatch(/^0 0 595\.\d+ 841\.\d+$/);
    const lines = pages.flat();
    expect(lines).toContain("Marché Saint-Pierre");
    expect(lines).toContain("Clermont-Ferrand");
    const names = lines.slice(lines.indexOf("Signature") + 1).filter((line) => !/^\d+$/.test(line));
    expect(names.slice(0, 3)).toEqual(["Vera Visiteuse", "Zoé Œuvrard-Été", "avec Zoé Œuvrard-Été (+1)"]);
    const text = lines.join("\n");
    for (const absent of ["Sylvie", "Gaël", "Wanda", "@", "example.org"]) expect(text).not.toContain(absent);
    expect(text).toContain("1 / 1");
  });

  it("goes on over pages that are numbered, each shift with its own table", async () => {
    const names = Array.from({ length: 40 }, (_, index) => `Personne ${index + 1}`);
    const sheet = {
      title: "Grande réunion",
      lines: ["Lundi"],
      shifts: [
        { title: "Matin", names },
        { title: "Soir", names: [] },
      ],
    };
    const { pages } = readPdf(await drawSheet(sheet, { compress: false }));
    expect(pages.length).toBeGreaterThan(1);
    for (const [index, lines] of pages.entries()) expect(lines).toContain(`${index + 1} / ${pages.length}`);
    const lines = pages.flat();
    expect(names.every((name) => lines.includes(name))).toBe(true);
    expect(lines.filter((line) => line === "Signature")).toHaveLength(2);
    // One row a name, eight empty ones a shift, two heads: three boxes each.
    const drawn = (await drawSheet(sheet, { compress: false })).toString("latin1").match(/ re\n/g)?.length;
    expect(drawn).toBe(3 * (names.length + 2 * BLANK_LINES + 2));
  });

  it("is for organisers and those who answer for the place; for anybody else it does not exist", async () => {
    expect((await printed(people.leader)).status).toBe(200);
    const absent = await printed(people.organiser, newId());
    const body = await absent.text();
    expect(absent.status).toBe(404);
    for (const person of [people.participant, people.neighbour, people.elsewhere, null]) {
      const response = await printed(person);
      expect(response.status).toBe(404);
      expect(await response.text()).toBe(body);
    }
  });

  it("keeps a long name and one of another script in its box", async () => {
    const names = ["Marie-".repeat(30), "Ελένη Παπαδοπούλου"];
    const sheet = { title: "T".repeat(120), lines: ["x"], shifts: [{ title: "Matin", names }] };
    const { pages } = readPdf(await drawSheet(sheet));
    expect(pages).toHaveLength(1);
    expect(pages[0]?.some((line) => line.startsWith("Marie-Marie-") && line.endsWith("…"))).toBe(true);
    expect(pages[0]).toContain("Ελένη Παπαδοπούλου");
  });
});
