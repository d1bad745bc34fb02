import { createGroup } from "@tests/support/groups-world.ts";
import { createPerson, type Person, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { postCommands } from "@/features/posts/index.ts";
import { db } from "@/platform/db/client.ts";
import { createLimits } from "@/platform/limits.ts";
import { singletons } from "@/platform/singletons.ts";
import { readWholeStoredFile } from "@/platform/stored-files.ts";
import { bytesOf } from "./cover-door.ts";
import { attach, createPost, sendVideo, showVideo, videoForm, videoFormHead } from "./post-media-world.ts";
import { actorOf } from "./profiles-world.ts";
import { mp4, secrets, webm } from "./videos.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);

const MB = 1024 * 1024;
let me: Person;
let other: Person;
beforeAll(async () => {
  me = await createPerson("Nadia Mercier");
  other = await createPerson("Vera Voisine");
});
beforeEach(withoutLimits);

const left = () => Promise.all([db.storedFile.count(), db.storedFileChunk.count(), db.postVideo.count()]);
const storedOf = async (id: string) => {
  const { fileId } = await db.postVideo.findUniqueOrThrow({ where: { id } });
  return readWholeStoredFile(fileId);
};
/** A video that comes slowly: so many bytes of media behind a right beginning, and what of it was asked for. */
function pouring(bytes: number, end: "whole" | "cut" = "whole") {
  const box = Buffer.alloc(8);
  box.writeUInt32BE(0x7fffffff);
  box.write("mdat", 4);
  const { file } = mp4();
  const beginning = Buffer.concat([videoFormHead, file.subarray(0, file.indexOf("mdat") - 4), box]);
  let sent = 0;
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        await new Promise((next) => setImmediate(next)); // as from a socket
        if (sent === 0) controller.enqueue(new Uint8Array(beginning));
        else if (sent >= bytes) return end === "cut" ? controller.error(new Error("ECONNRESET")) : controller.close();
        else controller.enqueue(new Uint8Array(64 * 1024));
        sent += 64 * 1024;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, sent: () => sent };
}

describe("sending a video", () => {
  it.each([
    ["an MP4", mp4().file, "video/mp4"],
    ["an MP4 with a track of positions, its tables last", mp4({ data: true, moovLast: true }).file, "video/mp4"],
    ["a telephone’s", mp4({ brand: "qt  ", moovLast: true }).file, "video/mp4"],
    ["a WebM", webm().file, "video/webm"],
  ])("takes %s, without what it says of where and with what it was made, and tells nobody", async (_, file, mime) => {
    const facts = await db.fact.count();
    const { id, status } = await sendVideo(me, file);
    expect(status).toBe(200);
    const stored = await storedOf(id);
    expect(stored.length).toBe(file.length);
    expect(secrets.filter((words) => stored.includes(words))).toEqual([]);
    const response = await showVideo(me.session, id);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, mime]);
    expect((await bytesOf(response)).equals(stored)).toBe(true);
    expect((await showVideo(other.session, id)).status).toBe(404);
    expect(await db.fact.count()).toBe(facts);
  });

  it.each([
    ["a page", Buffer.from("<html><script>1</script></html>".repeat(10)), "video_of_another_kind"],
    ["a page behind a video", Buffer.concat([mp4().file, Buffer.from("<html>")]), "video_unreadable"],
    ["half a video", mp4().file.subarray(0, 1500), "video_unreadable"],
    ["nothing", Buffer.alloc(0), "file_missing"],
  ])("refuses %s in words, and keeps nothing of it", async (_, file, reason) => {
    const before = await left();
    expect((await sendVideo(me, file)).reason).toBe(reason);
    expect(await left()).toEqual(before);
  });

  it("refuses what says it is too heavy before it is read, and what says nothing", async () => {
    for (const [announced, reason] of [
      [101 * MB, "video_too_heavy"],
      [null, "bad_input"],
    ] as const) {
      const { stream, sent } = pouring(200 * MB);
      expect((await sendVideo(me, stream, announced)).reason).toBe(reason);
      expect(sent()).toBe(0);
    }
  });

  it("stops what is heavier than it said, with flat memory, and keeps nothing of it", async () => {
    const before = await left();
    const { stream, sent } = pouring(300 * MB);
    const memory = process.memoryUsage().rss;
    expect((await sendVideo(me, stream, 50 * MB)).reason).toBe("video_too_heavy");
    expect(sent()).toBeLessThan(102 * MB);
    expect(process.memoryUsage().rss - memory).toBeLessThan(120 * MB);
    expect(await left()).toEqual(before);
  });

  it("leaves nothing of what was broken off", async () => {
    const before = await left();
    expect((await sendVideo(me, pouring(3 * MB, "cut").stream, 9 * MB)).reason).toBe("upload_broken");
    expect(await left()).toEqual(before);
  });

  it("is for members: others are refused before anything is read", async () => {
    const { stream, sent } = pouring(MB);
    expect((await sendVideo(null, stream, MB)).status).toBe(401);
    expect(sent()).toBe(0);
  });

  it("is a file that one just sent oneself, whatever a script hands to the command, and once", async () => {
    const { id } = await sendVideo(me, mp4().file);
    const { fileId } = await db.postVideo.findUniqueOrThrow({ where: { id } });
    for (const person of [me, other])
      await expect(postCommands.uploadPostVideo({ actor: await actorOf(person) }, { fileId })).rejects.toMatchObject({
        code: "not_found",
      });
  });

  it("is counted: 200 MB a day, and what never came is not", async () => {
    singletons.limits = createLimits();
    const busy = await createPerson("Pressée Beaucoup");
    for (let tries = 0; tries < 4; tries++)
      expect((await sendVideo(busy, pouring(MB, "cut").stream, 90 * MB)).reason).toBe("upload_broken");
    const file = mp4().file;
    // What came is counted, whatever became of it.
    for (let tries = 0; tries < 2; tries++)
      expect((await sendVideo(busy, pouring(90 * MB).stream, 95 * MB)).reason).toBe("upload_broken");
    expect(await sendVideo(busy, file, 50 * MB)).toMatchObject({ status: 429, reason: "uploaded_enough" });
    expect((await sendVideo(busy, file)).reason).toBe("ok");
    expect((await sendVideo(other, file)).reason).toBe("ok");
  });
});

