import { createGroup, putInGroup } from "@tests/support/groups-world.ts";
import { createNoteIn } from "@tests/support/paper-inputs.ts";
import {
  blockInTheDatabase,
  createPerson,
  outcomeOf,
  type Person,
  refusalOf,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/core/ids.ts";
import {
  bringBackNote,
  createNote,
  findConflict,
  findMerged,
  getNewNote,
  getNote,
  getNoteToEdit,
  getRevisions,
  groupNoteReports,
  groupNotesPersonalData,
  listNotes,
  previewNote,
  removeNote,
  restoreRevision,
  saveNote,
} from "@/features/group-notes/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { actorOfSession } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";

let people: Record<"fatou" | "ines" | "manager" | "follower" | "stranger", Person>;
let groupId: string;
let told: { name: string; ids: object }[] = [];

beforeAll(async () => {
  withoutLimits();
  people = {
    fatou: await createPerson("Fatou Fidèle", { adherent: true }),
    ines: await createPerson("Inès Intrépide", { adherent: true }),
    manager: await createPerson("Maël Méthodique", { adherent: true }),
    follower: await createPerson("Flora Fidèle"),
    stranger: await createPerson("Paul Passant", { section: "03185" }),
  };
  const { fatou, ines, manager, follower } = people;
  groupId = (await createGroup({ members: [fatou, ines], managers: [manager], followers: [follower] })).id;
  singletons.publisher = (facts) => void told.push(...facts.map(({ name, ids }) => ({ name, ids })));
});
beforeEach(() => {
  told = [];
});
afterAll(() => {
  singletons.publisher = undefined;
});

const as = (who: keyof typeof people) => actorOfSession(people[who].session);
const by = async (who: keyof typeof people) => ({ actor: await as(who) });
const read = (id: string) => db.groupNote.findUniqueOrThrow({ where: { id } });
const lines = (...all: string[]) => all.join("\n");

describe("beginning a note", () => {
  it("is for the members of a group, who all read it then, and tells so", async () => {
    const { id } = await createNote(await by("fatou"), {
      groupId,
      title: " Tractage  samedi ",
      body: "# Qui vient\n\nMoi.",
    });
    expect(told).toEqual([{ name: "group-note.created", ids: { noteId: id, groupId } }]);
    expect(await getNote(await as("ines"), id)).toMatchObject({
      title: "Tractage samedi",
      version: 1,
      createdBy: { name: "Fatou Fidèle" },
      can: { edit: true, remove: false, report: true },
    });
    expect((await getNote(await as("ines"), id)).rich?.[0]).toMatchObject({ type: "heading", level: 2 });
    const { notes } = await listNotes(await as("ines"), { groupId });
    expect(notes[0]).toMatchObject({ id, excerpt: "Qui vient Moi.", by: { name: "Fatou Fidèle" } });
  });

  it("is refused to who only follows or reads the group, and the group’s notes to who does not", async () => {
    const asked = { groupId, title: "Note", body: "" };
    expect(await refusalOf(createNote(await by("stranger"), asked))).toMatchObject({ reason: "not_in_group" });
    expect(await refusalOf(createNote(await by("follower"), asked))).toMatchObject({ reason: "not_yours" });
    const closed = await createGroup({ entry: "closed", members: [people.fatou] });
    expect(await outcomeOf(createNote(await by("ines"), { ...asked, groupId: closed.id }))).toBe("not_found");
    expect(await outcomeOf(getNewNote(await as("ines"), closed.id))).toBe("not_found");
    expect(await outcomeOf(getNewNote(await as("follower"), groupId))).toBe("not_found");
    expect(await outcomeOf(getNewNote(await as("fatou"), null))).toBe("not_found");
    expect((await getNewNote(await as("fatou"), groupId)).id).toBe(groupId);
    expect(told).toEqual([]);
  });

  it("takes 50,000 characters and no more, and a title", async () => {
    const asked = { groupId, title: "Note", body: "" };
    expect(await outcomeOf(createNote(await by("fatou"), { ...asked, body: "é".repeat(50_001) }))).toBe("invalid");
    expect(await outcomeOf(createNote(await by("fatou"), { ...asked, body: "é".repeat(50_000) }))).toBe("ok");
    expect(await outcomeOf(createNote(await by("fatou"), { ...asked, title: " " }))).toBe("invalid");
  });

  it("may be looked at before it is kept: nothing is written", async () => {
    const before = await db.groupNote.count();
    const seen = await previewNote(await by("fatou"), { groupId, title: "", body: "**Samedi**", version: 3 });
    expect(seen).toMatchObject({ body: "**Samedi**", version: 3, rich: [{ type: "paragraph" }] });
    expect(await outcomeOf(previewNote(await by("stranger"), { groupId, title: "", body: "x" }))).toBe("forbidden");
    expect(await db.groupNote.count()).toBe(before);
    expect(told).toEqual([]);
  });
});

describe("two people in one note", () => {
  it("who wrote apart have both their words in it, and are told so", async () => {
    const noteId = await createNoteIn(groupId, { body: lines("# Samedi", "9 h", "Colle", "Thermos") });
    await saveNote(await by("fatou"), {
      noteId,
      version: 1,
      title: "Liste",
      body: lines("# Samedi", "10 h", "Colle", "Thermos"),
    });
    const hers = lines("# Samedi", "9 h", "Colle", "Thermos", "Gobelets");
    const saved = await saveNote(await by("ines"), { noteId, version: 1, title: "Liste de courses", body: hers });
    expect(saved).toMatchObject({ version: 3, mergedFrom: 1 });
    expect(await read(noteId)).toMatchObject({
      title: "Liste",
      version: 3,
      body: lines("# Samedi", "10 h", "Colle", "Thermos", "Gobelets"),
    });
    expect(told.map(({ name }) => name)).toEqual(["group-note.saved", "group-note.saved"]);
    expect(await findMerged(await as("ines"), noteId, "1")).toEqual({ names: ["Fatou Fidèle"] });
    expect(await findMerged(await as("ines"), noteId, "2")).toBeNull();
    expect(await findMerged(await as("fatou"), noteId, "1")).toBeNull();
    expect(await findMerged(await as("ines"), noteId, "0; drop")).toBeNull();
  });

  it("who wrote on the same lines overwrite nothing: the second chooses, both texts before her", async () => {
    const noteId = await createNoteIn(groupId, { body: lines("9 h", "Colle", "Thermos") });
    const title = "Liste de courses";
    await saveNote(await by("fatou"), { noteId, version: 1, title, body: lines("10 h", "Colle", "Thermos, plein") });
    told = [];
    const hers = { noteId, version: 1, title, body: lines("11 h", "Colle et seaux", "Thermos") };
    expect(await refusalOf(saveNote(await by("ines"), hers))).toMatchObject({
      code: "conflict",
      reason: "note_conflict",
    });
    expect(told).toEqual([]);
    expect(await read(noteId)).toMatchObject({ version: 2, body: lines("10 h", "Colle", "Thermos, plein") });
    const conflict = await findConflict(await as("ines"), hers);
    expect(conflict).toMatchObject({
      version: 2,
      by: { name: "Fatou Fidèle" },
      mine: { title, body: lines("11 h", "Colle et seaux", "Thermos, plein") },
      // Of the same lines theirs; what is apart stands in both.
      theirs: { title, body: lines("10 h", "Colle et seaux", "Thermos, plein") },
    });
    const chosen = { noteId, version: 2, title, body: lines("11 h", "Colle et seaux", "Thermos, plein") };
    expect(await saveNote(await by("ines"), chosen)).toMatchObject({ version: 3, mergedFrom: null });
    expect((await read(noteId)).body).toBe(chosen.body);
    expect(await findConflict(await as("stranger"), hers)).toBeNull();
  });

  it("a hundred times at once, on lines of their own, lose nothing: versions without a gap", async () => {
    const count = 100;
    const base = Array.from({ length: count }, (_, n) => `Personne ${n} : ?`);
    const noteId = await createNoteIn(groupId, { body: lines(...base) });
    const actors = [await as("fatou"), await as("ines"), await as("manager")];
    const saves = base.map((_, n) => {
      const body = lines(...base.map((line, at) => (at === n ? `Personne ${n} : présente` : line)));
      return saveNote(
        { actor: actors[n % 3] as (typeof actors)[number] },
        { noteId, version: 1, title: "Présences", body },
      );
    });
    const versions = (await Promise.all(saves)).map(({ version }) => version);
    expect(new Set(versions).size).toBe(count);
    const note = await read(noteId);
    expect(note).toMatchObject({ version: count + 1, title: "Présences" });
    expect(note.body).toBe(lines(...base.map((_, n) => `Personne ${n} : présente`)));
    const revisions = await db.groupNoteRevision.findMany({ where: { noteId }, orderBy: { number: "asc" } });
    expect(revisions.map(({ number }) => number)).toEqual(Array.from({ length: count + 1 }, (_, n) => n + 1));
  });

  it("a hundred times at once on the same line, let one through and tell the others", async () => {
    const noteId = await createNoteIn(groupId, { body: "9 h" });
    const actor = await as("fatou");
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        outcomeOf(saveNote({ actor }, { noteId, version: 1, title: "Liste de courses", body: `${n} h 30` })),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === "ok")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "conflict")).toHaveLength(99);
    expect(await read(noteId)).toMatchObject({ version: 2 });
  });

  it("sent twice is saved once; nothing changed is nothing saved", async () => {
    const noteId = await createNoteIn(groupId, { body: "9 h" });
    const asked = { noteId, version: 1, title: "Liste de courses", body: "10 h" };
    const [first, second] = [await saveNote(await by("fatou"), asked), await saveNote(await by("fatou"), asked)];
    expect([first.version, second.version]).toEqual([2, 2]);
    await saveNote(await by("ines"), { ...asked, version: 2 });
    expect(told).toHaveLength(1);
    expect(await db.groupNoteRevision.count({ where: { noteId } })).toBe(2);
  });

  it("who wrote on no revision that there is are refused, and what would grow too long together, too", async () => {
    const noteId = await createNoteIn(groupId, { body: lines("a".repeat(20_000), "milieu", "fin") });
    const asked = { noteId, version: 7, title: "Liste de courses", body: "x" };
    expect(await outcomeOf(saveNote(await by("fatou"), asked))).toBe("invalid");
    const at = (place: number) =>
      lines(
        "a".repeat(20_000) + (place === 0 ? "b".repeat(20_000) : ""),
        "milieu",
        place === 2 ? "c".repeat(20_000) : "fin",
      );
    await saveNote(await by("fatou"), { ...asked, version: 1, body: at(0) });
    expect(await refusalOf(saveNote(await by("ines"), { ...asked, version: 1, body: at(2) }))).toMatchObject({
      reason: "note_too_long_together",
    });
  });

  it("is refused to who only reads the note", async () => {
    const noteId = await createNoteIn(groupId);
    const asked = { noteId, version: 1, title: "x", body: "x" };
    expect(await outcomeOf(saveNote(await by("stranger"), asked))).toBe("forbidden");
    expect(await outcomeOf(saveNote(await by("follower"), asked))).toBe("forbidden");
    expect(await outcomeOf(getNoteToEdit(await as("stranger"), noteId))).toBe("not_found");
    expect(await outcomeOf(saveNote(await by("fatou"), { ...asked, noteId: newId() }))).toBe("not_found");
    expect(told).toEqual([]);
  });
});

