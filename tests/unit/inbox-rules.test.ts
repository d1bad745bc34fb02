import { describe, expect, it } from "vitest";
import { type Actor, type Member, system, visitor } from "@/core/actor.ts";
import { canAssignConversation, canBroadcast, canWriteToPlace } from "@/features/messages/inbox.policy.ts";
import { placeHref, placeLevel, placeName, readersOfPlace, thePlace } from "@/features/messages/place.rules.ts";

const member = (grants: Member["grants"] = []): Actor => ({
  kind: "member",
  id: "me",
  sessionId: null,
  name: "Moi",
  adherent: true,
  section: { id: "63113", name: "Clermont-Ferrand", scope: "national/63/63113" },
  grants,
});
const CLERMONT = "national/63/63113";
const leader = member([{ role: "section_leader", scope: CLERMONT }]);
const federal = member([{ role: "federation_admin", scope: "national/63" }]);
const moderator = member([{ role: "moderator", scope: "national" }]);

describe("who writes to a place", () => {
  const to = (scope: string, begunToday = 0, open = false) => ({ scope, begunToday, open, repeated: false });

  it("is any member, anywhere but to herself, and to five new places a day", () => {
    expect(canWriteToPlace(member(), to(CLERMONT, 4)).allowed).toBe(true);
    expect(canWriteToPlace(member(), to(CLERMONT, 5))).toMatchObject({ reason: "enough_places" });
    expect(canWriteToPlace(member(), to(CLERMONT, 5, true)).allowed).toBe(true);
    expect(canWriteToPlace(leader, to(CLERMONT))).toMatchObject({ reason: "own_place" });
    expect(canWriteToPlace(leader, to("national/63")).allowed).toBe(true);
    expect(canWriteToPlace(federal, to(CLERMONT)).allowed).toBe(true);
    expect(canWriteToPlace(moderator, to("national")).allowed).toBe(true);
    expect(canWriteToPlace(visitor, to("national/63"))).toMatchObject({ as: "unauthenticated" });
    expect(canWriteToPlace(system, to("national/63")).allowed).toBe(false);
  });
});

describe("who looks after what was written to a place", () => {
  it("is said by those who answer there, of those who do as well", () => {
    const there = { scope: CLERMONT, assignable: true };
    for (const actor of [leader, federal]) expect(canAssignConversation(actor, there).allowed).toBe(true);
    expect(canAssignConversation(leader, { ...there, scope: "national/63" }).allowed).toBe(false);
    for (const actor of [member(), moderator, visitor, system])
      expect(canAssignConversation(actor, there).allowed).toBe(false);
    expect(canAssignConversation(leader, { ...there, assignable: false })).toMatchObject({ as: "conflict" });
  });
});

describe("who writes to all members of a place", () => {
  it("is whoever answers there, once a day; the page is absent for others", () => {
    const there = { scope: CLERMONT, sentToday: false };
    for (const actor of [leader, federal]) expect(canBroadcast(actor, there).allowed).toBe(true);
    expect(canBroadcast(leader, { ...there, sentToday: true })).toMatchObject({ reason: "broadcast_today" });
    expect(canBroadcast(leader, { ...there, scope: "national/63" })).toMatchObject({ as: "not_found" });
    for (const actor of [member(), moderator]) expect(canBroadcast(actor, there)).toMatchObject({ as: "not_found" });
  });
});

describe("a place’s words", () => {
  const federation = { federation: "Puy-de-Dôme", federation_slug: "puy-de-dome" };
  const country = { section: null, section_slug: null, federation: null, federation_slug: null };

  it("say its kind, within a sentence and alone", () => {
    expect(placeName({ ...country, ...federation, section: "Riom" })).toBe("Section Riom");
    expect(placeName({ ...country, ...federation })).toBe("Fédération du Puy-de-Dôme");
    expect(placeName(country)).toBe("L’équipe nationale");
    expect(thePlace({ ...country, ...federation })).toBe("la fédération du Puy-de-Dôme");
    expect(placeHref({ ...country, ...federation, section: "Riom", section_slug: "riom" })).toBe(
      "/sections/puy-de-dome/riom",
    );
    expect(placeHref(country)).toBe("/sections");
  });

  it("say who reads, as far up as somebody is in charge", () => {
    expect(["national", "national/63", CLERMONT].map(placeLevel)).toEqual(["national", "federation", "section"]);
    expect(readersOfPlace("section", "section")).toContain("Les responsables de la section");
    expect(readersOfPlace("section", "federation")).toContain("la fédération te répond");
    expect(readersOfPlace("section", "national")).toContain("l’équipe nationale te répond");
    expect(readersOfPlace("federation", "national")).toContain("l’équipe nationale te répond");
    expect(readersOfPlace("national", null)).toContain("la première personne");
  });
});
