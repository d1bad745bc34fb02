import { createPerson, type Person, refusalOf, suspendInTheDatabase } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/core/ids.ts";
import { getActivity } from "@/features/activity/index.ts";
import { getProfile, getProfileAs, type ProfileView } from "@/features/profiles/index.ts";
import { type Field, fields, reaches, type Visibility, visibilities } from "@/features/profiles/visibility.rules.ts";
import { db } from "@/platform/db/client.ts";
import { actorOf, allShown, block, createProfile, tie } from "./profiles-world.ts";

let coopain: Person;
let neighbour: Person;
let stranger: Person;
let leader: Person;
let federation: Person;
let moderator: Person;
let national: Person;

beforeAll(async () => {
  coopain = await createPerson("Coline Coopain", { section: "03185" });
  neighbour = await createPerson("Vera Voisine");
  stranger = await createPerson("Ève Ailleurs", { section: "03185" });
  const staff = (
    name: string,
    role: "section_leader" | "federation_admin" | "moderator" | "national_admin",
    scope: string,
  ) => createPerson(name, { section: "03185", mandates: [{ role, scope }] });
  leader = await staff("Lucie Locale", "section_leader", "national/63/63113");
  federation = await staff("Farid Fédéral", "federation_admin", "national/63");
  moderator = await staff("Maud Modératrice", "moderator", "national");
  national = await staff("Noé National", "national_admin", "national");
});

const readers = (): Record<Visibility, Person | null> => ({
  coopains: coopain,
  section: neighbour,
  members: stranger,
  everyone: null,
});

/** What of a profile says something, field by field. */
const said = (view: ProfileView): Record<Exclude<Field, "card" | "activity">, boolean> => ({
  photo: view.photo !== null,
  presentation: view.presentation !== null,
  status: view.status !== null,
  skills: view.skills.length > 0,
  interests: view.interests.length > 0,
  links: view.links.length > 0,
  mandates: view.mandates.length > 0,
  coopains: view.coopains !== null,
  offer: view.offer !== null,
});

const everyCase = fields
  .filter((field) => field !== "card")
  .flatMap((field) => visibilities.map((shownTo) => [field, shownTo] as const));

describe("each field of a profile, shown to each circle", () => {
  it.each(everyCase)("%s for %s reaches those, and nobody farther", async (field, shownTo) => {
    const others: Visibility = "coopains";
    const member = await createProfile("Nadia Mercier", {
      shown: allShown(others, { card: "everyone", [field]: shownTo }),
    });
    await tie(member, coopain);
    for (const [circle, reader] of Object.entries(readers()) as [Visibility, Person | null][]) {
      const actor = await actorOf(reader);
      const view = await getProfile(actor, member.id);
      const seen = { ...said(view), activity: (await getActivity(actor, member.id)) !== null };
      for (const one of fields.filter((name) => name !== "card")) {
        const expected = reaches(one === field ? shownTo : others, circle) && !(one === "coopains" && !reader);
        expect(seen[one], `${one} to ${circle}`).toBe(expected);
      }
    }
  });

  it("sends nothing of what is hidden, in any form", async () => {
    const member = await createProfile("Nadia Mercier", {
      shown: allShown("coopains", { card: "everyone" }),
      adherent: true,
    });
    for (const reader of [neighbour, stranger, null]) {
      const words = JSON.stringify(await getProfile(await actorOf(reader), member.id));
      for (const secret of [
        "marché",
        "Cuisine",
        "Logement",
        "exemple.org",
        "accueillir",
        "photo?",
        "Secrétaire",
        "2024",
      ])
        expect(words).not.toContain(secret);
    }
  });

  it("tells members alone that she is an adherent", async () => {
    const member = await createProfile("Aïcha Adhérente", { adherent: true, shown: allShown("everyone") });
    expect((await getProfile(await actorOf(stranger), member.id)).adherent).toBe(true);
    expect((await getProfile(await actorOf(null), member.id)).adherent).toBe(false);
  });

  it("shows of her coopains those whose page is open to the reader, and counts no other", async () => {
    const member = await createProfile("Nadia Mercier", { shown: allShown("members") });
    const open = await createProfile("Ouassila Ouverte", { shown: { card: "members" } });
    const closed = await createProfile("Fatou Fermée", { shown: { card: "coopains" } });
    await tie(member, open);
    await tie(member, closed);
    const { coopains } = await getProfile(await actorOf(stranger), member.id);
    expect([coopains?.count, coopains?.people.map(({ id }) => id)]).toEqual([1, [open.id]]);
    expect((await getProfile(await actorOf(member), member.id)).coopains?.count).toBe(2);
  });
});