describe("the versions of a note", () => {
  it("tell who saved what and when, and what each changed", async () => {
    const noteId = await createNoteIn(groupId, { body: lines("9 h", "Colle"), createdById: people.fatou.id });
    await saveNote(await by("ines"), { noteId, version: 1, title: "Samedi", body: lines("10 h", "Colle") });
    const view = await getRevisions(await as("stranger"), { noteId, version: "2" }, groupId);
    expect(view.revisions.map(({ number, by: who }) => [number, who?.name])).toEqual([
      [2, "Inès Intrépide"],
      [1, "Fatou Fidèle"],
    ]);
    expect(view.shown).toMatchObject({ number: 2, title: "Samedi", titleBefore: "Liste de courses" });
    expect(view.shown?.compared.map(({ kind }) => kind)).toEqual(["gone", "fresh", "same"]);
    expect((await getRevisions(await as("ines"), { noteId, version: "1" })).shown).toMatchObject({ titleBefore: null });
    expect((await getRevisions(await as("ines"), { noteId, version: "9" })).shown).toBeNull();
    expect(view.can.edit).toBe(false);
    expect(await outcomeOf(getRevisions(await as("ines"), { noteId }, newId()))).toBe("not_found");
  });

  it("come back as a new one, and not over what she has not seen", async () => {
    const noteId = await createNoteIn(groupId, { body: "9 h" });
    await saveNote(await by("fatou"), { noteId, version: 1, title: "Liste de courses", body: "10 h" });
    told = [];
    expect(await refusalOf(restoreRevision(await by("ines"), { noteId, number: 1, version: 1 }))).toMatchObject({
      reason: "changed_meanwhile",
    });
    expect(await outcomeOf(restoreRevision(await by("stranger"), { noteId, number: 1, version: 2 }))).toBe("forbidden");
    expect(await outcomeOf(restoreRevision(await by("ines"), { noteId, number: 5, version: 2 }))).toBe("not_found");
    expect(told).toEqual([]);
    await restoreRevision(await by("ines"), { noteId, number: 1, version: 2 });
    expect(await read(noteId)).toMatchObject({ version: 3, body: "9 h" });
    expect(told).toEqual([{ name: "group-note.saved", ids: { noteId, groupId, version: 3 } }]);
    await restoreRevision(await by("ines"), { noteId, number: 3, version: 3 });
    expect(told).toHaveLength(1);
  });
});

