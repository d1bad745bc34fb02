import { randomUUID } from "node:crypto";
import { createGroup } from "@tests/support/groups-world.ts";
import { createPerson, outcomeOf, type Person, suspendInTheDatabase, withoutLimits } from "@tests/support/worlds.ts";
import sharp from "sharp";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Actor, visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import {
  listPostsById,
  photosOf,
  postCommands,
  postMediaJobs,
  postMediaPersonalData,
  postReports,
  videosOf,
} from "@/features/posts/index.ts";
import { db, type Tx } from "@/platform/db/client.ts";
import { createLimits } from "@/platform/limits.ts";
import { singletons } from "@/platform/singletons.ts";
import { bytesOf, endless } from "./cover-door.ts";
import { jpeg, kinds, polyglots, strangers, telltale } from "./pictures.ts";
import { attach, createPost, mediaOf, sendPhoto, showPhoto, showVideo } from "./post-media-world.ts";
import { actorOf } from "./profiles-world.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);

let me: Person;
let other: Person;
let actor: Actor;
let groupId: string;
beforeAll(async () => {
  me = await createPerson("Nadia Mercier");
  other = await createPerson("Vera Voisine");
  actor = await actorOf(me);
  groupId = (await createGroup({ members: [me, other] })).id;
});
beforeEach(withoutLimits);

const post = () => createPost(me, { groupId });
const sent = async () => (await sendPhoto(me, await jpeg())).id;
const sentByOther = async () => (await sendPhoto(other, await jpeg())).id;
const imageOf = async (id: string) =>
  (await db.postPhoto.findUnique({ where: { id }, include: { image: true } }))?.image;
const shownIn = async (postId: string) => (await photosOf(actor, [postId])).get(postId) ?? [];

describe("sending a photo for a post to come", () => {
  it("makes it anew in two sizes, for oneself alone, and tells nobody", async () => {
    const facts = await db.fact.count();
    const { id } = await sendPhoto(me, await jpeg(1800, 900));
    for (const [search, width] of [
      ["", 1600],
      ["?taille=petite", 640],
      ["?taille=grande", 1600],
    ] as const) {
      const response = await showPhoto(me, id, search);
      expect([response.status, response.headers.get("content-type")]).toEqual([200, "image/webp"]);
      expect(await sharp(await bytesOf(response)).metadata()).toMatchObject({ width, height: width / 2 });
    }
    expect([(await showPhoto(other, id)).status, (await showPhoto(null, id)).status]).toEqual([404, 404]);
    expect(await db.fact.count()).toBe(facts);
  });

  it("is for members: others are refused before anything is read", async () => {
    const gone = await createPerson("Suzanne Suspendue");
    await suspendInTheDatabase(gone.id);
    for (const [person, status] of [
      [null, 401],
      [gone, 403],
    ] as const) {
      const body = endless();
      expect((await sendPhoto(person, body.stream)).status).toBe(status);
      expect(body.sent()).toBe(0);
    }
  });

  it.each(Object.entries(kinds))("takes %s", async (_, make) => {
    expect((await sendPhoto(me, await make())).reason).toBe("ok");
  });

  it.each(Object.entries(strangers))("refuses %s, whatever its name says, in words", async (_, [make, reason]) => {
    const before = await db.image.count();
    expect((await sendPhoto(me, await make())).reason).toBe(reason);
    expect(await db.image.count()).toBe(before);
  });

  it.each(Object.entries(polyglots))("keeps nothing but the picture of %s", async (_, make) => {
    const image = await imageOf((await sendPhoto(me, await make())).id);
    for (const bytes of [image?.large, image?.small]) {
      expect(bytes?.length).toBeGreaterThan(20);
      for (const trace of ["canary-payload", "<?php", "<script", "PK\x03\x04"])
        expect(Buffer.from(bytes ?? []).includes(trace)).toBe(false);
    }
  });

  it("forgets where, when and with what it was taken", async () => {
    const image = await imageOf((await sendPhoto(me, await telltale())).id);
    for (const bytes of [image?.large, image?.small]) {
      const left = await sharp(bytes).metadata();
      expect([left.exif, left.xmp, left.iptc, left.icc, left.orientation]).toEqual(Array(5).fill(undefined));
      expect(/Telltale|Discrète|secret|GPS/i.test(Buffer.from(bytes ?? []).toString("latin1"))).toBe(false);
    }
  });

  it("takes nothing but a picture of our making, whatever a script hands to the command", async () => {
    const bytes = new Uint8Array([1]);
    for (const image of [
      { large: bytes, small: bytes, width: 1601, height: 20 },
      { large: "x", small: bytes, width: 10, height: 10 },
      { large: bytes, small: new Uint8Array(0), width: 10, height: 10 },
      { large: bytes, small: bytes, width: 10, height: 10, uploadedById: other.id },
    ])
      expect(await outcomeOf(postCommands.uploadPostPhoto({ actor }, { image } as never))).toBe("invalid");
  });

  it("is counted: thirty a day, refused ones too", async () => {
    singletons.limits = createLimits();
    const busy = await createPerson("Pressée Beaucoup");
    for (let count = 0; count < 30; count++)
      expect((await sendPhoto(busy, Buffer.from("<svg/>"))).reason).toBe("image_of_another_kind");
    expect(await sendPhoto(busy, await jpeg())).toMatchObject({ status: 429, reason: "too_fast" });
    expect((await sendPhoto(other, await jpeg())).reason).toBe("ok");
  });
});

