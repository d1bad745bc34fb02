import { randomUUID } from "node:crypto";
import { createStoredFile } from "@tests/support/paper-inputs.ts";
import { createGroupRow, groupOfPlace } from "@tests/support/posts-world.ts";
import { blockInTheDatabase } from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addFile } from "@/features/group-files/index.ts";
import { createNote, removeNote } from "@/features/group-notes/index.ts";
import {
  answerGroupInvitation,
  answerGroupRequest,
  askToJoin,
  groupCommands,
  inviteToGroup,
  setRole,
} from "@/features/groups/index.ts";
import { hasUnreadAbout } from "@/features/notifications/index.ts";
import { commentPost, createPost, editPost, pinPost, removeComment, removePost } from "@/features/posts/index.ts";
import { db } from "@/platform/db/client.ts";
import { acting, type Somebody, somebody } from "./coopains-world.ts";
import { requestFor, tie } from "./group-entry-world.ts";
import { forgetAll, linesOf, mute, posted, prepareNotices, readAll, tellAll, textsOf } from "./notices-world.ts";

let people: Record<"ines" | "bruno" | "carla" | "lead" | "follower" | "far", Somebody>;
let group: { id: string; slug: string; name: string };

beforeAll(async () => {
  await prepareNotices();
  const adherent = { adherent: true };
  people = {
    ines: await somebody("Inès Bonnet", adherent),
    bruno: await somebody("Bruno Roux", adherent),
    carla: await somebody("Carla Costa", { ...adherent, card: "coopains" }),
    lead: await somebody("Lise Legrand", adherent),
    follower: await somebody("Flora Fine"),
    far: await somebody("Paul Passant", { section: "03185" }),
  };
  const { ines, bruno, carla, lead, follower } = people;
  group = await createGroupRow({
    members: {
      [ines.id]: "member",
      [bruno.id]: "member",
      [carla.id]: "member",
      [lead.id]: "lead",
      [follower.id]: "follower",
    },
  });
});
beforeEach(forgetAll);

const comment = (who: Somebody, postId: string, body = "Et pour les vélos-cargos ?") =>
  commentPost(who.caller, { postId, body, clientId: randomUUID() });
const naming = ({ id, name }: Somebody) => ({
  body: `Demandons à @${name} ce qu’elle en pense.`,
  mentions: [{ kind: "member" as const, id, label: name }],
});

describe("posts of a group", () => {
  it("are told to those who are in it and who follow it, and not to their author nor to anybody else", async () => {
    await createPost(people.ines.caller, posted(group.id));
    await tellAll();
    for (const who of [people.bruno, people.lead, people.follower])
      expect(await textsOf(who, "group.posted")).toEqual(["Inès Bonnet a publié dans « Vélo pour tous »"]);
    expect(await linesOf(people.ines)).toEqual([]);
    expect(await linesOf(people.far)).toEqual([]);
  });

  it("are one line as long as it is unread, counted, and each its own afterwards", async () => {
    for (const who of [people.ines, people.carla]) await createPost(who.caller, posted(group.id));
    await tellAll();
    expect(await textsOf(people.bruno, "group.posted")).toEqual(["2 nouvelles publications dans « Vélo pour tous »"]);
    await readAll(people.bruno);
    await createPost(people.carla.caller, posted(group.id));
    await tellAll();
    expect(await textsOf(people.bruno, "group.posted")).toEqual([
      "2 nouvelles publications dans « Vélo pour tous »",
      "Un·e membre a publié dans « Vélo pour tous »",
    ]);
  });

  it("are gone from the line with the post, and with the group", async () => {
    const { id } = await createPost(people.ines.caller, posted(group.id));
    await tellAll();
    await removePost(people.ines.caller, { postId: id });
    expect(await linesOf(people.bruno)).toEqual([]);
    const closed = await createGroupRow({
      entry: "closed",
      members: { [people.ines.id]: "lead", [people.bruno.id]: "member" },
    });
    await createPost(people.ines.caller, posted(closed.id));
    await tellAll();
    expect(await linesOf(people.bruno)).toHaveLength(1);
    await db.groupMembership.deleteMany({ where: { groupId: closed.id, memberId: people.bruno.id } });
    expect(await linesOf(people.bruno)).toEqual([]);
  });

  it("for adherents reach them alone; a muted group and a block tell nothing", async () => {
    await db.groupMembership.update({
      where: { groupId_memberId: { groupId: group.id, memberId: people.follower.id } },
      data: { role: "member" },
    });
    await mute(people.bruno, `group:${group.id}`);
    const away = await somebody("Béa Barre");
    await db.groupMembership.create({
      data: { groupId: group.id, memberId: away.id, role: "member", joinedAt: new Date() },
    });
    await blockInTheDatabase(away.id, people.ines.id);
    await createPost(people.ines.caller, posted(group.id, "Entre nous.", { adherentsOnly: "oui" }));
    await createPost(people.ines.caller, posted(group.id));
    await tellAll();
    expect(await textsOf(people.lead, "group.posted")).toEqual(["2 nouvelles publications dans « Vélo pour tous »"]);
    expect(await textsOf(people.follower, "group.posted")).toEqual(["Inès Bonnet a publié dans « Vélo pour tous »"]);
    expect(await linesOf(people.bruno)).toEqual([]);
    expect(await linesOf(away)).toEqual([]);
    await db.groupMembership.deleteMany({ where: { memberId: away.id } });
  });

  it("of one's own section are told of; of the federation's group, what is pinned alone", async () => {
    const [section, federation] = [await groupOfPlace("national/63/63113"), await groupOfPlace("national/63")];
    await createPost(people.ines.caller, posted(section.id));
    const { id } = await createPost(people.ines.caller, posted(federation.id));
    await tellAll();
    const place = await db.section.findFirstOrThrow({ where: { scope: "national/63/63113" } });
    expect(await textsOf(people.bruno, "group.posted")).toEqual([`Inès Bonnet a publié dans la section ${place.name}`]);
    const admin = await somebody("Farid Fédéral", { mandates: [{ role: "federation_admin", scope: "national/63" }] });
    await pinPost(admin.caller, { postId: id });
    await tellAll();
    expect(await textsOf(people.bruno, "group.pinned")).toEqual([
      "Farid Fédéral a épinglé une annonce dans la fédération du Puy-de-Dôme",
    ]);
    expect(await linesOf(people.far)).toEqual([]);
  });
});