describe("taking a note away", () => {
  it("is for who began it and who keeps the group; who keeps the group brings it back", async () => {
    const noteId = await createNoteIn(groupId, { createdById: people.fatou.id, title: "À retirer" });
    expect(await outcomeOf(removeNote(await by("ines"), { noteId }))).toBe("forbidden");
    expect(await outcomeOf(bringBackNote(await by("manager"), { noteId }))).toBe("not_found");
    await removeNote(await by("fatou"), { noteId });
    for (const who of ["fatou", "ines", "manager"] as const)
      expect(await outcomeOf(getNote(await as(who), noteId))).toBe("not_found");
    expect(await outcomeOf(saveNote(await by("ines"), { noteId, version: 1, title: "x", body: "x" }))).toBe(
      "not_found",
    );
    expect(await outcomeOf(bringBackNote(await by("fatou"), { noteId }))).toBe("not_found");
    expect((await listNotes(await as("ines"), { groupId })).removed).toBeNull();
    expect((await listNotes(await as("manager"), { groupId })).removed).toMatchObject([
      { id: noteId, title: "À retirer", by: { name: "Fatou Fidèle" } },
    ]);
    await bringBackNote(await by("manager"), { noteId });
    expect((await getNote(await as("ines"), noteId)).title).toBe("À retirer");
    await removeNote(await by("manager"), { noteId });
    expect(told.map(({ name }) => name)).toEqual([
      "group-note.removed",
      "group-note.brought-back",
      "group-note.removed",
    ]);
  });
});

