import { type Action, postedAs, probe } from "@tests/support/doors.ts";
import { createGroup, inviteInTheDatabase, putInGroup } from "@tests/support/groups-world.ts";
import { columns, places, reach, rows, who } from "@tests/support/matrix.ts";
import { createFileIn, createNoteIn } from "@tests/support/paper-inputs.ts";
import {
  actorOfColumn,
  countRows,
  createPerson,
  createWorld,
  formOf,
  outcomeOf,
  type Person,
  refusalOf,
  scopes,
  sessionOfColumn,
  type World,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { type Actor, visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import * as files from "@/features/group-files/file.actions.ts";
import { getFile, getFilePlace, getFilePreview, listFiles } from "@/features/group-files/index.ts";
import { getNewNote, getNote, getNoteToEdit, getRevisions, listNotes } from "@/features/group-notes/index.ts";
import * as notes from "@/features/group-notes/note.actions.ts";
import { ensurePlaceGroups } from "@/features/groups/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { actorOfSession } from "@/platform/session.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/navigation", async () => (await import("@tests/support/doors.ts")).nextNavigation);

let world: World;
const groupOf = new Map<string, string>();
beforeAll(async () => {
  withoutLimits();
  world = await createWorld();
  await ensurePlaceGroups();
  for (const { id, place } of await db.group.findMany({ where: { kind: "place" } })) if (place) groupOf.set(place, id);
});

/** The group of a place, with a note and a file of somebody who blocked B, and a note that was taken away. */
async function papersIn(scope: string) {
  const groupId = groupOf.get(scope) ?? "";
  const note = await createNoteIn(groupId, { createdById: world.neverNamed.id });
  const file = await createFileIn(groupId, { addedById: world.neverNamed.id });
  return { groupId, note, file, removed: await createNoteIn(groupId, { removed: true }) };
}

/** Every way to read a note, a file, or those of a group. */
const ways = (actor: Actor, { groupId, note, file }: { groupId: string; note: string; file: string }) => ({
  files: () => listFiles(actor, { groupId }),
  download: () => getFile(actor, { id: groupId, fichier: file }),
  preview: () => getFilePreview(actor, { id: groupId, fichier: file }, null),
  list: () => listNotes(actor, { groupId }),
  page: () => getNote(actor, note, groupId),
  versions: () => getRevisions(actor, { noteId: note }, groupId),
});

describe.each(columns)("files and notes of places, column %s", (column) => {
  it(`are read by ${who[column]} where the matrix says, and do not exist elsewhere`, async () => {
    const actor = await actorOfColumn(world, column);
    for (const place of places) {
      const made = await papersIn(scopes[place]);
      const may = reach[rows.paperRead.cells[column]].includes(place);
      for (const [way, ask] of Object.entries(ways(actor, made)))
        expect(await outcomeOf(ask()), `${way}, ${place}`).toBe(may ? "ok" : "not_found");
      expect(await outcomeOf(getNote(actor, made.removed)), place).toBe("not_found");
      if (may) continue;
      expect(await refusalOf(getNote(actor, made.note))).toEqual(await refusalOf(getNote(actor, newId())));
    }
  });

  it(`are written by ${who[column]} where the matrix says, and nowhere else`, async () => {
    const [session, actor] = [sessionOfColumn(world, column), await actorOfColumn(world, column)];
    for (const place of places) {
      const { groupId, note } = await papersIn(scopes[place]);
      const may = reach[rows.paperWrite.cells[column]].includes(place);
      const text = { title: "Compte rendu", body: "Nous étions douze." };
      const tried: [string, unknown, (id: string) => Record<string, string>, string][] = [
        ["begin", notes.createNoteAction, (id) => ({ groupId: id, ...text }), groupId],
        ["preview", notes.createNoteAction, (id) => ({ groupId: id, acte: "apercu", ...text }), groupId],
        ["save", notes.saveNoteAction, (id) => ({ noteId: id, groupId, version: "1", ...text }), note],
        ["restore", notes.restoreRevisionAction, (id) => ({ noteId: id, number: "1", version: "2" }), note],
      ];
      for (const [act, action, fields, id] of tried)
        await probe(session, { action: action as Action, fields, id, may, label: `${act}, ${place}` });
      expect(await outcomeOf(getFilePlace(actor, { id: groupId })), place).toBe(may ? "ok" : "not_found");
      expect(await outcomeOf(getNewNote(actor, groupId)), place).toBe(may ? "ok" : "not_found");
      expect(await outcomeOf(getNoteToEdit(actor, note)), place).toBe(may ? "ok" : "not_found");
    }
  });

  it(`are taken away and brought back by ${who[column]} where she keeps them`, async () => {
    const session = sessionOfColumn(world, column);
    for (const place of places) {
      const { note, file, removed } = await papersIn(scopes[place]);
      // N keeps the country’s own group.
      const keeps = reach[rows.paperKeep.cells[column]].includes(place) || (column === "N" && place === "national");
      const reads = reach[rows.paperRead.cells[column]].includes(place);
      const before = await countRows();
      const act = (action: unknown, noteId: string) => postedAs(session, action as Action, formOf({ noteId }));
      expect(await act(notes.removeNoteAction, note), place).toBe(keeps ? "ok" : reads ? "forbidden" : "not_found");
      expect(await act(notes.bringBackNoteAction, removed), place).toBe(keeps ? "ok" : "not_found");
      const taken = await postedAs(session, files.removeFileAction as Action, formOf({ fileId: file }));
      expect(taken, place).toBe(keeps ? "ok" : reads ? "forbidden" : "not_found");
      if (!keeps) expect(await countRows(), place).toEqual(before);
    }
  });
});

describe("files and notes of groups that members formed", () => {
  let people: Record<"adherent" | "sympathiser" | "member" | "invited" | "national", Person>;
  beforeAll(async () => {
    people = {
      adherent: await createPerson("Ada Adhérente", { adherent: true, section: "03185" }),
      sympathiser: await createPerson("Sami Sympathisant", { section: "03185" }),
      member: await createPerson("Mina Membre", { adherent: true, section: "03185" }),
      invited: await createPerson("Iris Invitée", { adherent: true, section: "03185" }),
      national: await createPerson("Noël National", {
        adherent: true,
        mandates: [{ role: "national_admin", scope: "national" }],
      }),
    };
  });

  it.each([
    { entry: "open", adherentsOnly: false, readers: ["adherent", "sympathiser", "member", "invited", "national"] },
    { entry: "open", adherentsOnly: true, readers: ["adherent", "member", "invited", "national"] },
    { entry: "request", adherentsOnly: false, readers: ["member"] },
    { entry: "closed", adherentsOnly: false, readers: ["member"] },
  ] as const)("$entry, for adherents $adherentsOnly: are read by $readers, never by a visitor", async (kind) => {
    const { id: groupId } = await createGroup({ ...kind, members: [people.member], leads: [people.adherent] });
    await db.groupMembership.deleteMany({ where: { groupId, memberId: people.adherent.id } });
    await inviteInTheDatabase(groupId, people.invited.id, people.member.id);
    const made = { groupId, note: await createNoteIn(groupId), file: await createFileIn(groupId) };
    for (const name of Object.keys(people) as (keyof typeof people)[]) {
      const actor = await actorOfSession(people[name].session);
      const may = (kind.readers as readonly string[]).includes(name);
      for (const [way, ask] of Object.entries(ways(actor, made)))
        expect(await outcomeOf(ask()), `${way}, ${name}`).toBe(may ? "ok" : "not_found");
    }
    for (const ask of Object.values(ways(visitor, made))) expect(await outcomeOf(ask())).toBe("not_found");
  });

  it("open to the national level for a day once it has said why, to read and not to write", async () => {
    const { id: groupId } = await createGroup({ entry: "request", members: [people.member] });
    const note = await createNoteIn(groupId);
    const actor = await actorOfSession(people.national.session);
    expect(await outcomeOf(getNote(actor, note))).toBe("not_found");
    const visit = { groupId, visitorId: people.national.id, purpose: "Un signalement à lire.", visitedAt: clock.now() };
    await db.groupVisit.create({ data: { id: newId(), ...visit } });
    expect(await outcomeOf(getNote(actor, note))).toBe("ok");
    const session = people.national.session;
    const fields = formOf({ noteId: note, version: "1", title: "x", body: "x" });
    expect(await postedAs(session, notes.saveNoteAction as Action, fields)).toBe("forbidden");
    await db.groupVisit.updateMany({ where: { groupId }, data: { visitedAt: new Date(Date.now() - 25 * 3_600_000) } });
    expect(await outcomeOf(getNote(actor, note))).toBe("not_found");
  });

  it("of a hidden group are nobody’s", async () => {
    const { id: groupId } = await createGroup({ leads: [people.member] });
    const made = { groupId, note: await createNoteIn(groupId), file: await createFileIn(groupId) };
    await db.group.update({ where: { id: groupId }, data: { hiddenAt: clock.now() } });
    for (const ask of Object.values(ways(await actorOfSession(people.member.session), made)))
      expect(await outcomeOf(ask())).toBe("not_found");
  });

  it("are one group’s: the address of another does not lead to them", async () => {
    const [one, other] = [await createGroup({ members: [people.member] }), await createGroup()];
    await putInGroup(other.id, people.member.id);
    const note = await createNoteIn(one.id);
    const actor = await actorOfSession(people.member.session);
    expect(await outcomeOf(getNote(actor, note, other.id))).toBe("not_found");
    expect(await outcomeOf(getNote(actor, note, null))).toBe("not_found");
    expect(await outcomeOf(getNote(actor, "x' or 1=1"))).toBe("not_found");
  });
});

it("takes no field that a form does not have, and answers two texts side by side", async () => {
  const groupId = groupOf.get(scopes["own section"]) ?? "";
  const note = await createNoteIn(groupId, { body: "9 h" });
  const session = sessionOfColumn(world, "A");
  const fields = { noteId: note, version: "1", title: "Liste de courses", body: "10 h" };
  for (const extra of ["createdById", "hiddenAt", "byId"])
    expect(await postedAs(session, notes.saveNoteAction as Action, formOf({ ...fields, [extra]: "x" })), extra).toBe(
      "invalid",
    );
  expect(await postedAs(session, notes.saveNoteAction as Action, formOf(fields))).toBe("ok");
  const hers = formOf({ ...fields, body: "11 h" });
  let answered: unknown;
  const listening: Action = async (state, form) => {
    const next = await notes.saveNoteAction(state, form);
    answered = next;
    return next as Awaited<ReturnType<Action>>;
  };
  expect(await postedAs(session, listening, hers)).toBe("conflict");
  expect(answered).toMatchObject({
    values: { body: "11 h" },
    conflict: { version: 2, mine: { body: "11 h" }, theirs: { body: "10 h" } },
  });
});