describe("publishing photos", () => {
  it("shows them in their order, with what they show, to those whom the post reaches", async () => {
    const [postId, ids] = [await post(), [await sent(), await sent(), await sent()] as const];
    const order = [ids[2], ids[0], ids[1]];
    await attach(actor, postId, { photoIds: order, descriptions: ["Le stand", ""] });
    const photos = await shownIn(postId);
    expect(photos.map(({ id, description }) => [id, description])).toEqual([
      [ids[2], "Le stand"],
      [ids[0], ""],
      [ids[1], ""],
    ]);
    expect(photos[0]).toMatchObject({
      width: 400,
      height: 200,
      small: `/api/publications/photos/${ids[2]}?taille=petite`,
    });
    expect((await showPhoto(other, ids[0])).status).toBe(200);
    const etag = (await showPhoto(other, ids[0])).headers.get("etag") ?? "";
    expect((await showPhoto(other, ids[0], "", { "if-none-match": etag })).status).toBe(304);
  });

  it("takes one’s own alone, and each of them once", async () => {
    const [mine, hers] = [await sent(), await sentByOther()];
    const postId = await post();
    const tryWith = (media: object) => outcomeOf(attach(actor, postId, media));
    expect(await tryWith({ photoIds: [hers] })).toBe("not_found");
    expect(await tryWith({ photoIds: [mine, newId()] })).toBe("not_found");
    expect(await tryWith({ photoIds: [mine, mine] })).toBe("invalid");
    expect(await tryWith({ photoIds: [], descriptions: ["De trop"] })).toBe("invalid");
    expect(await shownIn(postId)).toEqual([]);
    expect(await tryWith({ photoIds: [mine] })).toBe("ok");
    expect(await outcomeOf(attach(actor, await post(), { photoIds: [mine] }))).toBe("conflict");
    expect((await shownIn(postId)).map(({ id }) => id)).toEqual([mine]);
  });

  it("gives a photo to one of two posts that want it at once", async () => {
    const [photo, posts] = [await sent(), [await post(), await post()]];
    const outcomes = await Promise.all(posts.map((id) => outcomeOf(attach(actor, id, { photoIds: [photo] }))));
    expect(outcomes.sort()).toEqual(["conflict", "ok"]);
  });

  it("becomes exactly what an edit says: what is left out goes for good", async () => {
    const postId = await post();
    const [one, two, three] = [await sent(), await sent(), await sent()] as [string, string, string];
    await attach(actor, postId, { photoIds: [one, two], videoUrl: "https://vimeo.com/123456" });
    const before = await db.image.count();
    await attach(actor, postId, { photoIds: [three, one], descriptions: ["Nouvelle", "Ancienne"] });
    expect((await shownIn(postId)).map(({ id, description }) => [id, description])).toEqual([
      [three, "Nouvelle"],
      [one, "Ancienne"],
    ]);
    expect([(await showPhoto(me, two)).status, await db.image.count()]).toEqual([404, before - 1]);
    expect(await videosOf(actor, [postId])).toEqual(new Map());
  });

  it("shows one video: a file or a link, never both", async () => {
    const postId = await post();
    const { video } = await mediaOf(null, me);
    const { video: hers } = await mediaOf(null, other);
    expect(await outcomeOf(attach(actor, postId, { videoId: video, videoUrl: "https://vimeo.com/123456" }))).toBe(
      "invalid",
    );
    expect(await outcomeOf(attach(actor, postId, { videoId: hers }))).toBe("not_found");
    await attach(actor, postId, { videoId: video });
    const src = `/api/publications/videos/${video}`;
    expect((await videosOf(actor, [postId])).get(postId)).toEqual({
      kind: "file",
      id: video,
      src,
      mime: "video/mp4",
      size: 3,
    });
    expect(await outcomeOf(attach(actor, await post(), { videoId: video }))).toBe("conflict");
    await attach(actor, postId, { videoUrl: "https://vimeo.com/123456" });
    expect((await videosOf(actor, [postId])).get(postId)).toMatchObject({ kind: "link", hostName: "Vimeo" });
    expect((await showVideo(me.session, video)).status).toBe(404);
  });
});