describe("the notes of a group", () => {
  it("come page by page, the last changed first, each once", async () => {
    const { id } = await createGroup({ members: [people.fatou] });
    for (let n = 0; n < 33; n++) await createNoteIn(id, { title: `Note ${n}` });
    const first = await listNotes(await as("fatou"), { groupId: id });
    expect(first.notes).toHaveLength(30);
    const second = await listNotes(await as("fatou"), { groupId: id, apres: first.after ?? "" });
    expect(second.after).toBeNull();
    expect(new Set([...first.notes, ...second.notes].map(({ title }) => title)).size).toBe(33);
    expect((await listNotes(await as("fatou"), { groupId: id, apres: "n’importe quoi" })).notes).toHaveLength(30);
  });

  it("keep the name of who wrote for who may not see her card, without the way to it", async () => {
    const noteId = await createNoteIn(groupId, { createdById: people.fatou.id });
    await blockInTheDatabase(people.fatou.id, people.ines.id);
    expect((await getNote(await as("ines"), noteId)).createdBy).toEqual({
      name: "Fatou Fidèle",
      href: null,
      photo: null,
    });
    await db.block.deleteMany({ where: { blockerId: people.fatou.id } });
    expect((await getNote(await as("ines"), noteId)).createdBy?.href).toContain(people.fatou.id);
  });

  it("leave with the group: who is in it no longer reads none", async () => {
    const closed = await createGroup({ entry: "closed", leads: [people.manager], members: [people.ines] });
    const noteId = await createNoteIn(closed.id);
    expect(await outcomeOf(getNote(await as("ines"), noteId))).toBe("ok");
    await db.groupMembership.deleteMany({ where: { groupId: closed.id, memberId: people.ines.id } });
    for (const what of [getNote, getNoteToEdit])
      expect(await outcomeOf(what(await as("ines"), noteId))).toBe("not_found");
    expect(await outcomeOf(getRevisions(await as("ines"), { noteId }))).toBe("not_found");
    await putInGroup(closed.id, people.ines.id);
    expect(await outcomeOf(getNote(await as("ines"), noteId))).toBe("ok");
  });
});

