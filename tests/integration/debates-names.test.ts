import { argument, moderate, reply, type Someone, someone } from "@tests/support/debate-checks.ts";
import { createDebate, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, visitor } from "@/core/actor.ts";
import type { Fact } from "@/core/fact.ts";
import { answerPublicName } from "@/features/accounts/index.ts";
import {
  addHost,
  contribute,
  debateLiveFacts,
  editContribution,
  getDebatePage,
  getThread,
  listDebates,
  listEntriesAfter,
  movePhase,
  publishSynthesis,
  reopenPhase,
} from "@/features/debates/index.ts";
import { db } from "@/platform/db/client.ts";
import { singletons } from "@/platform/singletons.ts";

// Names that stand for themselves: found nowhere else in what is answered.
const HOST = "Hortense Canari-Hôte";
const WRITER = "Wanda Canari-Plume";
const REPLIER = "Rachid Canari-Réponse";
const AGREED = "Basile Canari-Public";
const UNASKED = /Canari-(Hôte|Plume|Réponse)/;
const national = [{ role: "national_admin" as const, scope: "national" }];

let host: Someone;
let writer: Someone;
let replier: Someone;
let agreed: Someone;
let reader: Someone;
let id: string;
const frames: { room: string; data: unknown }[] = [];

beforeAll(async () => {
  withoutLimits();
  // Nobody is asked for moving a phase: what she did not agree to is not shown.
  host = await someone(HOST, { adherent: true, mandates: national });
  writer = await someone(WRITER, { publicName: false });
  replier = await someone(REPLIER, { publicName: false });
  agreed = await someone(AGREED, { adherent: true, publicName: true });
  reader = await someone("Lectrice");
  const facts: Fact[] = [];
  singletons.publisher = (published) => void facts.push(...published);
  ({ id } = await createDebate("open", "national/63", writer.id, { phase: "ideas" }));
  await addHost({ actor: host.actor }, { debateId: id, memberId: host.id });
  await addHost({ actor: host.actor }, { debateId: id, memberId: agreed.id });
  await movePhase({ actor: host.actor }, { debateId: id, to: "debate" });
  const first = await contribute({ actor: writer.actor }, argument(id));
  await editContribution({ actor: writer.actor }, { contributionId: first.id, body: "Un argument **mieux** dit." });
  await contribute({ actor: replier.actor }, reply(id, first.id));
  const public_ = await contribute({ actor: agreed.actor }, argument(id, { side: "contre" }));
  await contribute({ actor: replier.actor }, reply(id, public_.id));
  const hidden = await contribute({ actor: writer.actor }, argument(id));
  await moderate(hidden.id, true);
  await moderate(hidden.id, false);
  await movePhase({ actor: host.actor }, { debateId: id, to: "vote" });
  await reopenPhase({ actor: host.actor }, { debateId: id, reason: "Il reste à dire.", until: null });
  await movePhase({ actor: agreed.actor }, { debateId: id, to: "synthesis" });
  await publishSynthesis(
    { actor: host.actor },
    { debateId: id, body: `On retient #${first.seq}, #${public_.seq} et #1.` },
  );
  for (const live of debateLiveFacts) {
    const own = facts.filter(({ name }) => name === live.fact);
    if (own.length > 0) frames.push(...(await live.frames(own)));
  }
  singletons.publisher = undefined;
});

/** Every answer about the debate, by the query that gives it. */
async function answers(actor: Actor): Promise<Record<string, unknown>> {
  const told: Record<string, unknown> = {
    list: await listDebates(actor),
    "catch-up": await listEntriesAfter(actor, id, 0),
  };
  for (const ordre of ["recentes", "partagees", "debattues", "a-voter"])
    told[`page ${ordre}`] = await getDebatePage(actor, id, { ordre });
  const { lastSeq } = (await getDebatePage(actor, id)).debate;
  for (let seq = 1; seq <= lastSeq; seq++)
    told[`thread ${seq}`] = await getThread(actor, { id, seq }).catch(() => null);
  return told;
}

describe("a visitor", () => {
  it("receives no name that was not agreed to, from any query", async () => {
    for (const [query, answer] of Object.entries(await answers(visitor)))
      expect(JSON.stringify(answer), query).not.toMatch(UNASKED);
  });

  it("receives none in any frame of her room, nor a client id", async () => {
    const hers = frames.filter(({ room }) => room === `debate:${id}:public`);
    expect(hers.length).toBeGreaterThanOrEqual(4);
    expect(JSON.stringify(hers)).not.toMatch(UNASKED);
    expect(JSON.stringify(hers)).not.toContain("clientId");
    const members = JSON.stringify(frames.filter(({ room }) => room === `debate:${id}:members`));
    for (const name of [WRITER, REPLIER, AGREED]) expect(members).toContain(name);
  });

  it("receives no one’s identifier, address or section", async () => {
    const told = JSON.stringify([await answers(visitor), frames.filter(({ room }) => room.endsWith("public"))]);
    for (const { id: memberId, email } of [host, writer, replier, agreed]) {
      expect(told).not.toContain(memberId);
      expect(told).not.toContain(email);
    }
    expect(told).not.toContain("Clermont");
  });

  it("sees who hosts, who moved a phase, who wrote the synthesis and whom it cites, named as each agreed", async () => {
    const page = await getDebatePage(visitor, id);
    const unnamed = { label: "Un·e adhérent·e", place: "Puy-de-Dôme", named: false };
    const named = { label: AGREED, place: "Puy-de-Dôme", named: true };
    expect(page.hosts).toEqual([unnamed, named]);
    expect(page.story.map(({ by }) => by)).toEqual([unnamed, unnamed, unnamed, named]);
    expect(page.story.map(({ reason }) => reason)).toEqual([null, null, "Il reste à dire.", null]);
    expect(page.synthesis?.by).toEqual(unnamed);
    const cited = Object.values(page.synthesis?.cited ?? {}).map(({ author }) => author.label);
    expect(cited.sort()).toEqual([AGREED, "Un·e sympathisant·e", "Un·e sympathisant·e"].sort());
  });
});

describe("a member", () => {
  it("sees every name, with its section, wherever it stands", async () => {
    const page = await getDebatePage(reader.actor, id);
    const host_ = { label: HOST, place: "Section Clermont-Ferrand", named: true };
    expect(page.hosts[0]).toEqual(host_);
    expect(page.story[0]?.by).toEqual(host_);
    expect(page.synthesis?.by).toEqual(host_);
    expect(JSON.stringify(page.synthesis?.cited)).toContain(WRITER);
  });
});

describe("a name that is withdrawn", () => {
  it("leaves every answer at once: contributions, hosts, story, synthesis", async () => {
    await answerPublicName({ actor: agreed.actor }, { answer: "non" });
    for (const [query, answer] of Object.entries(await answers(visitor)))
      expect(JSON.stringify(answer), query).not.toContain("Canari");
    expect(JSON.stringify(await getDebatePage(reader.actor, id))).toContain(AGREED);
    await answerPublicName({ actor: agreed.actor }, { answer: "oui" });
    expect(JSON.stringify(await getDebatePage(visitor, id))).toContain(AGREED);
  });

  it("is « compte supprimé » in the story once its account is erased, and not « by itself »", async () => {
    await db.member.update({ where: { id: host.id }, data: { erasedAt: new Date() } });
    const page = await getDebatePage(reader.actor, id);
    expect(page.story[0]?.by).toEqual({ label: "Compte supprimé", place: null, named: false });
    expect(JSON.stringify([page, await answers(visitor)])).not.toContain(HOST);
    await db.member.update({ where: { id: host.id }, data: { erasedAt: null } });
  });
});
