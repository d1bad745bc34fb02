import { createEvent } from "@tests/support/events-world.ts";
import { createGroup } from "@tests/support/groups-world.ts";
import { createConversationRow } from "@tests/support/messages-world.ts";
import { createFileIn, createNoteIn } from "@tests/support/paper-inputs.ts";
import { createPostRow } from "@tests/support/posts-world.ts";
import { createPerson, type Person } from "@tests/support/worlds.ts";
import { newId } from "@/core/ids.ts";
import { findWaitingCount, getModerationDesk, listWaitingCases } from "@/features/moderation/index.ts";
import { pageInput } from "@/features/moderation/moderation.schema.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { acting, someWords } from "./moderation-world.ts";

/** Something that somebody wrote, of every kind that can be reported, where its author’s leaving leaves it. */
export const written: Record<string, (author: Person) => Promise<string>> = {
  contribution: async (author) => (await someWords({ author })).objectId,
  event: async (author) => {
    const { id } = await createEvent({ audience: "everyone" });
    await db.event.update({ where: { id }, data: { createdById: author.id } });
    return id;
  },
  "field-report": async (author) => {
    const [{ id: eventId }, id, now] = [await createEvent({ inHours: -3 }), newId(), clock.now()];
    const place = { scope: "national/63/63113", kind: "leafleting" as const, day: now };
    await db.fieldReport.create({ data: { id, eventId, ...place, authorId: author.id, publishedAt: now } });
    return id;
  },
  groupe: async (author) => {
    const { id } = await createGroup();
    await db.group.update({ where: { id }, data: { createdById: author.id } });
    return id;
  },
  "group-file": async (author) => createFileIn((await createGroup()).id, { addedById: author.id }),
  "group-note": async (author) => createNoteIn((await createGroup()).id, { createdById: author.id }),
  message: async (author) => {
    const other = await createPerson("Une Autre");
    return (
      (await createConversationRow({ people: [author.id, other.id], messages: ["Des mots."] })).messageIds[0] ?? ""
    );
  },
  note: async (author) => {
    const [{ id: eventId }, id] = [await createEvent({ audience: "everyone" }), newId()];
    const note = { id, eventId, authorId: author.id, words: "Qui apporte la colle ?", writtenAt: clock.now() };
    await db.eventNote.create({ data: { ...note, kind: "question" } });
    return id;
  },
  publication: async (author) => (await createPostRow({ authorId: author.id })).id,
  commentaire: async (author) => {
    const wall = await createPostRow({ authorId: (await createPerson("Une Hôte")).id, commentBy: author.id });
    return wall.commentId ?? "";
  },
};

/** What waits for her: the number in the frame; the cases and answers that her pages list, one after the other. */
export async function waitsFor(moderator: Person): Promise<{ count: number | null; shown: string[] }> {
  const { actor } = await acting(moderator);
  const shown = (await getModerationDesk(actor)).appeals.map(({ caseId }) => caseId);
  for (let next: string | null | undefined; next !== null; ) {
    const page = await listWaitingCases(actor, next ? pageInput.parse({ apres: next }) : null);
    shown.push(...page.cases.map(({ id }) => id));
    next = page.next;
  }
  return { count: await findWaitingCount(actor), shown };
}
