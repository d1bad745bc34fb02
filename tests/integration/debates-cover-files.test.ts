import { createPerson, type Person, withoutLimits } from "@tests/support/worlds.ts";
import sharp from "sharp";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { MAX_SENT_BYTES } from "@/platform/upload.ts";
import { byScript, coverOf, debateHostedBy, endless, formWith, put, reasonOf, send } from "./cover-door.ts";
import { animated, jpeg, kinds, polyglots, strangers, telltale } from "./pictures.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => {} }));

let host: Person;
let member: Person;
const debateOf = () => debateHostedBy(host);

beforeAll(async () => {
  withoutLimits();
  host = await createPerson("Hélène Hôte", { adherent: true });
  member = await createPerson("Agnès Adhérente", { adherent: true });
});

describe("what a picture may be", () => {
  it.each(Object.entries(kinds))("takes %s", async (_, make) => {
    expect(await put(host, await debateOf(), await make())).toBe("ok");
  });

  it.each(Object.entries(strangers))("refuses %s, whatever its name says, in words", async (_, [make, reason]) => {
    const id = await debateOf();
    expect(await put(host, id, await make())).toBe(reason);
    expect(await coverOf(id)).toBeNull();
  });

  it.each(Object.entries(polyglots))("keeps nothing but the picture of %s", async (_, make) => {
    const id = await debateOf();
    const file = await make();
    expect(file.includes("canary-payload")).toBe(true);
    expect(await put(host, id, file)).toBe("ok");
    const cover = await coverOf(id);
    for (const bytes of [cover?.large, cover?.small])
      for (const trace of ["canary-payload", "<?php", "<script", "PK\x03\x04"])
        expect(Buffer.from(bytes ?? []).includes(trace)).toBe(false);
  });

  it("is set upright, and forgets where, when and with what it was taken", async () => {
    const id = await debateOf();
    const file = await telltale();
    expect((await sharp(file).metadata()).exif?.includes("TelltaleCamera")).toBe(true);
    await put(host, id, file);
    const cover = await coverOf(id);
    expect(cover).toMatchObject({ width: 200, height: 400 });
    for (const bytes of [cover?.large, cover?.small]) {
      const left = await sharp(bytes).metadata();
      expect([left.exif, left.xmp, left.iptc, left.icc, left.orientation]).toEqual(Array(5).fill(undefined));
      expect(/Telltale|Discrète|secret|GPS|EXIF|XMP/i.test(Buffer.from(bytes ?? []).toString("latin1"))).toBe(false);
    }
  });

  it("is the first frame of what moves", async () => {
    const id = await debateOf();
    expect((await sharp(await animated()).metadata()).pages).toBe(2);
    await put(host, id, await animated());
    const cover = await coverOf(id);
    expect((await sharp(cover?.large).metadata()).pages ?? 1).toBe(1);
    const { channels } = await sharp(cover?.large).stats();
    expect(channels[0]?.mean).toBeGreaterThan(150); // red came first
  });

  it("comes alone in its form", async () => {
    const [id, file] = [await debateOf(), await jpeg()];
    const twice = formWith(file);
    twice.append("image", new File([new Uint8Array(file)], "2.jpg"));
    const bodies = [
      formWith(file, { debateId: await debateOf() }),
      formWith(file, { uploadedById: member.id }),
      formWith("not a file"),
      formWith(file, { __proto__x: "1" }),
      twice,
    ];
    for (const body of bodies) expect(await reasonOf(await send(host, id, body, byScript))).toBe("bad_input");
    expect(await reasonOf(await send(host, id, new FormData(), byScript))).toBe("image_missing");
    for (const type of [
      "application/json",
      "image/jpeg",
      "multipart/form-data",
      "multipart/form-data; boundary=other",
    ]) {
      const stream = new Blob([new Uint8Array(file)]).stream();
      expect(await reasonOf(await send(host, id, stream, { ...byScript, "content-type": type }))).toBe("bad_input");
    }
    expect(await coverOf(id)).toBeNull();
  });
});

describe("twenty endless pictures at once", () => {
  it("are cut, and hold little memory", async () => {
    const id = await debateOf();
    const before = process.memoryUsage().rss;
    const bodies = Array.from({ length: 20 }, endless);
    const answers = await Promise.all(
      bodies.map(({ stream }) =>
        send(host, id, stream, { ...byScript, "content-type": "multipart/form-data; boundary=x" }),
      ),
    );
    expect(await Promise.all(answers.map(reasonOf))).toEqual(Array(20).fill("image_too_heavy"));
    for (const body of bodies) expect(body.sent()).toBeLessThan(MAX_SENT_BYTES + 1024 * 1024);
    // Twenty times what one may hold, and some for what is not collected yet: far from the 480 MB that were sent.
    expect(process.memoryUsage().rss - before).toBeLessThan(260 * 1024 * 1024);
  });
});
