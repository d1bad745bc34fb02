import { createPerson, inBrowser, outcomeOf, type Person, withoutLimits } from "@tests/support/worlds.ts";
import { NextRequest } from "next/server";
import sharp from "sharp";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET, POST } from "@/app/api/membres/[id]/photo/route.ts";
import { newId } from "@/core/ids.ts";
import { profileCommands } from "@/features/profiles/index.ts";
import { removePhotoAction } from "@/features/profiles/profile.actions.ts";
import { db } from "@/platform/db/client.ts";
import { createLimits } from "@/platform/limits.ts";
import { singletons } from "@/platform/singletons.ts";
import { byScript, bytesOf, endless, formWith, reasonOf } from "./cover-door.ts";
import { jpeg, kinds, plain, polyglots, strangers, telltale } from "./pictures.ts";
import { actorOf, allShown, block, tie } from "./profiles-world.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => {} }));

let me: Person;
let neighbour: Person;
let stranger: Person;
beforeAll(async () => {
  neighbour = await createPerson("Vera Voisine");
  stranger = await createPerson("Ève Ailleurs", { section: "03185" });
});
beforeEach(async () => {
  withoutLimits();
  me = await createPerson("Nadia Mercier");
});

const urlOf = (id: string) => `http://localhost/api/membres/${id}/photo`;
async function send(person: Person | null, id: string, body: FormData | ReadableStream, headers = {}) {
  const request = new NextRequest(urlOf(id), { method: "POST", body, headers, duplex: "half" } as never);
  return inBrowser(person?.session ?? null, () => POST(request, { params: Promise.resolve({ id }) }));
}
const put = async (file: Uint8Array) => reasonOf(await send(me, me.id, formWith(file), byScript));
async function show(person: Person | null, id: string, search = "", headers: Record<string, string> = {}) {
  const request = new NextRequest(`${urlOf(id)}${search}`, { headers });
  return inBrowser(person?.session ?? null, () => GET(request, { params: Promise.resolve({ id }) }));
}
const photoOf = async (id: string) =>
  (await db.profile.findUnique({ where: { memberId: id }, include: { photo: true } }))?.photo ?? null;
const choose = (shown: object) =>
  db.profile.update({
    where: { memberId: me.id },
    data: Object.fromEntries(Object.entries(shown).map(([field, value]) => [`${field}For`, value])),
  });

describe("giving oneself a photo", () => {
  it("makes a square of it, in two sizes, and tells", async () => {
    expect(await put(await jpeg(1600, 900))).toBe("ok");
    expect(await photoOf(me.id)).toMatchObject({ width: 512, height: 512, uploadedById: me.id });
    for (const [search, side] of [
      ["", 168],
      ["?v=x&taille=petite", 168],
      ["?taille=grande", 512],
    ] as const) {
      const response = await show(neighbour, me.id, search);
      expect([response.status, response.headers.get("content-type")]).toEqual([200, "image/webp"]);
      expect(await sharp(await bytesOf(response)).metadata()).toMatchObject({ width: side, height: side });
    }
    expect(await db.fact.count({ where: { name: "profile.photo-changed", actorId: me.id } })).toBe(1);
  });

  it("keeps a small one as it is, however long", async () => {
    expect(await put(await jpeg(100, 60))).toBe("ok");
    expect(await photoOf(me.id)).toMatchObject({ width: 60, height: 60 });
    expect(await put(await plain(3000, 1).png().toBuffer())).toBe("ok");
    expect(await photoOf(me.id)).toMatchObject({ width: 1, height: 1 });
  });

  it("replaces the one before, which is gone, even when many come at once", async () => {
    await put(await jpeg());
    const first = await photoOf(me.id);
    const before = await db.image.count();
    const file = await jpeg(300, 300);
    expect(await Promise.all([put(file), put(file), put(file)])).toEqual(["ok", "ok", "ok"]);
    expect([await db.image.count(), await db.image.count({ where: { id: first?.id ?? "" } })]).toEqual([before, 0]);
  });

  it("leads a form without JavaScript back to its page, with the reason of a refusal", async () => {
    const done = await send(me, me.id, formWith(await jpeg()));
    expect([done.status, done.headers.get("location")]).toEqual([303, "/compte/profil#photo"]);
    const refused = await send(me, me.id, formWith(Buffer.from("<svg/>")));
    expect(refused.headers.get("location")).toBe("/compte/profil?image=image_of_another_kind#photo");
  });

  it("is taken away again; then there is nothing to show", async () => {
    await put(await jpeg());
    const before = await db.image.count();
    const remove = (fields: Record<string, string> = {}) =>
      inBrowser(me.session, () => {
        const form = new FormData();
        for (const [name, value] of Object.entries(fields)) form.append(name, value);
        return removePhotoAction({}, form);
      });
    expect(await remove({ memberId: neighbour.id })).toMatchObject({ error: { code: "invalid" } });
    expect(await remove()).toMatchObject({ done: null });
    expect(await remove()).toMatchObject({ done: null });
    expect([await db.image.count(), (await show(me, me.id)).status]).toEqual([before - 1, 404]);
  });
});

