import { randomUUID } from "node:crypto";
import { createGroup, inviteInTheDatabase, putInGroup } from "@tests/support/groups-world.ts";
import { createPostRow } from "@tests/support/posts-world.ts";
import {
  blockInTheDatabase,
  createPerson,
  outcomeOf,
  type Person,
  refusalOf,
  suspendInTheDatabase,
} from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { createNote, groupNotesPersonalData } from "@/features/group-notes/index.ts";
import {
  ensurePlaceGroups,
  type GroupEntry,
  getGroup,
  getGroupLink,
  getGroupMembers,
  groupCommands,
  groupsPersonalData,
  listGroupInvitations,
} from "@/features/groups/index.ts";
import { getCase, getModerationDesk, reportObject } from "@/features/moderation/index.ts";
import { commentPost, createPost, getPost, listWall, postsPersonalData } from "@/features/posts/index.ts";
import { db } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";
import { acting, aDecider, caseOf, prepare, WORDS } from "./moderation-world.ts";

// What was once tried against groups and what is said in them, and worked.

const CLERMONT = "national/63/63113";
const actorOf = ({ id }: { id: string }) => actorOfMember(id);
let lead: Person;
let member: Person;
let stranger: Person;

beforeAll(async () => {
  await prepare();
  await ensurePlaceGroups();
  lead = await createPerson("Lise Responsable", { adherent: true });
  member = await createPerson("Malik Membre", { adherent: true });
  stranger = await createPerson("Samia Passante", { adherent: true });
});

const reads = async (person: Person, id: string) => outcomeOf(listWall(await actorOf(person), id));
const knows = async (person: Person, id: string) => outcomeOf(getGroup(await actorOf(person), id));
const edit = async (person: Person, id: string, change: { entry?: GroupEntry; adherentsOnly?: boolean }) => {
  const { name, purpose, kind, scope, entry, adherentsOnly } = await db.group.findUniqueOrThrow({ where: { id } });
  const input = { groupId: id, name, purpose, kind, scope, entry, adherentsOnly, ...change };
  return groupCommands.editGroup(await acting(person), input as never);
};

describe("who was taken out of a closed group", () => {
  it("opens it to nobody by an invitation that she had sent", async () => {
    const manager = await createPerson("Ana Écartée", { adherent: true });
    const { id } = await createGroup({ entry: "closed", leads: [lead], managers: [manager] });
    await inviteInTheDatabase(id, stranger.id, manager.id);
    const [invitation] = await listGroupInvitations(await actorOf(stranger));
    expect(invitation?.group.id).toBe(id);
    const person = { groupId: id, memberId: manager.id, words: "Elle fait entrer n’importe qui." };
    await groupCommands.removeFromGroup(await acting(lead), person);
    expect(await listGroupInvitations(await actorOf(stranger))).toEqual([]);
    expect(await knows(stranger, id)).toBe("not_found");
    const answer = { invitationId: invitation?.id ?? "", answer: "oui" as const, terms: "" };
    expect(await outcomeOf(groupCommands.answerGroupInvitation(await acting(stranger), answer as never))).toBe(
      "not_found",
    );
    // Nor does somebody who is suspended.
    const absent = await createPerson("Paul Suspendu", { adherent: true });
    const { id: other } = await createGroup({ entry: "closed", leads: [lead], managers: [absent] });
    await inviteInTheDatabase(other, stranger.id, absent.id);
    expect(await knows(stranger, other)).toBe("ok");
    await suspendInTheDatabase(absent.id);
    expect(await knows(stranger, other)).toBe("not_found");
    // Whom somebody else of it invites comes in: the old invitation does not stand in the way.
    const again = { groupId: id, memberId: stranger.id, words: "" };
    expect(await outcomeOf(groupCommands.inviteToGroup(await acting(lead), again))).toBe("ok");
    expect(await knows(stranger, id)).toBe("ok");
  });
});

describe("who is suspended", () => {
  it("lets nobody in by the link that she had made", async () => {
    const manager = await createPerson("Maya Suspendue", { adherent: true });
    const { id: groupId } = await createGroup({ entry: "closed", leads: [lead], managers: [manager] });
    const { token } = await groupCommands.createGroupLink(await acting(manager), { groupId, uses: 5, days: 7 });
    const page = async () => outcomeOf(getGroupLink(await actorOf(stranger), token));
    expect(await page()).toBe("ok");
    await suspendInTheDatabase(manager.id);
    expect(await page()).toBe("not_found");
    expect(await outcomeOf(groupCommands.joinByLink(await acting(stranger), { token }))).toBe("not_found");
  });
});

describe("who followed an open group", () => {
  it.each(["request", "closed"] as const)("reads nothing of it once its entry is %s", async (entry) => {
    const { id } = await createGroup({ leads: [lead], members: [member], followers: [stranger] });
    expect(await reads(stranger, id)).toBe("ok");
    await edit(lead, id, { entry });
    expect(await reads(stranger, id)).toBe("not_found");
    expect(await knows(stranger, id)).toBe(entry === "closed" ? "not_found" : "ok");
    expect(await reads(member, id)).toBe("ok");
  });

  it("is not what a lead makes of a member behind a door: she would be out, and never told", async () => {
    const { id: groupId } = await createGroup({ entry: "request", leads: [lead], members: [member] });
    const role = { groupId, memberId: member.id, role: "follower" as const };
    expect(await refusalOf(groupCommands.setRole(await acting(lead), role))).toMatchObject({
      reason: "group_not_open",
    });
    const actor = await actorOf(lead);
    const { members } = await getGroupMembers(actor, await getGroup(actor, groupId), {});
    expect(members.find(({ id }) => id === member.id)?.roles).toEqual(["manager", "lead"]);
  });
});

