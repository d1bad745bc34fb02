import { createEvent } from "@tests/support/events-world.ts";
import { createGroup } from "@tests/support/groups-world.ts";
import { createFileIn } from "@tests/support/paper-inputs.ts";
import { createGroupRow, createPostRow } from "@tests/support/posts-world.ts";
import { createPerson, outcomeOf, type Person } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { newId } from "@/core/ids.ts";
import { forgetWithdrawn } from "@/features/field-reports/field-report.jobs.ts";
import { getReportPhoto } from "@/features/field-reports/field-report.queries.ts";
import { editReport, getFieldReport, removePhoto, withdrawReport } from "@/features/field-reports/index.ts";
import { purgeFiles } from "@/features/group-files/file.jobs.ts";
import { editGroup } from "@/features/groups/index.ts";
import { getCase } from "@/features/moderation/index.ts";
import { forgetFormerWords } from "@/features/moderation/moderation.jobs.ts";
import { editPost, removePost } from "@/features/posts/index.ts";
import { sweepMedia } from "@/features/posts/photo.jobs.ts";
import { getPostPhoto, photosOf } from "@/features/posts/photo.queries.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { beyondContest, eraseByParts, judge } from "./judged-world.ts";
import { acting, aDecider, prepare } from "./moderation-world.ts";
import { mediaOf } from "./post-media-world.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);

let author: Person;
let reader: Person;
let moderator: Person;
beforeAll(async () => {
  await prepare();
  author = await createPerson("Aline Autrice", { adherent: true });
  reader = await createPerson("Rémi Lecteur", { adherent: true });
  moderator = await aDecider("moderator");
});
const actorOf = async (person: Person) => (await acting(person)).actor;
const CLERMONT = "national/63/63113";
const longAgo = () => new Date(clock.now().getTime() - 400 * 86_400_000);