describe("a profile that is not there", () => {
  it("is one answer, whether it is hidden, blocked, suspended, erased or unknown", async () => {
    const hidden = await createProfile("Hélène Cachée", { shown: { card: "coopains" } });
    const [blocked, blocker, suspended, erased] = await Promise.all(
      ["Bloquée", "Bloqueuse", "Suspendue", "Effacée"].map((name) =>
        createProfile(name, { shown: allShown("everyone") }),
      ),
    );
    if (!blocked || !blocker || !suspended || !erased) throw new Error("four were made");
    await block(stranger, blocked);
    await block(blocker, stranger);
    await suspendInTheDatabase(suspended.id);
    await db.member.update({ where: { id: erased.id }, data: { erasedAt: new Date() } });
    const actor = await actorOf(stranger);
    const ids = [hidden, blocked, blocker, suspended, erased].map(({ id }) => id);
    const refusals = await Promise.all(
      [...ids, newId(), "", "__proto__", "' or true --"].map((id) => refusalOf(getProfile(actor, id))),
    );
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
    expect(refusals[0]).toMatchObject({ code: "not_found" });
    for (const id of [suspended.id, erased.id, hidden.id])
      expect(await refusalOf(getProfile(await actorOf(null), id))).toEqual(refusals[0]);
    expect(await getActivity(actor, blocked.id)).toBeNull();
  });

  it("is everybody’s for a suspended reader, her own too", async () => {
    const reader = await createProfile("Suzanne Suspendue", { shown: allShown("everyone") });
    const other = await createProfile("Nadia Mercier", { shown: allShown("everyone") });
    await suspendInTheDatabase(reader.id);
    const actor = await actorOf(reader);
    expect(actor.kind).toBe("suspended");
    for (const id of [reader.id, other.id])
      expect(await refusalOf(getProfile(actor, id))).toMatchObject({ code: "not_found" });
  });
});

describe("those who answer for others", () => {
  it("see the card where they answer, and of the fields what any member sees", async () => {
    const member = await createProfile("Nadia Mercier", { shown: allShown("coopains", { skills: "members" }) });
    for (const reader of [leader, federation, moderator, national]) {
      const view = await getProfile(await actorOf(reader), member.id);
      expect(Object.entries(said(view)).filter(([, shown]) => shown)).toEqual([["skills", true]]);
    }
    const elsewhere = await createProfile("Zoé Ailleurs", { section: "03185", shown: allShown("coopains") });
    const refused = await refusalOf(getProfile(await actorOf(leader), elsewhere.id));
    expect(refused).toMatchObject({ code: "not_found" });
  });

  it("see the suspended, and are held by a block", async () => {
    const suspended = await createProfile("Suzanne Suspendue", { shown: allShown("members") });
    await suspendInTheDatabase(suspended.id);
    expect((await getProfile(await actorOf(leader), suspended.id)).name).toBe("Suzanne Suspendue");
    const blocker = await createProfile("Bérénice", { shown: allShown("members") });
    await block(blocker, leader);
    expect(await refusalOf(getProfile(await actorOf(leader), blocker.id))).toMatchObject({ code: "not_found" });
  });

  it("are known to every member, whatever they chose", async () => {
    const holder = await createProfile("Lise Locale", {
      shown: allShown("coopains"),
      mandates: [{ role: "section_leader", scope: "national/63/63113" }],
    });
    expect((await getProfile(await actorOf(stranger), holder.id)).name).toBe("Lise Locale");
    expect(await refusalOf(getProfile(await actorOf(null), holder.id))).toMatchObject({ code: "not_found" });
  });
});

describe("voir mon profil comme", () => {
  it.each(visibilities)("%s: exactly what such a reader gets", async (circle) => {
    const shown = Object.fromEntries(
      fields.map((field, index) => [field, field === "coopains" ? "members" : visibilities[index % 4]]),
    ) as Record<Field, Visibility>;
    const member = await createProfile("Nadia Mercier", { adherent: true, shown: { ...shown, card: "everyone" } });
    await tie(member, coopain);
    const own = await actorOf(member);
    const preview = await getProfileAs(own, circle);
    const reader = await actorOf(readers()[circle]);
    const real = await getProfile(reader, member.id);
    if (!preview) throw new Error("the card is for everyone");
    // Her coopains depend on who looks: their number may differ, not whether they are shown.
    const alike = (view: ProfileView) => ({ ...view, coopains: view.coopains !== null });
    expect(alike(preview)).toEqual(alike(real));
    expect((await getActivity(own, member.id, circle)) === null).toBe((await getActivity(reader, member.id)) === null);
  });

  it("says that there is no page for those who find none", async () => {
    const member = await createProfile("Nadia Mercier", { shown: { card: "section" } });
    const own = await actorOf(member);
    expect(await getProfileAs(own, "everyone")).toBeNull();
    expect(await getProfileAs(own, "members")).toBeNull();
    expect(await getProfileAs(own, "section")).not.toBeNull();
    expect(await refusalOf(getProfileAs(await actorOf(null), "everyone"))).toMatchObject({ code: "not_found" });
  });
});