describe("what a photo may be", () => {
  it.each(Object.entries(kinds))("takes %s", async (_, make) => {
    expect(await put(await make())).toBe("ok");
  });

  it.each(Object.entries(strangers))("refuses %s, whatever its name says, in words", async (_, [make, reason]) => {
    expect(await put(await make())).toBe(reason);
    expect(await photoOf(me.id)).toBeNull();
  });

  it.each(Object.entries(polyglots))("keeps nothing but the picture of %s", async (_, make) => {
    expect(await put(await make())).toBe("ok");
    const photo = await photoOf(me.id);
    for (const bytes of [photo?.large, photo?.small])
      for (const trace of ["canary-payload", "<?php", "<script", "PK\x03\x04"])
        expect(Buffer.from(bytes ?? []).includes(trace)).toBe(false);
  });

  it("forgets where, when and with what it was taken", async () => {
    await put(await telltale());
    const photo = await photoOf(me.id);
    for (const bytes of [photo?.large, photo?.small]) {
      const left = await sharp(bytes).metadata();
      expect([left.exif, left.xmp, left.iptc, left.icc, left.orientation]).toEqual(Array(5).fill(undefined));
      expect(/Telltale|Discrète|secret|GPS|EXIF|XMP/i.test(Buffer.from(bytes ?? []).toString("latin1"))).toBe(false);
    }
  });

  it("is nothing but a square of our making, whatever a script hands to the command", async () => {
    const [actor, bytes] = [await actorOf(me), new Uint8Array([1])];
    for (const image of [
      { large: bytes, small: bytes, width: 10, height: 20 },
      { large: bytes, small: bytes, width: 513, height: 513 },
      { large: "x", small: bytes, width: 10, height: 10 },
      { large: bytes, small: bytes, width: 10, height: 10, uploadedById: neighbour.id },
    ])
      expect(await outcomeOf(profileCommands.setPhoto({ actor }, { image } as never))).toBe("invalid");
  });
});

describe("who may", () => {
  it("give a photo to nobody else, before anything is read", async () => {
    for (const person of [neighbour, stranger, null]) {
      const body = endless();
      const type = { ...byScript, "content-type": "multipart/form-data; boundary=x" };
      expect((await send(person, me.id, body.stream, type)).status).toBe(404);
      expect(body.sent()).toBe(0);
    }
    expect(await outcomeOf(profileCommands.removePhoto({ actor: await actorOf(null) }, {}))).toBe("unauthenticated");
  });

  it("see it: those whom both her card and her photo reach, and nobody else, in one answer", async () => {
    await put(await jpeg());
    const coopain = await createPerson("Coline Coopain", { section: "03185" });
    await tie(me, coopain);
    const statuses = async () =>
      Promise.all([me, coopain, neighbour, stranger, null].map(async (reader) => (await show(reader, me.id)).status));
    expect(await statuses()).toEqual([200, 200, 200, 404, 404]);
    await choose(allShown("coopains", { photo: "everyone" }));
    expect(await statuses()).toEqual([200, 200, 404, 404, 404]);
    await choose(allShown("coopains", { card: "everyone" }));
    expect(await statuses()).toEqual([200, 200, 404, 404, 404]);
    await choose(allShown("everyone"));
    expect(await statuses()).toEqual([200, 200, 200, 200, 200]);
    const etag = (await show(stranger, me.id)).headers.get("etag") ?? "";
    expect((await show(stranger, me.id, "", { "if-none-match": etag })).status).toBe(304);
    await block(me, stranger);
    const refusals = [
      await show(stranger, me.id, "", { "if-none-match": etag }),
      await show(stranger, newId()),
      await show(stranger, "__proto__"),
      await show(null, neighbour.id),
      await show(me, me.id, "?taille=enorme"),
    ];
    expect(refusals.map(({ status }) => status)).toEqual(Array(5).fill(404));
    expect(new Set(await Promise.all(refusals.map((refusal) => refusal.text()))).size).toBe(1);
  });

  it("send thirty a day, refused ones counted", async () => {
    singletons.limits = createLimits();
    const file = Buffer.from("<svg/>");
    for (let sent = 0; sent < 30; sent++) expect(await put(file)).toBe("image_of_another_kind");
    expect(await put(await jpeg())).toBe("too_fast");
  });
});