describe("comments", () => {
  it("are told to the post's author and to those who commented before, once each, and not to who writes", async () => {
    const { id } = await createPost(people.ines.caller, posted(group.id));
    await comment(people.bruno, id);
    await tellAll();
    expect(await textsOf(people.ines, "post.commented")).toEqual([
      "Bruno Roux a commenté ta publication dans « Vélo pour tous »",
    ]);
    await comment(people.carla, id);
    await comment(people.lead, id);
    await comment(people.lead, id);
    await tellAll();
    expect(await textsOf(people.ines, "post.commented")).toEqual([
      "Lise Legrand et 2 autres personnes ont commenté ta publication dans « Vélo pour tous »",
    ]);
    expect(await textsOf(people.bruno, "post.followed-up")).toEqual([
      "Lise Legrand et une autre personne ont aussi commenté une publication que tu as commentée dans « Vélo pour tous »",
    ]);
    expect(await textsOf(people.lead, "post.commented")).toEqual([]);
    expect(await textsOf(people.lead, "post.followed-up")).toEqual([]);
  });

  it("leave no line once they are gone", async () => {
    const { id } = await createPost(people.ines.caller, posted(group.id));
    const { id: commentId } = await comment(people.bruno, id);
    await tellAll();
    await removeComment(people.bruno.caller, { commentId });
    expect(await textsOf(people.ines, "post.commented")).toEqual([]);
  });
});

describe("being named", () => {
  it("is told to whom a post or a comment names, on top of nothing else about it", async () => {
    const { id } = await createPost(people.ines.caller, posted(group.id, "", naming(people.bruno)));
    await comment(people.carla, id);
    await commentPost(people.lead.caller, { postId: id, clientId: randomUUID(), ...naming(people.bruno) });
    await tellAll();
    expect(await textsOf(people.bruno, "post.mentioned")).toEqual([
      "Lise Legrand te mentionne dans un commentaire de « Vélo pour tous »",
    ]);
    expect(await textsOf(people.bruno, "group.posted")).toEqual([]);
    expect(await textsOf(people.lead, "post.mentioned")).toEqual([]);
    const { actor } = people.bruno.caller;
    await readAll(people.bruno);
    await commentPost(people.lead.caller, { postId: id, clientId: randomUUID(), ...naming(people.bruno) });
    await tellAll();
    expect(await hasUnreadAbout(actor, { about: id })).toBe(true);
    expect(await hasUnreadAbout(actor, { about: group.id })).toBe(false);
  });

  it("by an edit is told once, and not again by the next edit", async () => {
    const { id } = await createPost(people.ines.caller, posted(group.id));
    await tellAll();
    await editPost(people.ines.caller, { postId: id, ...naming(people.bruno) });
    await tellAll();
    expect(await textsOf(people.bruno, "post.mentioned")).toHaveLength(1);
    await readAll(people.bruno);
    const again = naming(people.bruno);
    await editPost(people.ines.caller, { postId: id, ...again, body: `${again.body} Et vite.` });
    await tellAll();
    expect(await textsOf(people.bruno, "post.mentioned")).toHaveLength(1);
  });
});

