import { createGroup } from "@tests/support/groups-world.ts";
import { createFileIn, createNoteIn } from "@tests/support/paper-inputs.ts";
import { createPerson, outcomeOf, type Person, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { jobs } from "@/composition.ts";
import type { Actor } from "@/core/actor.ts";
import { getFile } from "@/features/group-files/index.ts";
import { getNote } from "@/features/group-notes/index.ts";
import { decideCase, getCase, reportObject } from "@/features/moderation/index.ts";
import { db } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { actorOfSession } from "@/platform/session.ts";

const WORDS = "Ces mots sont assez longs pour être lus.";
let people: Record<"author" | "reader" | "outsider" | "moderator", Person>;
let groupId: string;
const as = (who: keyof typeof people): Promise<Actor> => actorOfSession(people[who].session);

beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
  people = {
    author: await createPerson("Aline Autrice", { adherent: true }),
    reader: await createPerson("Rémi Lecteur", { adherent: true }),
    outsider: await createPerson("Odile Ailleurs", { adherent: true }),
    moderator: await createPerson("Maud Modératrice", {
      adherent: true,
      section: "03185",
      mandates: [{ role: "moderator", scope: "national" }],
    }),
  };
  groupId = (await createGroup({ entry: "closed", members: [people.author, people.reader] })).id;
});

describe.each([
  {
    kind: "group-note",
    make: () => createNoteIn(groupId, { createdById: people.author.id, body: "Des mots à juger." }),
    open: (actor: Actor, id: string): Promise<unknown> => getNote(actor, id),
    judged: "not_found",
  },
  {
    kind: "group-file",
    make: () => createFileIn(groupId, { addedById: people.author.id }),
    open: (actor: Actor, id: string): Promise<unknown> => getFile(actor, { id: groupId, fichier: id }),
    // Its bytes are what has to be judged; of a note, the case shows the words.
    judged: "ok",
  },
])("a $kind of a closed group", ({ kind, make, open, judged }) => {
  it("is reported by who reads it, judged by who does not, and then hidden from all", async () => {
    const objectId = await make();
    const about = { kind, objectId, rule: "1", words: WORDS };
    expect(await outcomeOf(reportObject({ actor: await as("outsider") }, about))).toBe("not_found");
    expect(await outcomeOf(reportObject({ actor: await as("author") }, about))).toBe("forbidden");
    const moderator = await as("moderator");
    expect(await outcomeOf(open(moderator, objectId))).toBe("not_found");
    await reportObject({ actor: await as("reader") }, about);
    const { id: caseId } = await db.moderationCase.findFirstOrThrow({ where: { kind, objectId } });
    const shown = await getCase(moderator, caseId);
    expect(JSON.stringify(shown)).toContain(kind === "group-note" ? "Des mots à juger." : "affiche.pdf");
    expect(await outcomeOf(open(moderator, objectId))).toBe(judged);
    await decideCase({ actor: moderator }, { caseId, outcome: "hide", rule: "1", words: WORDS });
    for (const who of ["author", "reader"] as const)
      expect(await outcomeOf(open(await as(who), objectId))).toBe("not_found");
    expect(await outcomeOf(open(await as("outsider"), objectId))).toBe("not_found");
  });
});
