import {
  createDebate,
  createPerson,
  inBrowser,
  outcomeOf,
  type Person,
  scopes,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { NextRequest } from "next/server";
import sharp from "sharp";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET, POST } from "@/app/api/debats/[id]/couverture/route.ts";
import { newId } from "@/core/ids.ts";
import { removeCoverAction } from "@/features/debates/debate.actions.ts";
import { debateCommands } from "@/features/debates/index.ts";
import { db } from "@/platform/db/client.ts";
import { encodeImage } from "@/platform/images.ts";
import { createLimits } from "@/platform/limits.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import { MAX_SENT_BYTES } from "@/platform/upload.ts";
import { animated, jpeg, kinds, polyglots, strangers, telltale } from "./pictures.ts";

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

type Audience = "open" | "members";
async function debateOf(audience: Audience = "members"): Promise<string> {
  const { id } = await createDebate(audience, scopes["own section"], null);
  await db.debateHost.create({ data: { debateId: id, memberId: host.id, addedAt: new Date() } });
  return id;
}

const urlOf = (id: string) => `http://localhost/api/debats/${id}/couverture`;
const formWith = (file: Uint8Array | string, more: Record<string, string> = {}) => {
  const form = new FormData();
  if (typeof file === "string") form.append("image", file);
  else form.append("image", new File([new Uint8Array(file)], "../../etc/x.svg", { type: "image/svg+xml" }));
  for (const [name, value] of Object.entries(more)) form.append(name, value);
  return form;
};
/** Sends a body to the door as this person's browser, as a form or by script. */
async function send(
  person: Person | null,
  id: string,
  body: FormData | ReadableStream,
  headers: Record<string, string> = {},
) {
  const request = new NextRequest(urlOf(id), { method: "POST", body, headers, duplex: "half" } as never);
  return inBrowser(person?.session ?? null, () => POST(request, { params: Promise.resolve({ id }) }));
}
const byScript = { accept: "application/json" };
const reasonOf = async (response: Response) =>
  ((await response.json()) as { error?: { reason: string } }).error?.reason ?? "ok";
const put = async (person: Person | null, id: string, file: Uint8Array) =>
  reasonOf(await send(person, id, formWith(file), byScript));

async function show(person: Person | null, id: string, search = "", headers: Record<string, string> = {}) {
  const request = new NextRequest(`${urlOf(id)}${search}`, { headers });
  return inBrowser(person?.session ?? null, () => GET(request, { params: Promise.resolve({ id }) }));
}
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
const coverOf = async (id: string) =>
  (await db.debate.findUniqueOrThrow({ where: { id }, include: { cover: true } })).cover;
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

/** A body that never ends, and how much of it was asked for. */
function endless() {
  let sent = 0;
  const piece = new Uint8Array(64 * 1024);
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        await new Promise((next) => setImmediate(next)); // as from a socket
        sent += piece.byteLength;
        controller.enqueue(piece.slice());
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, sent: () => sent };
}

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