describe("a mandate that sets the card of a group right", () => {
  it.each([
    ["section_leader", CLERMONT],
    ["federation_admin", "national/63"],
    ["national_admin", "national"],
  ] as const)("opens no wall to %s, and closes none to others", async (role, scope) => {
    const staff = await aDecider(role, scope);
    const { id } = await createGroup({ entry: "request", adherentsOnly: true, leads: [lead], scope: CLERMONT });
    for (const change of [{ entry: "open" }, { entry: "closed" }, { adherentsOnly: false }] as const)
      expect(await outcomeOf(edit(staff, id, change))).toBe("invalid");
    expect(await reads(staff, id)).toBe("not_found");
    expect(await outcomeOf(edit(staff, id, {}))).toBe("ok");
    expect(await outcomeOf(edit(lead, id, { entry: "open" }))).toBe("ok");
  });
});

describe("a closed group", () => {
  it("is not told by a mention: who does not know of it gets no id of it", async () => {
    const { id: secret } = await createGroup({ entry: "closed", name: "Cellule discrète", leads: [lead] });
    const open = await createGroup({ leads: [lead], members: [member] });
    const { id } = await createPost(await acting(lead), {
      ...{ groupId: open.id, clientId: randomUUID(), body: "Vu avec @Cellule discrète et @Malik Membre." },
      mentions: [
        { kind: "group", id: secret, label: "Cellule discrète" },
        { kind: "member", id: member.id, label: "Malik Membre" },
      ],
    });
    expect(JSON.stringify(await getPost(await actorOf(lead), id))).toContain(secret);
    expect(JSON.stringify(await getPost(await actorOf(member), id))).not.toContain(secret);
    await blockInTheDatabase(member.id, stranger.id);
    expect(JSON.stringify(await getPost(await actorOf(stranger), id))).not.toContain(member.id);
  });

  it("is told to no section and no federation by a report of what is said in it", async () => {
    const { id: groupId } = await createGroup({
      entry: "closed",
      name: "Cellule secrète",
      leads: [lead],
      scope: CLERMONT,
    });
    await putInGroup(groupId, member.id);
    const { id: objectId } = await createPostRow({ authorId: lead.id, groupId });
    await reportObject(await acting(member), { kind: "publication", objectId, rule: "1", words: WORDS });
    await reportObject(await acting(member), { kind: "groupe", objectId: groupId, rule: "1", words: WORDS });
    for (const kind of ["publication", "groupe"]) {
      const { id: caseId } = await caseOf({ kind, objectId: kind === "groupe" ? groupId : objectId });
      for (const [role, scope] of [
        ["section_leader", CLERMONT],
        ["federation_admin", "national/63"],
      ] as const) {
        const staff = await actorOf(await aDecider(role, scope));
        expect(await outcomeOf(getCase(staff, caseId))).toBe("not_found");
        expect(JSON.stringify(await getModerationDesk(staff))).not.toContain("Cellule secrète");
      }
      expect(await outcomeOf(getCase(await actorOf(await aDecider("moderator")), caseId))).toBe("ok");
    }
  });
});

describe("the export of who was taken out", () => {
  it("tells what she did, and neither what the closed group is called since nor who invites her across a block", async () => {
    const gone = await createPerson("Gaëlle Partie", { adherent: true });
    const { id: groupId } = await createGroup({ entry: "closed", name: "Premier nom", leads: [lead], members: [gone] });
    const body = "Mes propres mots.";
    const post = { groupId, body, clientId: randomUUID() };
    const { id: postId } = await createPost(await acting(gone), post);
    await commentPost(await acting(gone), { postId, body, clientId: randomUUID() });
    await createNote(await acting(gone), { groupId, title: "Mon titre", body });
    const known = async () => {
      const parts = [groupsPersonalData, postsPersonalData, groupNotesPersonalData];
      return JSON.stringify(await Promise.all(parts.map(({ read }) => read(gone.id))));
    };
    expect(await known()).toContain("Premier nom");
    const person = { groupId, memberId: gone.id, words: "Il est temps." };
    await groupCommands.removeFromGroup(await acting(lead), person);
    await db.group.update({ where: { id: groupId }, data: { name: "Nom de guerre" } });
    await db.groupNote.updateMany({ where: { groupId }, data: { title: "Titre des autres" } });
    const { id: other } = await createGroup({ entry: "closed", name: "Cercle fermé", leads: [lead] });
    await inviteInTheDatabase(other, gone.id, lead.id);
    expect(await known()).toContain("Cercle fermé");
    await blockInTheDatabase(lead.id, gone.id);
    const told = await known();
    for (const own of [body, "Mon titre"]) expect(told).toContain(own);
    for (const secret of ["Nom de guerre", "Titre des autres", "Cercle fermé"]) expect(told).not.toContain(secret);
    const received = (await groupsPersonalData.read(gone.id)).invitations_reçues;
    expect(received).toEqual([]);
  });
});
