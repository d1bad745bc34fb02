import { createPerson, inBrowser, outcomeOf, type Person, scopes, withoutLimits } from "@tests/support/worlds.ts";
import sharp from "sharp";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { newId } from "@/core/ids.ts";
import { removeCoverAction } from "@/features/debates/debate.actions.ts";
import { debateCommands } from "@/features/debates/index.ts";
import { db } from "@/platform/db/client.ts";
import { encodeImage } from "@/platform/images.ts";
import { createLimits } from "@/platform/limits.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import { byScript, bytesOf, coverOf, debateHostedBy, endless, formWith, put, send, show } from "./cover-door.ts";
import { jpeg } from "./pictures.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => {} }));

let host: Person;
let leader: Person;
let member: Person;
let stranger: Person;

beforeAll(async () => {
  host = await createPerson("Hélène Hôte", { adherent: true });
  leader = await createPerson("Lucie Locale", {
    adherent: true,
    mandates: [{ role: "section_leader", scope: scopes["own section"] }],
  });
  member = await createPerson("Agnès Adhérente", { adherent: true });
  stranger = await createPerson("Ève Ailleurs", { adherent: true, section: "03185" });
});
beforeEach(() => withoutLimits());

const debateOf = (audience?: "open") => debateHostedBy(host, audience);
const reframings = (id: string) =>
  db.fact.count({ where: { name: "debate.reframed", ids: { path: ["debateId"], equals: id } } });

describe("giving a debate its picture", () => {
  it("shows it in two sizes to those who read the debate, and tells that the debate changed", async () => {
    const id = await debateOf();
    expect(await put(host, id, await jpeg(3000, 1500))).toBe("ok");
    expect(await coverOf(id)).toMatchObject({ width: 1600, height: 800, uploadedById: host.id });
    for (const [search, width] of [
      ["", 1600],
      ["?taille=grande", 1600],
      ["?taille=petite", 640],
    ] as const) {
      const response = await show(member, id, search);
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe("image/webp");
      expect(response.headers.get("cache-control")).toBe("private, no-cache");
      expect(await sharp(await bytesOf(response)).metadata()).toMatchObject({
        format: "webp",
        width,
        height: width / 2,
      });
    }
    expect(await reframings(id)).toBe(1);
  });

  it("takes the one before away, and is seen at once by whoever held that", async () => {
    const id = await debateOf();
    await put(host, id, await jpeg());
    const first = await coverOf(id);
    const etag = (await show(member, id)).headers.get("etag") ?? "";
    expect((await show(member, id, "", { "if-none-match": etag })).status).toBe(304);
    expect((await show(member, id, "?taille=petite", { "if-none-match": etag })).status).toBe(200);
    expect(await put(leader, id, await jpeg(300, 300))).toBe("ok");
    expect((await show(member, id, "", { "if-none-match": etag })).status).toBe(200);
    expect(await db.image.count({ where: { id: first?.id ?? "" } })).toBe(0);
    expect(await coverOf(id)).toMatchObject({ width: 300, height: 300 });
  });

  it("leads a form without JavaScript back to its page, with the reason of a refusal", async () => {
    const id = await debateOf();
    const done = await send(host, id, formWith(await jpeg()));
    expect([done.status, done.headers.get("location")]).toEqual([
      303,
      `/debats/${id}-faut-il-des-bus-gratuits/animer#couverture`,
    ]);
    const refused = await send(host, id, formWith(Buffer.from("<svg/>")));
    expect(refused.headers.get("location")).toMatch(/animer\?image=image_of_another_kind#couverture$/);
    const foreign = await send(member, id, formWith(await jpeg()));
    expect([foreign.status, await foreign.text()]).toEqual([404, "Cette page n’existe pas, ou tu n’y as pas accès.\n"]);
  });

  it("goes to one of two who send at once, and leaves no picture behind", async () => {
    const id = await debateOf();
    const file = await jpeg();
    const before = await db.image.count();
    expect(await Promise.all([put(host, id, file), put(leader, id, file), put(host, id, file)])).toEqual([
      "ok",
      "ok",
      "ok",
    ]);
    expect(await db.image.count()).toBe(before + 1);
  });
});

describe("taking a picture away", () => {
  const remove = (person: Person | null, fields: Record<string, string>) =>
    inBrowser(person?.session ?? null, () => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      return removeCoverAction({}, form);
    });

  it("is for those who run the debate; again, nothing happens", async () => {
    const id = await debateOf();
    await put(host, id, await jpeg());
    expect(await remove(member, { debateId: id })).toMatchObject({ error: { code: "forbidden" } });
    expect(await remove(stranger, { debateId: id })).toMatchObject({ error: { code: "not_found" } });
    expect(await remove(null, { debateId: id })).toMatchObject({ error: { code: "not_found" } });
    expect(await remove(host, { debateId: id, coverId: "x" })).toMatchObject({ error: { code: "invalid" } });
    expect(await coverOf(id)).not.toBeNull();
    expect(await remove(host, { debateId: id })).toMatchObject({ done: null });
    expect(await remove(host, { debateId: id })).toMatchObject({ done: null });
    expect(await coverOf(id)).toBeNull();
    expect((await show(member, id)).status).toBe(404);
    expect(await reframings(id)).toBe(2);
  });
});

describe("who may", () => {
  it("gives pictures to nobody who does not run the debate, before anything is read", async () => {
    const id = await debateOf();
    for (const person of [member, stranger, null]) {
      const body = endless();
      const response = await send(person, id, body.stream, {
        ...byScript,
        "content-type": "multipart/form-data; boundary=x",
      });
      expect(response.status).toBe(404);
      expect(body.sent()).toBe(0);
    }
    const image = await encodeImage(await jpeg());
    const give = async (person: Person) =>
      outcomeOf(debateCommands.setCover({ actor: await actorOfMember(person.id) }, { debateId: id, image }));
    expect([await give(member), await give(stranger), await give(leader)]).toEqual(["forbidden", "not_found", "ok"]);
  });

  it("answers for a hidden debate as for one that does not exist, or has no picture", async () => {
    const [hidden, bare, open] = [await debateOf(), await debateOf("open"), await debateOf("open")];
    await put(host, hidden, await jpeg());
    await put(host, open, await jpeg());
    const refusals = [
      await show(stranger, hidden),
      await show(null, hidden),
      await show(null, bare),
      await show(host, newId()),
      await show(host, "__proto__"),
      await show(host, hidden, "?taille=enorme"),
    ];
    expect(refusals.map(({ status }) => status)).toEqual(Array(6).fill(404));
    expect(new Set(await Promise.all(refusals.map((refusal) => refusal.text()))).size).toBe(1);
    expect((await show(null, open)).status).toBe(200);
    const etag = (await show(host, hidden)).headers.get("etag") ?? "";
    expect((await show(stranger, hidden, "", { "if-none-match": etag })).status).toBe(404);
  });

  it("lets thirty a day in, refused ones counted", async () => {
    singletons.limits = createLimits();
    const [id, file] = [await debateOf(), Buffer.from("<svg/>")];
    for (let sent = 0; sent < 30; sent++) expect(await put(host, id, file)).toBe("image_of_another_kind");
    expect(await put(host, id, await jpeg())).toBe("too_fast");
    expect(await put(leader, id, await jpeg())).toBe("ok");
  });
});
