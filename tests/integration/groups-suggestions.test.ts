import { createGroup, inviteInTheDatabase, putInGroup } from "@tests/support/groups-world.ts";
import { blockInTheDatabase } from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listSuggestions } from "@/features/coopains/index.ts";
import { answerGroupRequest, askToJoin, groupHomeActs, listGroupSuggestions } from "@/features/groups/index.ts";
import { db } from "@/platform/db/client.ts";
import { prepare, type Somebody } from "./coopains-world.ts";
import { actorNow, adherent, requestFor, tie } from "./group-entry-world.ts";

// Away from where everybody of these tests lives, unless said.
const AWAY = "national/03/03185";
let ines: Somebody;
let friend: Somebody;
beforeAll(() => prepare());
beforeEach(async () => {
  await db.$executeRaw`delete from member_group`;
  ines = await adherent("Inès Cherche");
  friend = await adherent("Une Coopine", { section: "03185" });
  await tie(ines, friend);
});
const likes = (...interests: string[]) => db.profile.update({ where: { memberId: ines.id }, data: { interests } });
const reasonsOf = async (groupId: string, who = ines) =>
  (await listGroupSuggestions(await actorNow(who), 100)).find(({ id }) => id === groupId)?.reasons ?? null;

describe("groups that are proposed", () => {
  it("are those of her coopains, of where she lives and of what interests her, each with its reason", async () => {
    const other = await adherent("Un Coopain");
    await tie(ines, other);
    await likes("Logement social", "Pétanque");
    const theirs = await createGroup({ scope: AWAY, themes: [], members: [friend, other] });
    const local = await createGroup({ scope: "national/63/63113", themes: [] });
    const federal = await createGroup({ scope: "national/63", themes: [] });
    const about = await createGroup({ scope: AWAY, themes: ["logement"] });
    const all = await createGroup({ scope: "national/63/63113", themes: ["logement"], members: [friend] });
    const none = await createGroup({ scope: AWAY, themes: ["europe"] });
    expect(await reasonsOf(theirs.id)).toEqual(["2\u00a0coopains en font partie"]);
    expect(await reasonsOf(local.id)).toEqual(["dans ta section"]);
    expect(await reasonsOf(federal.id)).toEqual(["dans ta fédération"]);
    expect(await reasonsOf(about.id)).toEqual(["logement, ça t’intéresse"]);
    expect(await reasonsOf(all.id)).toEqual([
      "1\u00a0coopain en fait partie",
      "dans ta section",
      "logement, ça t’intéresse",
    ]);
    expect(await reasonsOf(none.id)).toBeNull();
    const [first] = await listGroupSuggestions(await actorNow(ines));
    expect(first).toMatchObject({ id: all.id, memberCount: 1 });
  });

  it("are read in words, not in letters: « agriculture » is not « culture »", async () => {
    await likes("Agriculture paysanne");
    const culture = await createGroup({ scope: AWAY, themes: ["culture"] });
    const agriculture = await createGroup({ scope: AWAY, themes: ["agriculture"] });
    expect(await reasonsOf(culture.id)).toBeNull();
    expect(await reasonsOf(agriculture.id)).toEqual(["agriculture et alimentation, ça t’intéresse"]);
  });

  it("never tell that a coopain is in a group that she does not read, nor that a closed one exists", async () => {
    const onRequest = await createGroup({ scope: AWAY, themes: [], entry: "request", members: [friend] });
    const here = await createGroup({ themes: [], entry: "request", members: [friend] });
    const closed = await createGroup({ entry: "closed", members: [friend] });
    expect(await reasonsOf(onRequest.id)).toBeNull();
    expect(await reasonsOf(here.id)).toEqual(["dans ta section"]);
    expect(await reasonsOf(closed.id)).toBeNull();
  });

  it("are none of adherents to a sympathiser, none that is hidden, and none of a follower’s coopain", async () => {
    const samia = await adherent("Samia Sympathisante", { adherent: false });
    const adherents = await createGroup({ adherentsOnly: true, themes: [] });
    const hidden = await createGroup({ themes: [] });
    await db.group.update({ where: { id: hidden.id }, data: { hiddenAt: new Date() } });
    const followed = await createGroup({ scope: AWAY, themes: [], followers: [friend] });
    expect(await reasonsOf(adherents.id, samia)).toBeNull();
    expect(await reasonsOf(adherents.id)).toEqual(["dans ta section"]);
    expect([await reasonsOf(hidden.id), await reasonsOf(followed.id)]).toEqual([null, null]);
  });

  it("leave out where she is, follows, asked, was refused or is invited", async () => {
    const lead = await adherent("Lina Responsable");
    const group = (options: object = {}) => createGroup({ themes: [], leads: [lead], ...options });
    const [inside, followed, invited] = [
      await group({ members: [ines] }),
      await group({ followers: [ines] }),
      await group(),
    ];
    const [asked, refused] = [await group({ entry: "request" }), await group({ entry: "request" })];
    await inviteInTheDatabase(invited.id, ines.id, lead.id);
    for (const { id } of [asked, refused]) await askToJoin(ines.caller, await requestFor(id));
    const request = await db.groupRequest.findFirstOrThrow({ where: { groupId: refused.id } });
    await answerGroupRequest(lead.caller, { requestId: request.id, answer: "non" });
    expect(await listGroupSuggestions(await actorNow(ines), 100)).toEqual([]);
    expect([inside, followed, invited, asked, refused]).toHaveLength(5);
  });

  it("count no coopain whose card is closed to her now", async () => {
    const group = await createGroup({ scope: AWAY, themes: [], members: [friend] });
    await blockInTheDatabase(friend.id, ines.id);
    expect(await reasonsOf(group.id)).toBeNull();
  });
});

