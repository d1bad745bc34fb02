import { reply } from "@tests/support/debate-checks.ts";
import { fc } from "@tests/support/properties.ts";
import { createDebate, outcomeOf, refusalOf } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { visitor } from "@/core/actor.ts";
import { isAppError } from "@/core/app-error.ts";
import {
  acceptRequest,
  blockMember,
  findWaitingRequests,
  getCoopainsPage,
  getInvitation,
  getInvitePage,
  getTie,
  listMyCoopains,
  listSuggestions,
  renewLink,
  requestCoopain,
  unblockMember,
} from "@/features/coopains/index.ts";
import { contribute, getThread } from "@/features/debates/index.ts";
import { listedProfiles, profileOf, visibleProfiles } from "@/features/profiles/index.ts";
import { db, readRows, sql } from "@/platform/db/client.ts";
import {
  ask,
  prepare,
  requestOf,
  rowsBetween,
  type Somebody,
  somebody,
  tied,
  told,
  waiting,
} from "./coopains-world.ts";

beforeAll(() => prepare());
const pair = async () => [await somebody("Inès Bloque"), await somebody("Marc Bloqué")] as const;
const block = (by: Somebody, of: { id: string }) => blockMember(by.caller, { memberId: of.id });

/** Whether the one sees the other's card, by the law itself. */
async function sees(reader: Somebody, of: { id: string }, law = visibleProfiles): Promise<boolean> {
  const rows = await readRows<{ id: string }>(sql`
    select m.id from member m ${profileOf} where m.id = ${of.id} and ${law(reader.caller.actor)}`);
  return rows.length === 1;
}

describe("blocking somebody", () => {
  it("ends the tie and what waits, hides each from the other, and tells nobody else", async () => {
    const [ines, marc] = await pair();
    await tied(ines, marc);
    const facts = await told(() => block(ines, marc));
    expect(facts).toEqual([{ name: "coopain.blocked", ids: { memberId: ines.id, otherId: marc.id } }]);
    expect(await rowsBetween(ines, marc)).toBe(0);
    for (const [reader, of] of [
      [ines, marc],
      [marc, ines],
    ] as const) {
      expect(await sees(reader, of)).toBe(false);
      expect(await outcomeOf(getTie(reader.caller.actor, of.id))).toBe("not_found");
      expect(await outcomeOf(ask(reader, of))).toBe("not_found");
      expect((await listMyCoopains(reader.caller.actor)).people).toEqual([]);
      expect((await listSuggestions(reader.caller.actor, 500)).map(({ id }) => id)).not.toContain(of.id);
    }
  });

  it("takes back requests both ways, refused ones too: nothing is left to answer or to read", async () => {
    const [ines, marc] = await pair();
    await ask(marc, ines);
    const request = await requestOf(marc, ines);
    await block(ines, marc);
    expect([await findWaitingRequests(ines.caller.actor), await waiting(marc, ines)]).toEqual([0, null]);
    expect((await getCoopainsPage(marc.caller.actor)).sent).toEqual([]);
    expect(await outcomeOf(acceptRequest(ines.caller, request))).toBe("conflict");
    expect(await rowsBetween(ines, marc)).toBe(0);
  });

  it("is read by her who did it, and answers the other as if she were absent", async () => {
    const [ines, marc] = await pair();
    await block(ines, marc);
    expect((await getCoopainsPage(ines.caller.actor)).blocked).toMatchObject([{ id: marc.id, name: "Marc Bloqué" }]);
    expect((await getCoopainsPage(marc.caller.actor)).blocked).toEqual([]);
    const [hidden, absent] = await Promise.all(
      [ines.id, "zzzzzzzzzzzz"].map((memberId) => refusalOf(blockMember(marc.caller, { memberId }))),
    );
    expect(hidden).toEqual(absent);
    expect(await told(() => block(ines, marc))).toEqual([]);
  });

  it("is lifted by her alone, and nothing comes back by itself", async () => {
    const [ines, marc] = await pair();
    await tied(ines, marc);
    await block(ines, marc);
    expect(await outcomeOf(unblockMember(marc.caller, { memberId: ines.id }))).toBe("ok");
    expect(await sees(marc, ines)).toBe(false);
    expect(await told(() => unblockMember(ines.caller, { memberId: marc.id }))).toEqual([
      { name: "coopain.unblocked", ids: { memberId: ines.id, otherId: marc.id } },
    ]);
    expect(await sees(marc, ines)).toBe(true);
    expect((await getTie(marc.caller.actor, ines.id)).state).toBe("none");
    expect(await rowsBetween(ines, marc)).toBe(0);
  });

  it("is for whoever shows her card, asked, or wrote in the same debate; not for others, nor for visitors", async () => {
    const ines = await somebody("Inès Bloque");
    const far = () => somebody("Loin Cachée", { section: "03185", card: "coopains" });
    const [hidden, debater] = [await far(), await far()];
    expect(await outcomeOf(block(ines, hidden))).toBe("not_found");
    const { id } = await createDebate("open", "national", debater.id);
    await contribute(ines.caller, { debateId: id, clientId: crypto.randomUUID(), side: "pour", body: "Un argument." });
    expect(await outcomeOf(block(ines, debater))).toBe("ok");
    expect(await outcomeOf(block(ines, ines))).toBe("forbidden");
    const open = await somebody("Ouverte", { card: "everyone" });
    expect(await outcomeOf(blockMember({ actor: visitor }, { memberId: open.id }))).toBe("unauthenticated");
  });

  it("hides an inviter’s link, and who joined through her", async () => {
    const [ines, marc] = await pair();
    await renewLink(ines.caller, {});
    const token = (await getInvitePage(ines.caller.actor)).link?.url.split("/").at(-1) ?? "";
    await db.member.update({ where: { id: marc.id }, data: { invitedById: ines.id } });
    expect(await getInvitePage(ines.caller.actor)).toMatchObject({ joined: [{ id: marc.id }], others: 0 });
    expect(await getInvitation(marc.caller.actor, token)).toMatchObject({ inviter: "Inès" });
    await block(marc, ines);
    expect(await getInvitePage(ines.caller.actor)).toMatchObject({ joined: [], others: 1 });
    expect(await outcomeOf(getInvitation(marc.caller.actor, token))).toBe("not_found");
  });

  it("races with acceptance and request: never a tie beside a block", async () => {
    for (let round = 0; round < 10; round++) {
      const [ines, marc] = await pair();
      await ask(marc, ines);
      const request = await requestOf(marc, ines);
      await Promise.all([
        outcomeOf(acceptRequest(ines.caller, request)),
        outcomeOf(block(ines, marc)),
        outcomeOf(block(marc, ines)),
        outcomeOf(requestCoopain(marc.caller, { memberId: ines.id })),
      ]);
      expect(await rowsBetween(ines, marc)).toBe(0);
      expect([await waiting(ines, marc), await waiting(marc, ines)]).toEqual([null, null]);
      expect(await sees(ines, marc)).toBe(false);
    }
  });
});

