import { randomUUID } from "node:crypto";
import { startLive } from "@tests/support/live-server.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { system } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { answerPublicName, suspendMember } from "@/features/accounts/index.ts";
import { editContribution, openDebate } from "@/features/debates/index.ts";
import { decideCase, reportObject } from "@/features/moderation/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, pool } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import { person } from "./persons.ts";

type Entry = { seq: number; body: string; author: { label: string; named: boolean }; clientId?: string };
type LiveServer = Awaited<ReturnType<typeof startLive>>;

let live: LiveServer;
let openId: string;
let sectionId: string;

async function debate(audience: "open" | "members" | "adherents", scope: string): Promise<string> {
  const now = clock.now().getTime();
  const input = {
    question: "Faut-il rendre les bus gratuits ?",
    framing: "",
    scope,
    audience,
    opensAt: new Date(now - 60_000),
    debateAt: new Date(now - 60_000),
    closesAt: new Date(now + 3_600_000),
  };
  const { id } = await openDebate({ actor: system }, input as never);
  return id;
}

const contribution = (debateId: string, body = "Un argument qui mérite d’être lu.") => ({
  name: "debate.contribute",
  input: { debateId, clientId: randomUUID(), side: "pour", body },
});
const entriesOf = (frames: { kind: string; data: unknown }[]) =>
  frames.filter(({ kind }) => kind === "entries").flatMap(({ data }) => (data as { entries?: Entry[] }).entries ?? []);

beforeAll(async () => {
  singletons.limits = { consume: async () => {} };
  live = await startLive();
  openId = await debate("open", "national/63");
  sectionId = await debate("members", "national/63/63113");
});
afterAll(async () => {
  await live.close();
});

describe("entering a debate's room", () => {
  it("refuses a handshake that does not come from our pages", async () => {
    await expect(live.open(null, { origin: "https://evil.example" })).rejects.toThrow();
    await expect(live.open(null, {})).rejects.toThrow();
  });

  it("puts a visitor of an open debate in the public room, and says how many are there", async () => {
    const screen = await live.open(null);
    expect(await screen.ask("join", { room: "debate", id: openId })).toEqual({
      value: { audience: "public", here: 1 },
    });
    const member = await live.open((await person("Paul")).session);
    const joined = await member.ask("join", { room: "debate", id: openId });
    expect(joined).toEqual({ value: { audience: "members", here: 2 } });
    for (const one of [screen, member]) one.socket.emit("typing", { room: "debate", id: openId });
    const typing = () => screen.frames.findLast(({ kind }) => kind === "typing")?.data;
    await expect.poll(typing).toEqual({ typing: 1 }); // visitors do not write
    for (const one of [screen, member]) one.socket.disconnect();
  });

  it("answers the same for a hidden debate, an absent one and a room that does not exist", async () => {
    const visitor = await live.open(null);
    const neighbour = await live.open((await person("Voisine", { section: "03185" })).session);
    const hidden = await visitor.ask("join", { room: "debate", id: sectionId });
    expect(hidden.error?.code).toBe("not_found");
    expect(await visitor.ask("join", { room: "debate", id: newId() })).toEqual(hidden);
    expect(await visitor.ask("join", { room: "secrets", id: sectionId })).toEqual(hidden);
    expect(await neighbour.ask("join", { room: "debate", id: sectionId })).toEqual(hidden);
  });

  it("pulls what was missed by the socket, as its reader may see it, and nothing of what is hidden from her", async () => {
    const [author, reader, visitor] = [
      await live.open((await person("Autrice")).session),
      await live.open((await person("Lectrice")).session),
      await live.open(null),
    ];
    const own = await debate("members", "national/63/63113");
    await author.ask("call", contribution(own, "Ce que tu as manqué, en toutes lettres."));
    const pull = (screen: typeof reader, id: string, after: unknown) =>
      screen.ask("pull", { room: "debate", id, after });
    expect((await pull(reader, own, 0)).value).toMatchObject({
      lastSeq: 1,
      entries: [{ seq: 1, kind: "contribution" }],
    });
    expect((await pull(reader, own, 1)).value).toMatchObject({ lastSeq: 1, entries: [] });
    expect((await pull(visitor, own, 0)).error?.code).toBe("not_found");
    for (const after of [undefined, -1, "x", {}, [1, 2], Number.NaN, 2 ** 53])
      expect((await pull(reader, own, after)).error?.code).toBe("invalid");
    expect((await reader.ask("pull", null)).error?.code).toBe("not_found");
  });

  it("answers malformed requests and lives on", async () => {
    const screen = await live.open(null);
    for (const asked of [
      null,
      3,
      [],
      "x",
      { room: 3 },
      { room: "debate" },
      { room: "debate", id: { $ne: 1 } },
      { room: "__proto__", id: "x" },
      { room: "debate", id: "x".repeat(5000) },
    ])
      expect((await screen.ask("join", asked)).error?.code).toBe("not_found");
    for (const asked of [null, {}, { name: "toString" }, { name: "account.erase", input: {} }])
      expect((await screen.ask("call", asked)).error?.code).toBe("not_found");
    expect((await screen.ask("join", { room: "debate", id: openId })).value).toBeDefined();
  });
});