describe("a reported note", () => {
  it("is read through the report with its wordings, hidden, and shown again", async () => {
    const noteId = await createNoteIn(groupId, { createdById: people.fatou.id, body: "Des mots" });
    await saveNote(await by("fatou"), { noteId, version: 1, title: "Liste de courses", body: "D’autres mots" });
    const found = await groupNoteReports.find(db, await as("ines"), noteId);
    expect(found).toMatchObject({ authorId: people.fatou.id, scope: "national/63/63113" });
    const closed = await createGroup({ entry: "closed", leads: [people.manager] });
    const secret = await createNoteIn(closed.id, { title: "Secret" });
    expect(await groupNoteReports.find(db, await as("ines"), secret)).toBeNull();
    expect((await groupNoteReports.list(await as("ines"), [secret]))[0]?.place).toEqual({
      label: "Note de groupe",
      href: null,
    });
    expect(await groupNoteReports.read(await as("ines"), noteId)).toMatchObject({
      text: "Liste de courses\n\nD’autres mots",
      history: [{ text: "Liste de courses\n\nDes mots" }],
    });
    const hide = (hidden: boolean) => groupNoteReports.setHidden(db, { objectId: noteId, hidden, byId: null });
    expect(await hide(true)).toMatchObject({ name: "group-note.hidden" });
    expect(await hide(true)).toBeNull();
    for (const who of ["fatou", "ines", "manager"] as const)
      expect(await outcomeOf(getNote(await as(who), noteId))).toBe("not_found");
    expect(await hide(false)).toMatchObject({ name: "group-note.shown" });
    expect(await outcomeOf(getNote(await as("ines"), noteId))).toBe("ok");
  });
});

describe("what a member wrote in notes", () => {
  it("is in her export, her lines alone, and stays without her name when she leaves", async () => {
    const her = await createPerson("Léa Partante", { adherent: true });
    await putInGroup(groupId, her.id);
    const noteId = await createNoteIn(groupId, { body: "Le mot d’une autre" });
    const actor = await actorOfSession(her.session);
    await saveNote({ actor }, { noteId, version: 1, title: "Liste de courses", body: "Le mot d’une autre\nLe mien" });
    const data = await groupNotesPersonalData.read(her.id);
    expect(data.ce_que_j_y_ai_écrit).toMatchObject([{ lignes: "Le mien" }]);
    expect(JSON.stringify(data)).not.toContain("une autre");
    await groupNotesPersonalData.erase(db, her);
    await db.member.update({ where: { id: her.id }, data: { erasedAt: clock.now(), name: "Compte supprimé" } });
    expect((await getNote(await as("ines"), noteId)).updatedBy).toBeNull();
    expect(await groupNotesPersonalData.read(her.id)).toMatchObject({ ce_que_j_y_ai_écrit: [] });
  });
});
