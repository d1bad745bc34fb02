import {
  createPerson,
  formOf,
  inBrowser,
  outcomeOf,
  type Person,
  refusalOf,
  suspendInTheDatabase,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { organisation } from "@/core/organisation.ts";
import { getMyProfile, getProfile, profileCommands, profilesPersonalData } from "@/features/profiles/index.ts";
import { setOfferAction, setVisibilitiesAction, withdrawFromWebAction } from "@/features/profiles/profile.actions.ts";
import { defaults, type Field, type Visibility } from "@/features/profiles/visibility.rules.ts";
import { db } from "@/platform/db/client.ts";
import { createLimits } from "@/platform/limits.ts";
import { singletons } from "@/platform/singletons.ts";
import { actorOf, createProfile } from "./profiles-world.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => {} }));

const { editProfile, setVisibilities, withdrawFromWeb, setOffer, removePhoto } = profileCommands;
let me: Person;
beforeAll(() => withoutLimits());
beforeEach(async () => {
  me = await createPerson("Nadia Mercier");
});

const caller = async (person: Person | null = me) => ({ actor: await actorOf(person) });
const mine = async () => getMyProfile(await actorOf(me));
const facts = async (name: string) =>
  (await db.fact.findMany({ where: { name, ids: { path: ["memberId"], equals: me.id } } })).length;
type Shown = Record<Exclude<Field, "coopains">, Visibility> & { coopains: "members" };
const shown = (changes: Partial<Record<Field, Visibility>> = {}) => ({ ...defaults, ...changes }) as Shown;
const consents = () =>
  db.consent.findMany({ where: { memberId: me.id, kind: "public_field" }, orderBy: { field: "asc" } });

describe("editing one’s profile", () => {
  it("keeps what is said, tidied, and tells that it changed", async () => {
    await editProfile(await caller(), {
      presentation: "Je suis **prof**.",
      status: " Au  marché\nsamedi ",
      skills: "cuisine, Animer une réunion\nCUISINE; Été, ete,, - Tableur",
      interests: "",
      links: "exemple.org\nhttps://exemple.org/\n http://blog.exemple.org/a?b=c",
    });
    expect(await mine()).toMatchObject({
      presentation: "Je suis **prof**.",
      status: "Au marché samedi",
      skills: ["Cuisine", "Animer une réunion", "Été", "Tableur"],
      interests: [],
      links: ["https://exemple.org/", "http://blog.exemple.org/a?b=c"],
    });
    expect(await facts("profile.edited")).toBe(1);
  });

  it("leaves alone what is not in the form, takes away what is empty, and dates the status when it changes", async () => {
    await editProfile(await caller(), { presentation: "Bonjour.", status: "Un" });
    const dated = async () => (await db.profile.findUniqueOrThrow({ where: { memberId: me.id } })).statusAt;
    const first = await dated();
    expect(first).not.toBeNull();
    await editProfile(await caller(), { status: "Un", skills: "Vélo" });
    expect(await dated()).toEqual(first);
    await editProfile(await caller(), { status: "" });
    expect(await dated()).toBeNull();
    expect(await mine()).toMatchObject({ presentation: "Bonjour.", status: "", skills: ["Vélo"] });
  });

  it.each([
    ["presentation", "x".repeat(2001)],
    ["status", "x".repeat(141)],
    ["skills", "x".repeat(41)],
    ["interests", Array.from({ length: 21 }, (_, index) => `mot ${index}`).join(",")],
    ["links", Array.from({ length: 6 }, (_, index) => `https://exemple.org/${index}`).join("\n")],
    ["links", "javascript:alert(1)"],
    ["links", "mailto:moi@exemple.org"],
    ["links", "mon blog"],
    ["links", "https://moi:secret@exemple.org"],
    ["links", "data:text/html,x"],
    ["links", "//"],
    ["status", "un\0deux"],
  ])("refuses %s beyond its measure, in words beside the field", async (field, value) => {
    const refusal = (await refusalOf(editProfile(await caller(), { [field]: value }))) as { fields: object };
    expect(refusal).toMatchObject({ code: "invalid" });
    expect(Object.keys(refusal.fields)).toEqual([field]);
    expect(await db.profile.count({ where: { memberId: me.id } })).toBe(0);
  });

  it("is for members alone, of themselves alone", async () => {
    const other = await createProfile("Zoé Autre");
    for (const extra of ["memberId", "id", "photoId", "cardFor", "statusAt"])
      expect(await outcomeOf(editProfile(await caller(), { status: "x", [extra]: other.id } as never))).toBe("invalid");
    expect(await outcomeOf(editProfile(await caller(null), { status: "x" }))).toBe("unauthenticated");
    await suspendInTheDatabase(me.id);
    for (const [command, input] of [
      [editProfile, { status: "x" }],
      [setVisibilities, shown()],
      [withdrawFromWeb, {}],
      [setOffer, {}],
      [removePhoto, {}],
    ] as const)
      expect(await outcomeOf(command(await caller(), input as never)), command.commandName).toBe("forbidden");
    expect(await outcomeOf(mine())).toBe("not_found");
  });

  it("lets many changes at once follow each other", async () => {
    const who = await caller();
    const words = Array.from({ length: 20 }, (_, index) => editProfile(who, { status: `mot ${index}` }));
    expect(await Promise.all(words.map(outcomeOf))).toEqual(Array(20).fill("ok"));
  });

  it("is limited", async () => {
    singletons.limits = createLimits();
    const who = await caller();
    const outcomes = [];
    for (let sent = 0; sent < 121; sent++)
      outcomes.push(await outcomeOf(editProfile(who, { status: "x".repeat(141) })));
    expect(outcomes.filter((outcome) => outcome === "rate_limited")).toHaveLength(1);
    withoutLimits();
  });
});

describe("choosing who sees what", () => {
  it("asks consent for each field that everyone may read, and records it with the text’s version", async () => {
    const refused = await refusalOf(
      setVisibilities(await caller(), { ...shown({ card: "everyone", skills: "everyone" }), consent: ["card"] }),
    );
    expect(refused).toMatchObject({ code: "invalid", reason: "public_field_consent" });
    expect(Object.keys((refused as { fields: object }).fields)).toEqual(["consent-skills"]);
    expect([await consents(), (await mine()).visibilities]).toEqual([[], defaults]);

    await setVisibilities(await caller(), {
      ...shown({ card: "everyone", skills: "everyone" }),
      consent: ["card", "skills", "photo"],
    });
    expect(await consents()).toMatchObject([
      { field: "card", textVersion: organisation.texts.privacy, withdrawnAt: null },
      { field: "skills", textVersion: organisation.texts.privacy, withdrawnAt: null },
    ]);
    expect(await mine()).toMatchObject({ agreed: ["card", "skills"], visibilities: { card: "everyone" } });
    expect((await getProfile(await actorOf(null), me.id)).name).toBe("Nadia Mercier");
    expect(await facts("profile.visibilities-changed")).toBe(1);
  });

  it("asks once, and withdraws the consent of what is narrowed, which is asked anew", async () => {
    await setVisibilities(await caller(), {
      ...shown({ card: "everyone", status: "everyone" }),
      consent: ["card", "status"],
    });
    await setVisibilities(await caller(), { ...shown({ card: "everyone", status: "members" }) });
    const [card, status] = await consents();
    expect([card?.withdrawnAt, status?.withdrawnAt instanceof Date]).toEqual([null, true]);
    expect(await outcomeOf(setVisibilities(await caller(), shown({ card: "everyone", status: "everyone" })))).toBe(
      "invalid",
    );
    expect((await mine()).visibilities).toMatchObject({ card: "everyone", status: "members" });
  });

  it("never offers one’s coopains to everyone, nor anything before 18", async () => {
    expect(
      await outcomeOf(setVisibilities(await caller(), { ...shown({ coopains: "everyone" }), consent: ["coopains"] })),
    ).toBe("invalid");
    await db.member.update({ where: { id: me.id }, data: { adultOn: new Date("2099-01-01") } });
    const refused = await refusalOf(
      setVisibilities(await caller(), { ...shown({ status: "everyone" }), consent: ["status"] }),
    );
    expect(refused).toMatchObject({ code: "forbidden", reason: "not_public_before_18" });
    expect(await outcomeOf(setVisibilities(await caller(), shown({ status: "members" })))).toBe("ok");
    expect((await mine()).minor).toBe(true);
    expect(await consents()).toEqual([]);
  });

  it("reads a browser’s form: one box or several, unknown circles and fields refused", async () => {
    const post = (fields: Record<string, string>, ...boxes: string[]) => {
      const form = formOf(fields);
      for (const box of boxes) form.append("consent", box);
      return inBrowser(me.session, () => setVisibilitiesAction({}, form));
    };
    expect(await post(shown({ card: "everyone" }), "card")).toMatchObject({ done: null });
    expect(await post(shown({ card: "everyone", links: "everyone" }), "card", "links")).toMatchObject({ done: null });
    expect(await post(shown({ card: "public" as never }))).toMatchObject({ error: { code: "invalid" } });
    expect(await post({ ...shown(), email: "everyone" })).toMatchObject({ error: { code: "invalid" } });
    expect(await post({ card: "section" })).toMatchObject({ error: { code: "invalid" } });
    expect(await post(shown(), "password")).toMatchObject({ error: { code: "invalid" } });
  });
});

describe("withdrawing from the web", () => {
  it("takes back all that everyone could read, in one click, and makes kept pages stale", async () => {
    await setVisibilities(await caller(), {
      ...shown({ card: "everyone", presentation: "everyone", skills: "members" }),
      consent: ["card", "presentation"],
    });
    expect(await inBrowser(me.session, () => withdrawFromWebAction({}, new FormData()))).toMatchObject({ done: null });
    const { visibilities, agreed } = await mine();
    expect([visibilities, agreed]).toEqual([{ ...defaults, skills: "members" }, []]);
    expect((await consents()).every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true);
    expect(await outcomeOf(getProfile(await actorOf(null), me.id))).toBe("not_found");
    const { profileShown } = await import("@/features/profiles/profile.facts.ts");
    expect(profileShown({ memberId: me.id }).stale).toEqual(["sections", "open-debates"]);
    expect(await facts("profile.visibilities-changed")).toBe(2);
    await withdrawFromWeb(await caller(), {});
    expect(await facts("profile.visibilities-changed")).toBe(2); // nothing was left to take back
  });

  it("touches nobody else’s", async () => {
    const other = await createProfile("Zoé Autre", { shown: { card: "everyone" } });
    await withdrawFromWeb(await caller(), {});
    expect(await outcomeOf(getProfile(await actorOf(null), other.id))).toBe("ok");
  });
});

describe("à la carte", () => {
  it("keeps what she would do, when, how far and how much", async () => {
    const form = formOf({ willing: "accueillir", reachKm: "15", pace: "chaque-semaine" });
    for (const moment of ["samedi", "semaine-soir", "samedi"]) form.append("free", moment);
    expect(await inBrowser(me.session, () => setOfferAction({}, form))).toMatchObject({ done: null });
    expect(await mine()).toMatchObject({
      offer: { willing: ["accueillir"], free: ["semaine-soir", "samedi"], reachKm: 15, pace: "chaque-semaine" },
      offerFilled: true,
    });
    await setOffer(await caller(), { reachKm: "", pace: "" });
    expect(await mine()).toMatchObject({
      offer: { willing: [], free: [], reachKm: null, pace: null },
      offerFilled: false,
    });
    expect(await facts("profile.offer-changed")).toBe(2);
  });

  it.each([
    { willing: ["voler"] },
    { willing: Array(500).fill("tractage") },
    { willing: { length: 1 } },
    { free: "toujours" },
    { reachKm: "9999" },
    { reachKm: 15 },
    { pace: "__proto__" },
    { memberId: "000000000000" },
  ])("refuses %j", async (input) => {
    expect(await outcomeOf(setOffer(await caller(), input as never))).toBe("invalid");
  });
});

describe("the data of a member", () => {
  it("is hers in full, her photo included, and goes with her account", async () => {
    const person = await createProfile("Nadia Mercier", { shown: { card: "members" } });
    const other = await createProfile("Zoé Autre");
    const data = await profilesPersonalData.read(person.id);
    expect(data).toMatchObject({
      photo: "data:image/webp;base64,AQI=",
      mot_du_moment: "Au marché samedi",
      ce_que_je_sais_faire: ["Cuisine"],
      à_la_carte: { ce_que_je_ferais: ["Accueillir les nouvelles et les nouveaux"] },
      qui_voit_quoi: { "Mon nom et ma section": "Tous les membres" },
    });
    expect(await profilesPersonalData.read(me.id)).toEqual({});
    const before = await db.image.count();
    await db.$transaction((tx) => profilesPersonalData.erase(tx as never, person));
    await db.$transaction((tx) => profilesPersonalData.erase(tx as never, me));
    expect([await db.image.count(), await db.profile.count({ where: { memberId: person.id } })]).toEqual([
      before - 1,
      0,
    ]);
    expect(await db.profile.count({ where: { memberId: other.id } })).toBe(1);
  });
});