describe("a post with photos", () => {
  const ofPost = (more: object = {}) => ({ groupId, clientId: randomUUID(), ...more });
  const publish = (person: Actor, more: object) => postCommands.createPost({ actor: person }, ofPost(more) as never);
  const view = async (reader: Actor, id: string) => (await listPostsById(reader, [id]))[0];

  it("may have no words; a visitor is told that it is for members, and gets no address", async () => {
    const [one, two] = [await sent(), await sent()];
    const { id } = await publish(actor, { media: JSON.stringify({ photoIds: [two, one], descriptions: ["Deux"] }) });
    expect((await view(actor, id))?.photos.map((photo) => [photo.id, photo.description])).toEqual([
      [two, "Deux"],
      [one, ""],
    ]);
    expect(await view(visitor, id)).toMatchObject({ photos: [], video: null, forMembers: true });
    expect(await view(actor, id)).toMatchObject({ forMembers: false });
  });

  it("is not published without what it shows: nothing of it is written", async () => {
    const [hers, before] = [await sentByOther(), await db.post.count()];
    const tryWith = (media: unknown) => outcomeOf(publish(actor, { body: "Avec photo", media }));
    expect(await tryWith({ photoIds: [hers] })).toBe("not_found");
    expect(await tryWith({ photoIds: Array.from({ length: 11 }, newId) })).toBe("invalid");
    expect(await tryWith("{")).toBe("invalid");
    expect(await tryWith({ videoUrl: "https://evil.example/x" })).toBe("invalid");
    expect(await outcomeOf(publish(actor, {}))).toBe("invalid");
    expect(await db.post.count()).toBe(before);
  });

  it("is published once with one client id, though its photos are then taken", async () => {
    const input = ofPost({ body: "Une fois", media: { photoIds: [await sent()] } });
    const answers = [];
    for (let again = 0; again < 2; again++) answers.push(await postCommands.createPost({ actor }, input as never));
    expect(answers[1]).toEqual(answers[0]);
  });

  it("is told again when its photos change, and only then", async () => {
    const told: string[] = [];
    const [one, two] = [await sent(), await sent()];
    const { id } = await publish(actor, { body: "Mots", media: { photoIds: [one] } });
    singletons.publisher = (facts) => void told.push(...facts.map(({ name }) => name));
    const edit = (more: object) => postCommands.editPost({ actor }, { postId: id, body: "Mots", ...more } as never);
    await edit({});
    await edit({ media: { photoIds: [one] } });
    expect(told).toEqual([]);
    await edit({ media: { photoIds: [two, one] } });
    expect(told).toEqual(["post.edited"]);
    expect(await view(actor, id)).toMatchObject({ edited: true });
    expect(await outcomeOf(edit({ body: "", media: {} }))).toBe("invalid");
    await edit({ body: "" });
    expect((await view(actor, id))?.photos.map((photo) => photo.id)).toEqual([two, one]);
    expect(
      await outcomeOf(
        postCommands.editPost({ actor: await actorOf(other) }, { postId: id, body: "À elle", media: {} } as never),
      ),
    ).toBe("forbidden");
    singletons.publisher = undefined;
  });

  it("is seen, hidden or not, by those who judge a report of it, and by nobody else of theirs", async () => {
    const maud = await createPerson("Maud Modératrice", {
      adherent: true,
      mandates: [{ role: "moderator", scope: "national" }],
    });
    const far = await createPerson("Félix Ailleurs", {
      adherent: true,
      mandates: [{ role: "section_leader", scope: "national/03/03185" }],
    });
    const { id: hidden } = await createGroup({ entry: "closed", members: [me, other] });
    const postId = await createPost(me, { groupId: hidden });
    const { photo, video } = await mediaOf(postId, me);
    const statuses = async (person: Person) => [
      (await showPhoto(person, photo)).status,
      (await showVideo(person.session, video)).status,
    ];
    expect(await statuses(maud)).toEqual([404, 404]);
    await db.moderationCase.create({
      data: { id: newId(), kind: "publication", objectId: postId, scope: "national/63/63113", openedAt: new Date() },
    });
    expect(await statuses(maud)).toEqual([200, 200]);
    expect(await statuses(far)).toEqual([404, 404]);
    await db.post.update({ where: { id: postId }, data: { hiddenAt: new Date() } });
    expect([await statuses(maud), await statuses(other), await statuses(me)]).toEqual([
      [200, 200],
      [404, 404],
      [404, 404],
    ]);
    const { pictures, videos } = await postReports.read(await actorOf(maud), postId);
    expect([pictures?.length, videos]).toEqual([1, [`/api/publications/videos/${video}`]]);
  });
});