describe("replying across a block", () => {
  const said = (work: Promise<unknown>) =>
    work.then(
      () => "ok",
      (error: unknown) => (isAppError(error) ? error.reason : String(error)),
    );

  it("is refused to both, in words that name nobody; words and names stay, other replies too", async () => {
    const [ines, marc] = await pair();
    const third = await somebody("Tiers");
    const hers = await createDebate("open", "national", ines.id);
    const his = await createDebate("open", "national", marc.id);
    expect(await said(contribute(marc.caller, reply(hers.id, hers.contributionId)))).toBe("ok");
    await block(ines, marc);
    expect(await said(contribute(marc.caller, reply(hers.id, hers.contributionId)))).toBe("reply_closed");
    expect(await said(contribute(ines.caller, reply(his.id, his.contributionId)))).toBe("reply_closed");
    expect(await said(contribute(third.caller, reply(his.id, his.contributionId)))).toBe("ok");
    expect(await said(contribute(marc.caller, reply(his.id, his.contributionId)))).toBe("ok");
    const { contribution } = await getThread(ines.caller.actor, { id: hers.id, seq: 1 });
    expect(contribution.replies).toMatchObject([{ author: { label: "Marc Bloqué" } }]);
    await unblockMember(ines.caller, { memberId: marc.id });
    expect(await said(contribute(marc.caller, reply(hers.id, hers.contributionId)))).toBe("ok");
  });
});

describe("in any world", () => {
  type Act = { kind: "ask" | "accept" | "block" | "unblock"; from: number; to: number };
  const cards = ["coopains", "section", "members", "everyone"] as const;
  const act = fc.record({
    kind: fc.constantFrom<Act["kind"]>("ask", "ask", "accept", "block", "unblock"),
    from: fc.nat(5),
    to: fc.nat(5),
  });

  it("blocks are symmetric, ties mirrored, suggestions among listed members, lists the filter of their items", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 25 }), fc.array(fc.nat(3), { minLength: 6, maxLength: 6 }), play),
      { numRuns: 12 },
    );
  }, 120_000);

  async function play(acts: Act[], choices: number[]) {
    const people = await Promise.all(
      choices.map((choice, n) =>
        somebody(`Membre ${n}`, {
          card: cards[choice] ?? "members",
          section: n < 4 ? "63113" : "03185",
          underAge: n === 3,
        }),
      ),
    );
    for (const { kind, from, to } of acts) {
      const [one, other] = [people[from], people[to]];
      if (!one || !other) continue;
      const request = kind === "accept" && (await waiting(other, one));
      if (kind === "ask") await outcomeOf(ask(one, other));
      if (request) await outcomeOf(acceptRequest(one.caller, { requestId: request.id }));
      if (kind === "block") await outcomeOf(block(one, other));
      if (kind === "unblock") await unblockMember(one.caller, { memberId: other.id }).catch(() => {});
    }
    for (const one of people) {
      const page = await getCoopainsPage(one.caller.actor);
      const suggested = await listSuggestions(one.caller.actor, 1_000);
      for (const other of people.filter(({ id }) => id !== one.id)) {
        const blocked = await db.block.count({
          where: {
            OR: [
              { blockerId: one.id, blockedId: other.id },
              { blockerId: other.id, blockedId: one.id },
            ],
          },
        });
        const tie = await getTie(one.caller.actor, other.id).catch(() => null);
        const rows = await rowsBetween(one, other);
        expect([0, 2]).toContain(rows);
        expect(tie !== null).toBe(await sees(one, other));
        if (blocked) {
          expect(tie).toBeNull();
          expect(rows).toBe(0);
          expect(await sees(other, one)).toBe(false);
        }
        expect(tie?.state === "coopains").toBe(rows === 2);
        expect(page.list.people.some(({ id }) => id === other.id)).toBe(tie?.state === "coopains");
        expect(page.received.some(({ person }) => person.id === other.id)).toBe(tie?.state === "received");
        expect(page.sent.some(({ person }) => person.id === other.id)).toBe(tie?.state === "sent");
        if (suggested.some(({ id }) => id === other.id)) {
          expect(await sees(one, other, listedProfiles)).toBe(true);
          expect(tie?.state).toBe("none");
        }
      }
      expect(suggested.map(({ id }) => id)).not.toContain(one.id);
    }
  }
});