describe("contributing live", () => {
  it("shows every screen at once what its reader may see: names to members, none to visitors", async () => {
    const ines = await person("Inès Bonnet", { adherent: true });
    await answerPublicName({ actor: await actorOfMember(ines.id) }, { answer: "non" } as never);
    const [author, reader, visitor] = await Promise.all([
      live.open(ines.session),
      live.open((await person("Paul")).session),
      live.open(null),
    ]);
    for (const screen of [author, reader, visitor]) await screen.ask("join", { room: "debate", id: openId });

    const sent = contribution(openId, "À Gerzat, le plein coûte trop cher.");
    const answer = await author.ask("call", sent);
    expect(answer).toMatchObject({ value: { seq: 1 } });
    // Acknowledged means committed.
    expect(await db.contribution.count({ where: { debateId: openId, seq: 1 } })).toBe(1);

    for (const screen of [author, reader, visitor]) await expect.poll(() => entriesOf(screen.frames).length).toBe(1);
    expect(entriesOf(reader.frames)[0]).toMatchObject({
      seq: 1,
      author: { label: "Inès Bonnet" },
      clientId: sent.input.clientId,
    });
    const [shown] = entriesOf(visitor.frames);
    expect(shown).toMatchObject({ seq: 1, author: { label: "Un·e adhérent·e", named: false } });
    expect(JSON.stringify(visitor.frames)).not.toContain("Inès");
    expect(JSON.stringify(visitor.frames)).not.toContain(ines.id);
    expect(live.stale).toContain(`debate:${openId}`);
  });

  it("writes a resent contribution once, and tells screens once", async () => {
    const author = await live.open((await person("Paul")).session);
    await author.ask("join", { room: "debate", id: sectionId });
    const sent = contribution(sectionId);
    const [first, second] = await Promise.all([author.ask("call", sent), author.ask("call", sent)]);
    expect(second).toEqual(first);
    expect(await author.ask("call", sent)).toEqual(first);
    await expect.poll(() => entriesOf(author.frames).length).toBe(1);
    expect(await db.contribution.count({ where: { clientId: sent.input.clientId } })).toBe(1);
  });

  it("refuses a visitor, and somebody who may not see the debate, in the words of every other door", async () => {
    const [visitor, neighbour] = await Promise.all([
      live.open(null),
      live.open((await person("Voisin", { section: "03185" })).session),
    ]);
    expect((await visitor.ask("call", contribution(openId))).error?.code).toBe("unauthenticated");
    expect((await neighbour.ask("call", contribution(sectionId))).error?.code).toBe("not_found");
  });

  it("sends how far the log went when a tick is too full, and tells no other room", async () => {
    const crowd = await Promise.all(Array.from({ length: 120 }, (_, n) => person(`Membre ${n}`)));
    const own = await debate("members", "national/63/63113");
    const [reader, elsewhere] = await Promise.all([live.open(crowd[0]?.session ?? null), live.open(null)]);
    await reader.ask("join", { room: "debate", id: own });
    await elsewhere.ask("join", { room: "debate", id: openId });
    const entriesElsewhere = () => elsewhere.frames.filter(({ kind }) => kind === "entries").length;
    const before = entriesElsewhere();
    const authors = await Promise.all(crowd.map(({ session }) => live.open(session)));
    const answers = await Promise.all(authors.map((author) => author.ask("call", contribution(own))));
    expect(answers.map(({ value }) => (value as { seq: number }).seq).sort((a, b) => a - b)).toEqual(
      crowd.map((_, n) => n + 1),
    );
    const reach = () =>
      Math.max(
        0,
        ...reader.frames.map(
          ({ data }) =>
            (data as { upTo?: number; lastSeq?: number }).upTo ?? (data as { lastSeq?: number }).lastSeq ?? 0,
        ),
      );
    await expect.poll(reach).toBe(120);
    expect(entriesElsewhere()).toBe(before);
    expect(entriesOf(reader.frames).length).toBeLessThan(120);
  });

  it("publishes what a crash left unpublished", async () => {
    const reader = await live.open((await person("Lectrice")).session);
    const own = await debate("members", "national/63/63113");
    await reader.ask("join", { room: "debate", id: own });
    const author = await person("Auteur");
    const id = newId();
    await pool().query(
      `with c as (insert into contribution (id, debate_id, seq, side, body, author_id, client_id, created_at) values ($1, $2, 1, 'contre', 'Écrit juste avant la panne.', $3, $4, now()))
       update debate set last_seq = 1, contre_count = 1 where id = $2`,
      [id, own, author.id, randomUUID()],
    );
    await db.fact.create({
      data: {
        name: "debate.contributions-published",
        ids: { debateId: own, audience: "members", from: 1, to: 1 },
        happenedAt: new Date(Date.now() - 10_000),
      },
    });
    await expect
      .poll(() => entriesOf(reader.frames).map(({ body }) => body), { timeout: 6_000 })
      .toEqual(["Écrit juste avant la panne."]);
  });
});