describe("what nobody published", () => {
  it("goes after a day, as what stood in a post that was taken away goes after a month; the rest stays", async () => {
    const day = 24 * 3_600_000;
    const ago = (days: number) => new Date(Date.now() - days * day);
    const removed = await createPost(me, { groupId, removedAt: ago(30) });
    const justRemoved = await createPost(me, { groupId, removedAt: ago(2) });
    const [stray, fresh, shown, old, recent] = [
      await mediaOf(null, me),
      await mediaOf(null, me),
      await mediaOf(await post(), me),
      await mediaOf(removed, me),
      await mediaOf(justRemoved, me),
    ];
    for (const { photo, video } of [stray, shown, old, recent]) {
      await db.postPhoto.update({ where: { id: photo }, data: { uploadedAt: ago(2) } });
      await db.postVideo.update({ where: { id: video }, data: { uploadedAt: ago(2) } });
    }
    const [images, files] = [await db.image.count(), await db.storedFile.count()];
    for (const job of postMediaJobs) await job.run({});
    const left = async ({ photo, video }: { photo: string; video: string }) =>
      (await db.postPhoto.count({ where: { id: photo } })) + (await db.postVideo.count({ where: { id: video } }));
    expect(await Promise.all([stray, old, fresh, shown, recent].map(left))).toEqual([0, 0, 2, 2, 2]);
    expect([await db.image.count(), await db.storedFile.count()]).toEqual([images - 2, files - 2]);
  });
});

describe("one’s own data", () => {
  it("holds one’s photos and videos and nobody else’s, and takes them away with the account", async () => {
    const leaving = await createPerson("Lou Partante");
    const postId = await createPost(leaving, { groupId });
    const [mine, waiting, hers] = [
      await mediaOf(postId, leaving),
      await mediaOf(null, leaving),
      await mediaOf(null, other),
    ];
    const { photos, vidéos } = await postMediaPersonalData.read(leaving.id);
    expect([photos, vidéos].map((list) => (list as unknown[]).length)).toEqual([2, 2]);
    expect(JSON.stringify(photos)).toContain("data:image/webp;base64,");
    await db.$transaction((tx) => postMediaPersonalData.erase(tx as unknown as Tx, { id: leaving.id, email: "" }));
    for (const [{ photo, video }, count] of [
      [mine, 0],
      [waiting, 0],
      [hers, 1],
    ] as const) {
      expect(await db.postPhoto.count({ where: { id: photo } })).toBe(count);
      expect(await db.postVideo.count({ where: { id: video } })).toBe(count);
    }
    expect(await db.storedFile.count({ where: { uploadedById: leaving.id } })).toBe(0);
    expect(await db.image.count({ where: { uploadedById: leaving.id } })).toBe(0);
  });
});
