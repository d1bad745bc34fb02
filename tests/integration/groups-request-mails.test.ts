import { createGroup } from "@tests/support/groups-world.ts";
import { blockInTheDatabase, suspendInTheDatabase } from "@tests/support/worlds.ts";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { answerGroupRequest, askToJoin } from "@/features/groups/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import type { Mail } from "@/platform/mail.ts";
import type { Somebody } from "./coopains-world.ts";
import { adherent, deliverGroups, prepareEntry, requestFor, runGroupJob } from "./group-entry-world.ts";

const sent: Mail[] = [];
const server = { next: [] as (object | null)[] };
vi.mock("@/platform/mail.ts", () => ({
  sendMail: async (mail: Mail) => {
    const fault = server.next.shift();
    if (!fault || "after" in fault) sent.push(mail);
    if (fault) throw Object.assign(new Error("mail server"), fault);
  },
}));

const realNow = clock.now;
let lead: Somebody;
let manager: Somebody;
let ines: Somebody;
beforeAll(async () => {
  await prepareEntry();
  lead = await adherent("Lina Responsable");
  manager = await adherent("Malo Gestionnaire");
});
beforeEach(async () => {
  ines = await adherent("Inès Demande");
  await deliverGroups(sent);
  await db.$executeRaw(sql`delete from mail_claim`);
  await db.$executeRaw(sql`delete from group_request`);
});
afterEach(() => {
  clock.now = realNow;
  server.next = [];
});
const at = (hours: number) => {
  clock.now = () => new Date(realNow().getTime() + hours * 3_600_000);
};

const groupOnRequest = (options: Parameters<typeof createGroup>[0] = {}) =>
  createGroup({ entry: "request", leads: [lead], managers: [manager], ...options });
/** She asks; the id of her request. */
async function asked(who: Somebody, groupId: string): Promise<string> {
  await askToJoin(who.caller, await requestFor(groupId));
  const waiting = { groupId, memberId: who.id, answeredAt: null, cancelledAt: null };
  return (await db.groupRequest.findFirstOrThrow({ where: waiting })).id;
}
const answer = (who: Somebody, requestId: string, said: "oui" | "non", words = "") =>
  answerGroupRequest(who.caller, { requestId, answer: said, words });

describe("mails about requests", () => {
  it("tell those who keep the group, once a day for each group, and nobody else", async () => {
    const member = await adherent("Mona Membre");
    const group = await groupOnRequest({ members: [member], name: "Vélo et train" });
    await asked(ines, group.id);
    const first = await deliverGroups(sent);
    expect(first.map(({ to }) => to).sort()).toEqual([lead.email, manager.email].sort());
    expect(first[0]).toMatchObject({
      subject: expect.stringContaining("Inès Demande demande à rejoindre"),
      link: { path: expect.stringContaining(`/groupes/${group.id}-`) },
    });
    await asked(await adherent("Omar Aussi"), group.id);
    expect(await deliverGroups(sent)).toEqual([]);
    const another = await groupOnRequest();
    await asked(ines, another.id);
    expect(await deliverGroups(sent)).toHaveLength(2);
  });

  it("recall the next morning who still waits, once, and say nothing when nobody does", async () => {
    const group = await groupOnRequest();
    const requestId = await asked(ines, group.id);
    await asked(await adherent("Omar Aussi"), group.id);
    await deliverGroups(sent);
    at(24);
    await runGroupJob("groups.recall-requests");
    const recalled = await deliverGroups(sent);
    expect(recalled).toHaveLength(2);
    expect(recalled[0]?.subject).toContain("2\u00a0personnes demandent");
    await runGroupJob("groups.recall-requests");
    expect(await deliverGroups(sent)).toEqual([]);
    await answer(lead, requestId, "non");
    await deliverGroups(sent);
    at(72);
    await runGroupJob("groups.recall-requests");
    expect(await deliverGroups(sent)).toEqual([]);
  });

  it("leave out a keeper whom a block parts from her, one suspended, one who keeps the group no more", async () => {
    const [suspended, gone, blocked] = [await adherent("Suzie S"), await adherent("Gaël G"), await adherent("Bea B")];
    const group = await groupOnRequest({ managers: [suspended, gone, blocked] });
    await blockInTheDatabase(blocked.id, ines.id);
    await asked(ines, group.id);
    await suspendInTheDatabase(suspended.id);
    await db.groupMembership.deleteMany({ where: { groupId: group.id, memberId: gone.id } });
    expect((await deliverGroups(sent)).map(({ to }) => to)).toEqual([lead.email]);
  });

  it("tell her the answer with its word, once; not the word of somebody whom she blocked since", async () => {
    const group = await groupOnRequest();
    const [yes, no] = [await asked(ines, group.id), await asked(await adherent("Omar Aussi"), group.id)];
    await deliverGroups(sent);
    await answer(lead, yes, "oui", "Bienvenue !");
    await answer(manager, no, "non", "Pas cette fois.");
    const left = await deliverGroups(sent);
    expect(left).toHaveLength(2);
    expect(left.find(({ to }) => to === ines.email)).toMatchObject({
      subject: expect.stringContaining("Bienvenue"),
      paragraphs: expect.arrayContaining([expect.stringContaining("Bienvenue !")]),
    });
    expect(left.find(({ to }) => to !== ines.email)?.paragraphs.join(" ")).toContain("Pas cette fois.");
    const group2 = await groupOnRequest();
    const later = await asked(ines, group2.id);
    await answer(manager, later, "oui", "Des mots.");
    await blockInTheDatabase(ines.id, manager.id);
    const [mail] = (await deliverGroups(sent)).filter(({ to }) => to === ines.email);
    expect(mail?.paragraphs.join(" ")).not.toContain("Des mots.");
  });

  it("try again when the server was not reached, and never twice when it may have arrived", async () => {
    const group = await groupOnRequest({ managers: [] });
    await asked(ines, group.id);
    server.next = [{ code: "ECONNREFUSED" }];
    await expect(deliverGroups(sent)).rejects.toThrow("mail server");
    expect(sent).toEqual([]);
    await runGroupJob("groups.recall-requests");
    expect(await deliverGroups(sent)).toHaveLength(1);
    await db.$executeRaw(sql`delete from mail_claim`);
    server.next = [{ after: true }];
    await runGroupJob("groups.recall-requests");
    expect(await deliverGroups(sent)).toHaveLength(1);
    await runGroupJob("groups.recall-requests");
    expect(await deliverGroups(sent)).toEqual([]);
  });
});