describe("words that change", () => {
  type Change = { kind: string; seq: number; of?: number; entry?: Entry };
  const changes = (frames: { kind: string; data: unknown }[]) =>
    entriesOf(frames).filter(({ seq }) => seq > 1) as unknown as Change[];

  async function said(body: string) {
    const author = await person("Autrice");
    await answerPublicName({ actor: await actorOfMember(author.id) }, { answer: "non" } as never);
    const own = await debate("open", "national");
    const [writing, reader, visitor] = [
      await live.open(author.session),
      await live.open((await person("Paul")).session),
      await live.open(null),
    ];
    for (const screen of [reader, visitor]) await screen.ask("join", { room: "debate", id: own });
    const { value } = await writing.ask("call", contribution(own, body));
    return { author, contributionId: (value as { id: string }).id, screens: [reader, visitor] };
  }

  it("are mended on every screen", async () => {
    const { author, contributionId, screens } = await said("Un premier jet, avec une coquile.");
    const actor = await actorOfMember(author.id);
    await editContribution({ actor }, { contributionId, body: "Un second jet, sans coquille." });
    for (const { frames } of screens) {
      await expect.poll(() => changes(frames)).toMatchObject([{ kind: "edited", seq: 2 }]);
      expect(changes(frames)[0]?.entry?.body).toBe("Un second jet, sans coquille.");
    }
  });

  it("vanish from every screen once they are hidden, and are in no frame any more", async () => {
    const { contributionId, screens } = await said("Des mots contraires à la règle.");
    const about = { kind: "contribution", objectId: contributionId };
    const reporter = await actorOfMember((await person("Lectrice")).id);
    await reportObject({ actor: reporter }, { ...about, rule: "1", words: "" });
    const { id: caseId } = await db.moderationCase.findUniqueOrThrow({ where: { kind_objectId: about } });
    for (const { frames } of screens) await expect.poll(() => entriesOf(frames).length).toBe(1);
    for (const { frames } of screens) frames.length = 0;
    await decideCase({ actor: system }, { caseId, outcome: "hide", rule: "1", words: "Contraire à la règle." });
    for (const { frames } of screens) {
      await expect.poll(() => changes(frames)).toEqual([{ kind: "hidden", seq: 2, of: 1 }]);
      expect(JSON.stringify(frames)).not.toContain("contraires");
    }
  });
});

describe("a session that ends", () => {
  it("cuts the sockets of a member who is suspended, at once, and lets her back in nowhere", async () => {
    const marc = await person("Marc");
    const screen = await live.open(marc.session);
    await screen.ask("join", { room: "debate", id: openId });
    await suspendMember({ actor: system }, { memberId: marc.id, reason: "Propos contraires à la règle 2." } as never);
    await expect.poll(() => screen.socket.connected).toBe(false);
    expect(screen.ended).toBe(true);
    await expect(live.open(marc.session)).rejects.toThrow();
  });

  it("cuts them within 5 seconds when another process wrote the suspension and told nobody", async () => {
    const marc = await person("Marc");
    const [screen, other] = await Promise.all([live.open(marc.session), live.open((await person("Nadia")).session)]);
    await db.suspension.create({ data: { id: newId(), memberId: marc.id, reason: "x", beginsAt: clock.now() } });
    await expect.poll(() => screen.socket.connected, { timeout: 5_000 }).toBe(false);
    expect(other.socket.connected).toBe(true);
  });

  it("refuses the next call of a session signed out elsewhere", async () => {
    const nadia = await person("Nadia");
    const screen = await live.open(nadia.session);
    await db.session.update({ where: { id: nadia.session }, data: { revokedAt: clock.now() } });
    await expect.poll(() => screen.socket.connected, { timeout: 5_000 }).toBe(false);
    const again = await live.open(nadia.session);
    expect((await again.ask("call", contribution(openId))).error?.code).toBe("unauthenticated");
  });
});