describe("the photos of a post that is contested", () => {
  const seenBy = async (person: Person, postId: string, photo: string) => [
    (await photosOf(await actorOf(person), [postId])).get(postId)?.length ?? 0,
    await outcomeOf(getPostPhoto(await actorOf(person), { id: photo, taille: "petite" }, null)),
  ];
  const judged = async (caseId: string) => (await getCase(await actorOf(moderator), caseId)).object.pictures?.length;

  async function aPost() {
    const group = await createGroupRow({ members: { [author.id]: "member", [reader.id]: "member" } });
    const { id } = await createPostRow({ authorId: author.id, groupId: group.id });
    return { id, ...(await mediaOf(id, author)) };
  }

  it("go with their author’s account for everybody but its judge, until nobody may contest", async () => {
    const leaving = await createPerson("Aline Partante");
    const group = await createGroupRow({ members: { [leaving.id]: "member", [reader.id]: "member" } });
    const [post, other] = [
      await createPostRow({ authorId: leaving.id, groupId: group.id }),
      await createPostRow({ authorId: leaving.id, groupId: group.id }),
    ];
    const [kept, gone] = [await mediaOf(post.id, leaving), await mediaOf(other.id, leaving)];
    const caseId = await judge({ kind: "publication", objectId: post.id }, "answered");
    expect(await seenBy(reader, post.id, kept.photo)).toEqual([1, "ok"]);
    await eraseByParts(leaving);
    expect(await seenBy(reader, post.id, kept.photo)).toEqual([0, "not_found"]);
    expect(await outcomeOf(getPostPhoto(await actorOf(moderator), { id: kept.photo, taille: "petite" }, null))).toBe(
      "ok",
    );
    expect(await judged(caseId)).toBe(1);
    expect(await db.postPhoto.count({ where: { id: gone.photo } })).toBe(0);
    expect(await db.postVideo.count({ where: { id: { in: [kept.video, gone.video] } } })).toBe(1);
    await sweepMedia.run({});
    expect(await judged(caseId)).toBe(1);
    await beyondContest(caseId);
    await sweepMedia.run({});
    expect(await judged(caseId)).toBe(0);
    expect(await db.postVideo.count({ where: { id: kept.video } })).toBe(0);
    expect(await db.post.count({ where: { id: { in: [post.id, other.id] } } })).toBe(2);
  });

  it("are not taken out of its judge’s sight by mending it", async () => {
    const [post, other] = [await aPost(), await aPost()];
    const caseId = await judge({ kind: "publication", objectId: post.id }, "reported");
    const filmed = async () => (await getCase(await actorOf(moderator), caseId)).object.videos?.length;
    const none = { photoIds: [], descriptions: [], videoId: null, videoUrl: null };
    for (const { id: postId } of [post, other])
      await editPost(await acting(author), { postId, body: "Des mots aimables.", media: none } as never);
    for (const person of [author, reader]) expect(await seenBy(person, post.id, post.photo)).toEqual([0, "not_found"]);
    expect([await judged(caseId), await filmed()]).toEqual([1, 1]);
    expect(await db.postPhoto.count({ where: { id: other.photo } })).toBe(0);
    expect(await db.postVideo.count({ where: { id: other.video } })).toBe(0);
    // Another video takes its place for those who read, and so does a link.
    const { video } = await mediaOf(null, author);
    for (const media of [{ videoId: video }, { videoUrl: "https://www.youtube.com/watch?v=dQw4w9WgXcQ" }, {}]) {
      const input = { postId: post.id, body: "Des mots aimables.", media: { ...none, ...media } };
      await editPost(await acting(author), input as never);
    }
    expect(await filmed()).toBe(2);
    expect((await getCase(await actorOf(moderator), caseId)).object.history.map(({ text }) => text).join()).toContain(
      "dQw4w9WgXcQ",
    );
    // Taken out, it is put back by nobody.
    const again = { postId: post.id, body: "Encore.", media: { ...none, photoIds: [post.photo], descriptions: [""] } };
    expect(await outcomeOf(editPost(await acting(author), again as never))).toBe("not_found");
    await beyondContest(caseId);
    await sweepMedia.run({});
    expect([await judged(caseId), await filmed()]).toEqual([0, 0]);
  });

  it("are not swept while it is judged, though it was removed long ago", async () => {
    const [post, other] = [await aPost(), await aPost()];
    const caseId = await judge({ kind: "publication", objectId: post.id }, "reported");
    for (const { id: postId } of [post, other]) {
      await removePost(await acting(author), { postId });
      await db.post.update({ where: { id: postId }, data: { removedAt: longAgo() } });
    }
    await sweepMedia.run({});
    expect(await judged(caseId)).toBe(1);
    expect(await db.postPhoto.count({ where: { id: other.photo } })).toBe(0);
    await beyondContest(caseId);
    await sweepMedia.run({});
    expect(await judged(caseId)).toBe(0);
  });
});

describe("a file of a group that is contested", () => {
  it("is not purged while it is judged, though it was taken away long ago", async () => {
    const { id: groupId } = await createGroup();
    const [judged, other] = [
      await createFileIn(groupId, { addedById: author.id }),
      await createFileIn(groupId, { addedById: author.id }),
    ];
    const caseId = await judge({ kind: "group-file", objectId: judged }, "answered");
    await db.groupFile.updateMany({ where: { id: { in: [judged, other] } }, data: { removedAt: longAgo() } });
    await purgeFiles.run({});
    const left = async () =>
      (await db.groupFile.findMany({ where: { id: { in: [judged, other] } } })).map(({ id }) => id);
    expect(await left()).toEqual([judged]);
    await beyondContest(caseId);
    await purgeFiles.run({});
    expect(await left()).toEqual([]);
  });
});