describe("members who are in the same groups", () => {
  const reasonFor = async (reader: Somebody, of: { id: string }) =>
    (await listSuggestions(await actorNow(reader), 1_000)).find(({ id }) => id === of.id)?.reasons ?? null;

  it("are proposed to each other, with how many, closed groups of both included", async () => {
    const far = await adherent("Ali Loin", { section: "03185" });
    await createGroup({ entry: "closed", members: [ines, far] });
    expect(await reasonFor(ines, far)).toEqual(["vous êtes dans le même groupe"]);
    await createGroup({ members: [ines], leads: [far] });
    expect(await reasonFor(ines, far)).toEqual(["vous êtes ensemble dans 2 groupes"]);
    expect(await reasonFor(far, ines)).toEqual(["vous êtes ensemble dans 2 groupes"]);
  });

  it("not for following one, not in a hidden one, not when one of them may not read it any more", async () => {
    const far = await adherent("Ali Loin", { section: "03185" });
    await createGroup({ members: [ines], followers: [far] });
    const hidden = await createGroup({ members: [ines, far] });
    await db.group.update({ where: { id: hidden.id }, data: { hiddenAt: new Date() } });
    await createGroup({ adherentsOnly: true, members: [ines, far] });
    await db.member.update({ where: { id: ines.id }, data: { adherentSince: null } });
    expect(await reasonFor(ines, far)).toBeNull();
  });
});

describe("acts about groups on the home page", () => {
  it("say who waits to who keeps a group, and to nobody else; a block leaves its requests out", async () => {
    const group = await createGroup({ entry: "request", leads: [ines], name: "Vélo", scope: AWAY, themes: [] });
    const member = await adherent("Mona Membre", { section: "03185" });
    await putInGroup(group.id, member.id);
    const [one, two] = [await adherent("Omar Un"), await adherent("Olga Deux")];
    for (const who of [one, two]) await askToJoin(who.caller, await requestFor(group.id));
    const acts = async (who: Somebody) => groupHomeActs(await actorNow(who));
    expect(await acts(ines)).toMatchObject([
      {
        kind: "groupes",
        href: expect.stringMatching(/\/membres$/),
        reason: expect.stringContaining("2\u00a0demandes"),
      },
    ]);
    expect(await acts(member)).toEqual([]);
    await blockInTheDatabase(one.id, ines.id);
    expect(await acts(ines)).toMatchObject([{ reason: expect.stringContaining("1\u00a0demande attend") }]);
  });

  it("say who invites her; propose one group where nothing waits", async () => {
    const lead = await adherent("Lina Responsable", { section: "03185" });
    const closed = await createGroup({ entry: "closed", leads: [lead], name: "Secret", scope: AWAY });
    const open = await createGroup({ name: "Ouvert", themes: [] });
    await createGroup({ name: "Autre", themes: [], scope: "national/63" });
    const acts = async () => groupHomeActs(await actorNow(ines));
    expect(await acts()).toMatchObject([
      { href: expect.stringContaining(open.id), reason: expect.stringContaining("dans ta section") },
    ]);
    await inviteInTheDatabase(closed.id, ines.id, lead.id);
    expect(await acts()).toMatchObject([
      { href: expect.stringContaining(closed.id), reason: expect.stringContaining("Lina Responsable") },
    ]);
  });
});
