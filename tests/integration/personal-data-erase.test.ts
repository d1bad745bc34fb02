import { outcomeOf, suspendInTheDatabase, withoutLimits } from "@tests/support/worlds.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answerPublicName, revokeOtherSessions } from "@/features/accounts/index.ts";
import { contribute } from "@/features/debates/index.ts";
import { eraseAccount, exportPersonalData } from "@/features/personal-data/index.ts";
import { db } from "@/platform/db/client.ts";
import { actorOfSession } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import {
  aWitness,
  columnsOfMembers,
  livesThrough,
  PASSWORD,
  tie,
  type Witness,
  whereIs,
} from "./personal-data-world.ts";

let her: Witness;
let other: Witness;
let told: string[];

beforeEach(async () => {
  withoutLimits();
  told = [];
  singletons.publisher = (facts) => void told.push(...facts.map(({ name }) => name));
  her = await aWitness("Zoeperle");
  other = await aWitness("Quartzine");
  await tie(her, other);
  await livesThrough(other, her);
  await livesThrough(her, other);
});
afterEach(async () => {
  singletons.publisher = undefined;
  for (const { id } of [her, other]) await wipe(id);
});

/** The addresses of these two serve again. */
async function wipe(id: string): Promise<void> {
  await db.member.updateMany({ where: { id }, data: { email: `${id}@wiped.example` } });
  await db.profile.deleteMany({ where: { memberId: id } });
  await db.coopainRequest.deleteMany({ where: { fromId: id } });
  await db.secondFactor.deleteMany({ where: { memberId: id } });
  await db.recoveryCode.deleteMany({ where: { memberId: id } });
  await db.commandReceipt.deleteMany({ where: { memberId: id } });
  await db.session.deleteMany({ where: { memberId: id } });
  await db.emailCode.deleteMany({ where: { memberId: id } });
  await db.member.updateMany({ where: { id }, data: { name: "Personne" } });
  await db.moderationCase.updateMany({ where: { kind: "contribution" }, data: { kind: "former" } });
}

/** Where her id may stay, and why: her row is empty, so that it names nobody. */
const kept: Record<string, string> = {
  "handover.successor_id": "an open handover is cancelled, not deleted: those whom it concerned are told",
};

const actor = (witness: Witness) => actorOfSession(witness.session);
const erase = async (witness: Witness) => eraseAccount({ actor: await actor(witness) }, { password: PASSWORD });

describe("an erased account", () => {
  it("leaves nothing that names her, in no column of no table", async () => {
    expect(await whereIs(her.sentinel)).not.toEqual([]);
    await erase(her);
    expect(await whereIs(her.sentinel)).toEqual([]);
    expect(await whereIs(her.email)).toEqual([]);
  });

  it("leaves her id nowhere but in the log of facts and in her emptied row", async () => {
    await erase(her);
    const own = ["fact.actor_id", "fact.ids", "member.email", "member.id"];
    expect((await whereIs(her.id)).filter((column) => !(column in kept))).toEqual(own);
    expect(await db.member.findUniqueOrThrow({ where: { id: her.id } })).toMatchObject({
      name: "Compte supprimé",
      email: `erased-${her.id}@invalid`,
      passwordHash: null,
      adherentSince: null,
      adultOn: null,
      invitedById: null,
    });
  });

  it("is filed in the same place as every other one: the place says nothing of her", async () => {
    await erase(her);
    const place = { communeCode: true, sectionId: true } as const;
    const erased = await db.member.findMany({ where: { erasedAt: { not: null } }, select: place });
    const first = await db.commune.findFirstOrThrow({ where: { sectionId: { not: null } }, orderBy: { code: "asc" } });
    for (const one of erased) expect(one).toEqual({ communeCode: first.code, sectionId: first.sectionId });
  });

  it("takes nothing from others but what they shared with her", async () => {
    const before = await whereIs(other.sentinel);
    await erase(her);
    const after = await whereIs(other.sentinel);
    expect(before.filter((column) => !after.includes(column))).toEqual([
      "coopain_request.words",
      "group_invitation.words",
    ]);
    expect(await db.contactView.count({ where: { memberId: other.id, viewerId: null } })).toBe(1);
  });

  it("tells that she left", async () => {
    await erase(her);
    expect(told).toContain("member.erased");
  });

  it("loses nothing that is hers when erasing fails: all or nothing", async () => {
    await db.$executeRawUnsafe(`create function refuse_erasure() returns trigger language plpgsql as
      $$ begin if new.erased_at is not null then raise exception 'no'; end if; return new; end $$`);
    await db.$executeRawUnsafe(
      `create trigger refuse_erasure before update on member for each row execute function refuse_erasure()`,
    );
    try {
      const before = await whereIs(her.sentinel);
      expect(await outcomeOf(erase(her))).toBe("unexpected");
      expect(await whereIs(her.sentinel)).toEqual(before);
      expect(told).toEqual([]);
    } finally {
      await db.$executeRawUnsafe("drop trigger refuse_erasure on member");
      await db.$executeRawUnsafe("drop function refuse_erasure()");
    }
  });
});

describe("erasing while something else arrives", () => {
  it("happens once, whatever is pressed twice", async () => {
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => outcomeOf(erase(her))));
    expect(outcomes.filter((outcome) => outcome === "ok")).toHaveLength(1);
    expect(told.filter((name) => name === "member.erased")).toHaveLength(1);
  });

  it("lets no act of hers be written after it, and none come back", async () => {
    const [me, debate] = [await actor(her), await db.debate.findFirstOrThrow({ where: { openedById: her.id } })];
    const say = (n: number) =>
      contribute(
        { actor: me },
        { debateId: debate.id, clientId: crypto.randomUUID(), side: "pour", body: `Un argument de plus, le ${n}e.` },
      );
    const acts = [
      ...Array.from({ length: 5 }, (_, n) => say(n)),
      answerPublicName({ actor: me }, { answer: "oui" }),
      revokeOtherSessions({ actor: me }, {}),
      erase(her),
      ...Array.from({ length: 5 }, (_, n) => say(n + 5)),
    ];
    for (const outcome of await Promise.all(acts.map(outcomeOf))) expect(outcome).not.toBe("unexpected");
    expect(await outcomeOf(say(11))).not.toBe("ok");
    const left = (await whereIs(her.id)).filter((column) => !/^(fact|member)\./.test(column));
    expect(left.filter((column) => !(column in kept))).toEqual([]);
  });
});

describe("a suspended member", () => {
  it("takes her data away and erases her account, and does nothing else", async () => {
    await suspendInTheDatabase(her.id);
    const me = await actor(her);
    expect(me.kind).toBe("suspended");
    expect(await outcomeOf(answerPublicName({ actor: me }, { answer: "oui" }))).toBe("forbidden");
    expect(await outcomeOf(exportPersonalData({ actor: me }, { format: "json", currentPassword: PASSWORD }))).toBe(
      "ok",
    );
    expect(await outcomeOf(erase(her))).toBe("ok");
  });
});

describe("every column that holds a member’s id", () => {
  it("is emptied of her by her erasure", async () => {
    await erase(her);
    const holding: string[] = [];
    for (const name of await columnsOfMembers()) {
      const [table, column] = name.split(".");
      const rows = await db.$queryRawUnsafe<unknown[]>(
        `select 1 from "${table}" where "${column}" = $1 limit 1`,
        her.id,
      );
      if (rows.length > 0) holding.push(name);
    }
    expect(holding.filter((column) => !(column in kept))).toEqual([]);
  });
});
