import { createPostRow } from "@tests/support/posts-world.ts";
import { createPerson } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { system } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { getCase } from "@/features/moderation/index.ts";
import { findReportable } from "@/features/moderation/reportable.rules.ts";
import { forgetNotes } from "@/features/participation/note.jobs.ts";
import { sweepMedia } from "@/features/posts/photo.jobs.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { beyondContest, eraseByParts, judge } from "./judged-world.ts";
import { acting, aDecider, prepare } from "./moderation-world.ts";
import { mediaOf } from "./post-media-world.ts";
import { waitsFor, written } from "./reportable-world.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);

beforeAll(prepare);
const nights = [forgetNotes, sweepMedia];

/** What goes with its author’s account for everybody else; the rest stays where it was said, without her name. */
const goes = new Set(["note", "publication"]);

describe.each(Object.keys(written))("an account that is erased while a %s of it is contested", (kind) => {
  it.each(["reported", "answered", "decided lately"] as const)(
    "leaves it to the judge, without a name (%s)",
    async (state) => {
      const [author, moderator, reader] = [
        await createPerson("Aline Partie", { adherent: true }),
        await aDecider("moderator"),
        await aDecider("section_leader", "national/63/63113"),
      ];
      const objectId = (await written[kind]?.(author)) ?? "";
      const caseId = await judge({ kind, objectId }, state);
      const [{ actor }, asReader] = [await acting(moderator), (await acting(reader)).actor];
      const read = () => findReportable(kind)?.find(db, asReader, objectId);
      const [before, readBefore] = [await getCase(actor, caseId), await read()];
      await eraseByParts(author);
      const { object } = await getCase(actor, caseId);
      expect(object).toMatchObject({ author: null, text: before.object.text });
      expect(JSON.stringify(object)).not.toContain("Aline Partie");
      const { count, shown } = await waitsFor(moderator);
      expect(count).toBe(shown.length);
      expect(shown.includes(caseId)).toBe(state !== "decided lately");
      if (goes.has(kind)) {
        expect(readBefore).not.toBeNull();
        expect(await read()).toBeNull();
        for (const night of nights) await night.run({});
        expect((await getCase(actor, caseId)).object.text).toBe(before.object.text);
        await beyondContest(caseId);
        for (const night of nights) await night.run({});
        expect(await findReportable(kind)?.list(actor, [objectId])).toEqual([]);
      } else expect((await read())?.text).toBe(readBefore?.text);
    },
  );
});

describe("what goes with an account and is not contested", () => {
  it.each([...goes])("is gone at once: a %s, also one that was judged long ago", async (kind) => {
    const author = await createPerson("Aline Partie");
    const ids = [(await written[kind]?.(author)) ?? "", (await written[kind]?.(author)) ?? ""];
    await judge({ kind, objectId: ids[0] ?? "" }, "decided long ago");
    await eraseByParts(author);
    expect(await findReportable(kind)?.list(system, ids)).toEqual([]);
  });
});

describe("what another said under it", () => {
  it("stays with it for the judge: a comment on a profile, an answer to a question", async () => {
    const [author, other, moderator] = [
      await createPerson("Aline"),
      await createPerson("Bob"),
      await aDecider("moderator"),
    ];
    const { id: postId, commentId } = await createPostRow({ authorId: author.id, commentBy: other.id });
    const media = await mediaOf(postId, author);
    const noteId = (await written.note?.(author)) ?? "";
    const { eventId } = await db.eventNote.findUniqueOrThrow({ where: { id: noteId } });
    const answer = { id: newId(), eventId, authorId: other.id, words: "C’est moi.", writtenAt: clock.now() };
    await db.eventNote.create({ data: { ...answer, kind: "answer", parentId: noteId } });
    const cases = [
      await judge({ kind: "commentaire", objectId: commentId ?? "" }, "reported"),
      await judge({ kind: "note", objectId: answer.id }, "answered"),
    ];
    await eraseByParts(author);
    const { actor } = await acting(moderator);
    for (const id of cases) expect((await getCase(actor, id)).object).toMatchObject({ author: "Bob" });
    const asOther = (await acting(other)).actor;
    expect(await findReportable("commentaire")?.find(db, asOther, commentId ?? "")).toBeNull();
    // The post was not reported: its photos and videos are no part of what is judged.
    expect(await db.postPhoto.count({ where: { id: media.photo } })).toBe(0);
    expect(await db.postVideo.count({ where: { id: media.video } })).toBe(0);
    for (const id of cases) await beyondContest(id);
    for (const night of nights) await night.run({});
    expect(await db.post.count({ where: { id: postId } })).toBe(0);
    expect(await db.eventNote.count({ where: { id: { in: [noteId, answer.id] } } })).toBe(0);
  });
});