describe("a field report that is contested", () => {
  async function aReport() {
    const { id: eventId } = await createEvent({ inHours: -3, audience: "section" });
    const [id, photo, now] = [newId(), newId(), clock.now()];
    const data = {
      id,
      eventId,
      scope: CLERMONT,
      kind: "leafleting" as const,
      day: now,
      leaflets: 10,
      publishedAt: now,
    };
    await db.fieldReport.create({ data: { ...data, authorId: author.id, heard: "Des mots qui blessent." } });
    const bytes = new Uint8Array([1]);
    await db.image.create({ data: { id: photo, large: bytes, small: bytes, width: 1, height: 1, uploadedAt: now } });
    await db.fieldReportPhoto.create({ data: { reportId: id, imageId: photo, position: 0, caption: "La place." } });
    return { id, photo };
  }
  const photoFor = async (person: Person, { id, photo }: { id: string; photo: string }) =>
    outcomeOf(getReportPhoto(await actorOf(person), { id, photo }, null));
  const figures = {
    ...{ leaflets: "12", doorsOpen: "0", doorsClosed: "0", doorsRefused: "0", doorsTalked: "0", posters: "0" },
    ...{ calls: "0", peopleMet: "0", participants: "2", minutes: "60" },
  };

  it("is not mended, emptied nor withdrawn out of its judge’s sight, and is gone for everybody else", async () => {
    const report = await aReport();
    expect(await photoFor(reader, report)).toBe("ok");
    const caseId = await judge({ kind: "field-report", objectId: report.id, scope: CLERMONT }, "reported");
    const edited = { ...figures, reportId: report.id, heard: "Un bon accueil." };
    await editReport(await acting(author), edited as never);
    await removePhoto(await acting(author), { reportId: report.id, imageId: report.photo });
    for (const person of [author, reader]) expect(await photoFor(person, report)).toBe("not_found");
    expect((await getFieldReport(await actorOf(reader), report.id)).photos).toEqual([]);
    await withdrawReport(await acting(author), { reportId: report.id });
    for (const person of [author, reader, await aDecider("section_leader", CLERMONT)])
      expect(await outcomeOf(getFieldReport(await actorOf(person), report.id))).toBe("not_found");
    const { object } = await getCase(await actorOf(moderator), caseId);
    expect(object).toMatchObject({ text: "Un bon accueil.", history: [{ text: "Des mots qui blessent." }] });
    expect(object.pictures).toMatchObject([{ description: "La place." }]);
    expect(await photoFor(moderator, report)).toBe("ok");
    const nights = async () => {
      for (const night of [forgetWithdrawn, forgetFormerWords]) await night.run({});
    };
    await nights();
    expect((await getCase(await actorOf(moderator), caseId)).object.history).toHaveLength(1);
    await beyondContest(caseId);
    await nights();
    expect(await db.fieldReport.count({ where: { id: report.id } })).toBe(0);
    expect(await db.image.count({ where: { id: report.photo } })).toBe(0);
    expect(await db.keptWords.count({ where: { objectId: report.id } })).toBe(0);
  });

  it("goes at once where nobody contests it, with its pictures and its words", async () => {
    const report = await aReport();
    await editReport(await acting(author), { ...figures, reportId: report.id, heard: "Autre chose." } as never);
    await withdrawReport(await acting(author), { reportId: report.id });
    expect(await db.fieldReport.count({ where: { id: report.id } })).toBe(0);
    expect(await db.image.count({ where: { id: report.photo } })).toBe(0);
    expect(await db.keptWords.count({ where: { objectId: report.id } })).toBe(0);
  });
});

describe("the words of a group that is contested", () => {
  it("are read by their judge as they were reported, whoever mends them", async () => {
    const group = await createGroup({ leads: [author], purpose: "Blesser quelqu’un, tous ensemble." });
    const content = {
      ...{ groupId: group.id, name: "Logement", kind: "thematic", entry: "open", scope: CLERMONT, postedBy: "member" },
      ...{ themes: ["logement"], about: "", rules: "" },
    };
    const edit = async (purpose: string) => editGroup(await acting(author), { ...content, purpose } as never);
    const caseId = await judge({ kind: "groupe", objectId: group.id }, "reported");
    await edit("Se loger, tous ensemble.");
    const { object } = await getCase(await actorOf(moderator), caseId);
    expect(object.text).toContain("Se loger");
    expect(object.history.map(({ text }) => text).join()).toContain("Blesser");
    await beyondContest(caseId);
    await edit("Se loger, vraiment.");
    await forgetFormerWords.run({});
    expect((await getCase(await actorOf(moderator), caseId)).object.history).toEqual([]);
  });
});