describe("watching a video", () => {
  const { file } = mp4();
  let id: string;
  let stored: Buffer;
  beforeAll(async () => {
    withoutLimits();
    const { id: groupId } = await createGroup({ members: [me, other] });
    id = (await sendVideo(me, file)).id;
    await attach(await actorOf(me), await createPost(me, { groupId }), { videoId: id });
    stored = await storedOf(id);
  });

  it("gives all of it, of its fixed type, to be played and not opened", async () => {
    const { status, headers } = await showVideo(other.session, id);
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-type": "video/mp4",
      "content-length": String(stored.length),
      "accept-ranges": "bytes",
      "content-disposition": expect.stringMatching(/^inline; filename="video.mp4"/),
      "cache-control": "private, no-cache",
      vary: "Cookie",
    });
  });

  it.each([
    ["bytes=0-99", 0, 99],
    ["bytes=100-", 100, Number.POSITIVE_INFINITY],
    ["bytes=-50", -50, Number.POSITIVE_INFINITY],
  ] as const)("gives the part that is asked for: %s", async (range, from, to) => {
    const response = await showVideo(other.session, id, { range });
    const part = from < 0 ? stored.subarray(from) : stored.subarray(from, to + 1);
    const first = from < 0 ? stored.length + from : from;
    expect(response.status).toBe(206);
    expect(response.headers.get("content-range")).toBe(`bytes ${first}-${first + part.length - 1}/${stored.length}`);
    expect((await bytesOf(response)).equals(part)).toBe(true);
  });

  it("says where it ends, and gives a part only of the version that is held", async () => {
    const beyond = await showVideo(other.session, id, { range: `bytes=${stored.length}-` });
    expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, `bytes */${stored.length}`]);
    const etag = (await showVideo(other.session, id)).headers.get("etag") ?? "";
    const asked = async (headers: Record<string, string>) => (await showVideo(other.session, id, headers)).status;
    expect(await asked({ range: "bytes=0-9", "if-range": etag })).toBe(206);
    expect(await asked({ range: "bytes=0-9", "if-range": '"another"' })).toBe(200);
    expect(await asked({ "if-none-match": etag })).toBe(304);
    const head = await showVideo(other.session, id, {}, "HEAD");
    expect([head.status, head.headers.get("content-length"), (await bytesOf(head)).length]).toEqual([
      200,
      String(stored.length),
      0,
    ]);
  });
});

describe("a form around a video", () => {
  it("is one file and nothing else", async () => {
    const form = videoForm(mp4().file);
    const twice = Buffer.concat([form.subarray(0, form.length - 4), Buffer.from("\r\n"), form]);
    const stream = new Response(new Uint8Array(twice)).body as ReadableStream<Uint8Array>;
    expect((await sendVideo(me, stream, twice.length)).reason).toBe("bad_input");
  });
});