describe("coming into a group", () => {
  it("tells those who keep it who waits, then who asked what they answered", async () => {
    const asked = await createGroupRow({
      entry: "request",
      name: "Salle commune",
      members: { [people.lead.id]: "lead", [people.ines.id]: "member" },
    });
    await askToJoin(people.bruno.caller, await requestFor(asked.id));
    await askToJoin(people.carla.caller, await requestFor(asked.id));
    await tellAll();
    expect(await textsOf(people.lead, "group.requested")).toEqual([
      "Carla Costa et une autre personne demandent à entrer dans « Salle commune »",
    ]);
    expect(await linesOf(people.ines)).toEqual([]);
    for (const [who, answer] of [
      [people.bruno, "oui"],
      [people.carla, "non"],
    ] as const) {
      const { id } = await db.groupRequest.findFirstOrThrow({ where: { groupId: asked.id, memberId: who.id } });
      await answerGroupRequest(await acting(people.lead.id), { requestId: id, answer });
    }
    await tellAll();
    expect(await textsOf(people.bruno, "group.answered")).toEqual([
      "Bienvenue dans « Salle commune » : ta demande est acceptée",
    ]);
    expect(await textsOf(people.carla, "group.answered")).toEqual([
      "Ta demande d’entrer dans « Salle commune » n’est pas acceptée",
    ]);
    expect(await textsOf(people.lead, "group.requested")).toEqual([]);
  });

  it("by invitation is told to who is invited, until she answers or who invited is gone", async () => {
    const closed = await createGroupRow({
      entry: "closed",
      name: "Cercle",
      members: { [people.lead.id]: "lead", [people.ines.id]: "member" },
    });
    await tie(people.ines, people.far);
    await inviteToGroup(people.ines.caller, { groupId: closed.id, memberId: people.far.id });
    await tellAll();
    expect(await textsOf(people.far, "group.invited")).toEqual(["Inès Bonnet t’invite dans « Cercle »"]);
    expect(await hasUnreadAbout(people.far.caller.actor, { about: closed.id })).toBe(true);
    await db.groupMembership.deleteMany({ where: { groupId: closed.id, memberId: people.ines.id } });
    expect(await linesOf(people.far)).toEqual([]);
    await db.groupMembership.create({
      data: { groupId: closed.id, memberId: people.ines.id, role: "member", joinedAt: new Date() },
    });
    const { id } = await db.groupInvitation.findFirstOrThrow({ where: { groupId: closed.id } });
    await answerGroupInvitation(people.far.caller, { invitationId: id, answer: "non" } as never);
    expect(await linesOf(people.far)).toEqual([]);
  });

  it("and keeping it, or being taken out of it, is told to whom it happens", async () => {
    const closed = await createGroupRow({
      entry: "closed",
      name: "Cercle",
      members: { [people.lead.id]: "lead", [people.ines.id]: "member" },
    });
    await setRole(people.lead.caller, { groupId: closed.id, memberId: people.ines.id, role: "manager" });
    await tellAll();
    expect(await textsOf(people.ines, "group.role")).toEqual(["Tu es maintenant gestionnaire de « Cercle »"]);
    await groupCommands.removeFromGroup(people.lead.caller, {
      groupId: closed.id,
      memberId: people.ines.id,
      words: "Merci pour tout.",
    });
    await tellAll();
    expect(await textsOf(people.ines, "group.role")).toEqual([
      "Tu ne fais plus partie d’un groupe dont tu étais membre",
    ]);
    expect(await linesOf(people.lead)).toEqual([]);
  });
});

describe("files and notes of a group", () => {
  it("are told to its members as two lines, and to nobody once they are gone", async () => {
    const fileId = await createStoredFile(people.ines.id);
    await addFile(people.ines.caller, {
      groupId: group.id,
      name: "affiche.pdf",
      mime: "application/pdf",
      preview: null,
      fileId,
    });
    await createNote(people.lead.caller, { groupId: group.id, title: "Qui tient le stand ?", body: "À compléter." });
    const second = await createNote(people.lead.caller, { groupId: group.id, title: "Budget", body: "À compléter." });
    await tellAll();
    expect((await textsOf(people.bruno, "group.filed")).sort()).toEqual([
      "2 nouvelles notes dans « Vélo pour tous »",
      "Inès Bonnet a déposé « affiche.pdf » dans « Vélo pour tous »",
    ]);
    expect(await textsOf(people.ines, "group.filed")).toEqual(["2 nouvelles notes dans « Vélo pour tous »"]);
    await removeNote(people.lead.caller, { noteId: second.id });
    expect(await textsOf(people.ines, "group.filed")).toEqual([
      "Lise Legrand a commencé la note « Qui tient le stand ? » dans « Vélo pour tous »",
    ]);
    expect(await linesOf(people.far)).toEqual([]);
  });
});
