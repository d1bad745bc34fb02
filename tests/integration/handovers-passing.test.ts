import { createPerson, outcomeOf, refusalOf, suspendInTheDatabase } from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { system, visitor } from "@/core/actor.ts";
import { allow } from "@/core/decision.ts";
import { newId } from "@/core/ids.ts";
import { findHandover, getHandover } from "@/features/mandates/handover.queries.ts";
import {
  cancelHandover,
  completeHandover,
  confirmHandover,
  endMandate,
  mandatesPersonalData,
  proposeHandover,
  signHandover,
} from "@/features/mandates/index.ts";
import { keepMandates } from "@/features/mandates/mandate.jobs.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { db } from "@/platform/db/client.ts";
import type { Mail } from "@/platform/mail.ts";
import { singletons } from "@/platform/singletons.ts";
import {
  aConfirmedHandover,
  acting,
  aHolder,
  aLeader,
  aNational,
  anAdherent,
  anAdmin,
  CLERMONT,
  clearMandates,
  deliver,
  emails,
  factsNamed,
  grantsOf,
  handoverRow,
  hush,
  inDays,
  mailTo,
  mandateOf,
  mandatesInForce,
  prepare,
  propose,
  REASON,
  sign,
  toOf,
  withoutFactor,
} from "./mandates-world.ts";

const sent: Mail[] = vi.hoisted(() => []);
vi.mock("@/platform/mail.ts", () => ({ sendMail: async (mail: Mail) => void sent.push(mail) }));

let regated: string[] = [];
beforeAll(prepare);
beforeEach(async () => {
  vi.restoreAllMocks();
  await clearMandates();
  regated = [];
  singletons.publisher = (facts) => void regated.push(...facts.flatMap((fact) => fact.regate));
});
/** Erases what mandates hold of somebody, as the erasure of her account does. */
const leaves = command({
  name: "test.leaves",
  input: z.strictObject({ memberId: z.string() }),
  subject: async ({ tx, input }) => tx.member.findUniqueOrThrow({ where: { id: input.memberId } }),
  policy: () => allow,
  async execute({ tx, subject, record }) {
    record(...(await mandatesPersonalData.erase(tx, subject)));
    await tx.member.update({ where: { id: subject.id }, data: { erasedAt: clock.now() } });
  },
});
const later = (days: number) => {
  const at = inDays(days);
  vi.spyOn(clock, "now").mockImplementation(() => at);
};

describe("handing a section over", () => {
  it("moves the mandate at the second signature when the day has come, and tells each at each step", async () => {
    const [leader, admin, next] = [await aLeader(), await anAdmin(), await anAdherent("Sacha Suivante")];
    const national = await aNational();
    const end = inDays(700);
    const handoverId = await propose(leader, next, clock.now(), end);
    let mails = await deliver(sent);
    expect(toOf(mails)).toEqual(emails(next, admin));
    expect(mailTo(mails, next)).toContain("te propose de prendre sa suite");
    expect(mailTo(mails, admin)).toContain(`/passations/${handoverId}`);

    await confirmHandover(await acting(admin), { handoverId });
    expect(toOf(await deliver(sent))).toEqual(emails(leader, next));
    await sign(next, handoverId);
    mails = await deliver(sent);
    expect(toOf(mails)).toEqual(emails(leader));
    expect(mailTo(mails, leader)).toContain("a signé");
    expect(await grantsOf(next)).toEqual([]);

    await sign(leader, handoverId);
    expect(await mandatesInForce(CLERMONT)).toEqual([next.id]);
    expect(await grantsOf(leader)).toEqual([]);
    expect(await grantsOf(next)).toEqual([{ role: "section_leader", scope: CLERMONT }]);
    const given = await mandateOf(next);
    expect(given).toMatchObject({ givenById: admin.id, endsAt: end });
    expect(await mandateOf(leader)).toMatchObject({ endReason: "Passation", endsAt: given.beginsAt });
    expect(await handoverRow(handoverId)).toMatchObject({ cancelledAt: null, doneAt: given.beginsAt });
    expect(regated.sort()).toEqual([leader.id, next.id].sort());
    mails = await deliver(sent);
    expect(toOf(mails)).toEqual(emails(leader, next, admin));
    expect(mailTo(mails, next)).toContain("second facteur");
    expect(toOf(mails)).not.toContain(national.email);
  });

  it("waits for its day once signed, and then moves by itself, once", async () => {
    const { leader, next, handoverId } = await aConfirmedHandover(inDays(20));
    await sign(leader, handoverId);
    await sign(next, handoverId);
    await keepMandates.run({});
    expect(await mandatesInForce(CLERMONT)).toEqual([leader.id]);
    await hush();
    later(21);
    await Promise.all([
      keepMandates.run({}),
      keepMandates.run({}),
      completeHandover({ actor: system }, { handoverId }),
    ]);
    expect(await mandatesInForce(CLERMONT)).toEqual([next.id]);
    expect(await factsNamed("handover.done", { handoverId })).toBe(1);
    expect(await db.mandate.count({ where: { memberId: next.id } })).toBe(1);
  });

  it("tells both the day when they have signed before it", async () => {
    const { leader, next, handoverId } = await aConfirmedHandover(inDays(20));
    await sign(leader, handoverId);
    await hush();
    await sign(next, handoverId);
    const mails = await deliver(sent);
    expect(toOf(mails)).toEqual(emails(leader, next));
    expect(mailTo(mails, leader)).toContain("C’est signé");
  });

  it("moves at once when the last signature comes after the day", async () => {
    const { leader, next, handoverId } = await aConfirmedHandover(inDays(3));
    await sign(leader, handoverId);
    later(10);
    await db.session.updateMany({ where: { memberId: next.id }, data: { expiresAt: inDays(1) } });
    await keepMandates.run({});
    expect(await mandatesInForce(CLERMONT)).toEqual([leader.id]);
    await sign(next, handoverId);
    expect(await mandatesInForce(CLERMONT)).toEqual([next.id]);
  });

  it("moves once when both sign at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      await clearMandates();
      const { leader, next, handoverId } = await aConfirmedHandover();
      await Promise.all([leader, next, next].map((person) => outcomeOf(sign(person, handoverId))));
      expect(await mandatesInForce(CLERMONT)).toEqual([next.id]);
      expect(await factsNamed("handover.done", { handoverId })).toBe(1);
      expect(await factsNamed("mandate.given", { memberId: next.id })).toBe(1);
    }
  });

  it("never leaves the section without anybody, nor with the two of them, whoever is quicker: signing or withdrawing", async () => {
    for (let round = 0; round < 5; round++) {
      await clearMandates();
      const { leader, next, handoverId } = await aConfirmedHandover();
      await sign(leader, handoverId);
      await Promise.all([
        outcomeOf(sign(next, handoverId)),
        outcomeOf(cancelHandover(await acting(leader), { handoverId })),
      ]);
      const row = await handoverRow(handoverId);
      expect(Boolean(row.doneAt)).toBe(!row.cancelledAt);
      expect(await mandatesInForce(CLERMONT)).toEqual([row.doneAt ? next.id : leader.id]);
    }
  });
});

describe("naming who comes after", () => {
  it("is for a verified adherent of the section, not suspended, who does not lead it yet", async () => {
    const leader = await aLeader();
    const unfit = {
      sympathiser: await createPerson("Samia Sympathisante"),
      suspended: await anAdherent("Suzanne Suspendue"),
      herself: leader,
      already: await aHolder("Colin Coresponsable", "section_leader", CLERMONT),
    };
    await suspendInTheDatabase(unfit.suspended.id);
    const reasons: Record<string, unknown> = {};
    for (const [who, person] of Object.entries(unfit))
      reasons[who] = ((await refusalOf(propose(leader, person))) as { reason: string }).reason;
    expect(reasons).toEqual({
      sympathiser: "cannot_succeed",
      suspended: "cannot_succeed",
      herself: "cannot_succeed",
      already: "holds_already",
    });
    const elsewhere = await createPerson("Alix Ailleurs", { section: "03185", adherent: true });
    expect(await refusalOf(propose(leader, elsewhere))).toEqual(
      await refusalOf(propose(leader, { ...elsewhere, id: newId() })),
    );
  });

  it("is for the holder alone, with her second factor, for her own mandate, once at a time", async () => {
    const [leader, admin, national, next] = [await aLeader(), await anAdmin(), await aNational(), await anAdherent()];
    const { id: mandateId } = await mandateOf(leader);
    const input = { mandateId, successorId: next.id, effectiveAt: clock.now() };
    const absent = await refusalOf(proposeHandover(await acting(leader), { ...input, mandateId: newId() }));
    for (const person of [admin, national, next])
      expect(await refusalOf(proposeHandover(await acting(person), input))).toEqual(absent);
    expect(await outcomeOf(proposeHandover({ actor: visitor }, input))).toBe("not_found");
    await withoutFactor(leader);
    expect(await refusalOf(proposeHandover(await acting(leader), input))).toMatchObject({
      reason: "second_factor_first",
    });
    await db.session.update({ where: { id: leader.session }, data: { secondFactorAt: clock.now() } });
    await proposeHandover(await acting(leader), input);
    expect(await refusalOf(proposeHandover(await acting(leader), input))).toMatchObject({
      reason: "handover_open_already",
    });
  });

  it("goes once through when asked ten times at once", async () => {
    const [leader, next] = [await aLeader(), await anAdherent()];
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => outcomeOf(propose(leader, next))));
    expect(outcomes.filter((one) => one === "ok")).toHaveLength(1);
    expect(outcomes.every((one) => one === "ok" || one === "conflict")).toBe(true);
  });

  it("has a day of the year that comes, before the mandate ends, and an end after it", async () => {
    const [leader, next] = [await aLeader(), await anAdherent()];
    expect(await outcomeOf(propose(leader, next, inDays(-3)))).toBe("invalid");
    expect(await outcomeOf(propose(leader, next, inDays(400)))).toBe("invalid");
    expect(await outcomeOf(propose(leader, next, inDays(20), inDays(10)))).toBe("invalid");
    await db.mandate.updateMany({ where: { memberId: leader.id }, data: { endsAt: inDays(30) } });
    expect(await outcomeOf(propose(leader, next, inDays(31)))).toBe("invalid");
    expect(await outcomeOf(propose(leader, next, inDays(29)))).toBe("ok");
  });
});

describe("confirming a handover", () => {
  it("is for an admin of the federation, other than the two; for the national level only where there is none", async () => {
    const [leader, admin, next] = [await aLeader(), await anAdmin(), await anAdherent()];
    const [elsewhere, national] = [await anAdmin("Alba Allier", "national/03"), await aNational()];
    const handoverId = await propose(leader, next);
    for (const person of [leader, next, national])
      expect(await outcomeOf(confirmHandover(await acting(person), { handoverId }))).toBe("forbidden");
    const absent = await refusalOf(confirmHandover(await acting(elsewhere), { handoverId: newId() }));
    for (const person of [elsewhere, await anAdherent()])
      expect(await refusalOf(confirmHandover(await acting(person), { handoverId }))).toEqual(absent);
    await suspendInTheDatabase(admin.id);
    await confirmHandover(await acting(national), { handoverId });
    expect(await handoverRow(handoverId)).toMatchObject({ confirmedById: national.id });
  });

  it("goes to the national level when the federation’s only admin is one of the two", async () => {
    const leader = await createPerson("Double Casquette", {
      adherent: true,
      mandates: [
        { role: "section_leader", scope: CLERMONT },
        { role: "federation_admin", scope: "national/63" },
      ],
    });
    const [next, national] = [await anAdherent(), await aNational()];
    const { id: mandateId } = await db.mandate.findFirstOrThrow({ where: { memberId: leader.id, scope: CLERMONT } });
    const input = { mandateId, successorId: next.id, effectiveAt: clock.now() };
    const { handoverId } = await proposeHandover(await acting(leader), input);
    expect(toOf(await deliver(sent))).toEqual(emails(next, national));
    expect(await outcomeOf(confirmHandover(await acting(leader), { handoverId }))).toBe("forbidden");
    expect(await outcomeOf(confirmHandover(await acting(national), { handoverId }))).toBe("ok");
  });

  it("comes before the signatures, and once", async () => {
    const [leader, admin, next] = [await aLeader(), await anAdmin(), await anAdherent()];
    const handoverId = await propose(leader, next);
    expect(await refusalOf(sign(leader, handoverId))).toMatchObject({ reason: "handover_unconfirmed" });
    await confirmHandover(await acting(admin), { handoverId });
    expect(await outcomeOf(confirmHandover(await acting(admin), { handoverId }))).toBe("conflict");
    expect(await refusalOf(signHandover(await acting(admin), { handoverId }))).toMatchObject({ reason: "not_yours" });
  });
});

describe("signing a handover", () => {
  it("asks the holder for her second factor, and the successor for none", async () => {
    const { leader, next, handoverId } = await aConfirmedHandover();
    await withoutFactor(leader);
    await withoutFactor(next);
    expect(await refusalOf(sign(leader, handoverId))).toMatchObject({ reason: "second_factor_first" });
    await sign(next, handoverId);
    expect(await refusalOf(sign(next, handoverId))).toMatchObject({ reason: "handover_signed_already" });
  });
});

describe("giving a handover up", () => {
  it("is for the holder, the successor and the federation, until it is done; the others are told", async () => {
    for (const who of ["leader", "next", "admin"] as const) {
      await clearMandates();
      const cast = await aConfirmedHandover(inDays(5));
      await hush();
      await cancelHandover(await acting(cast[who]), { handoverId: cast.handoverId });
      const { leader, next, admin } = cast;
      expect(toOf(await deliver(sent))).toEqual(emails(...[leader, next, admin].filter((one) => one !== cast[who])));
      expect(await outcomeOf(sign(leader, cast.handoverId))).toBe("conflict");
      expect(await mandatesInForce(CLERMONT)).toEqual([leader.id]);
    }
  });

  it("does not exist for anybody else, and is too late once done", async () => {
    const { leader, next, handoverId } = await aConfirmedHandover();
    const absent = await refusalOf(cancelHandover(await acting(leader), { handoverId: newId() }));
    expect(await refusalOf(cancelHandover(await acting(await anAdherent()), { handoverId }))).toEqual(absent);
    await sign(leader, handoverId);
    await sign(next, handoverId);
    expect(await refusalOf(cancelHandover(await acting(leader), { handoverId }))).toMatchObject({
      reason: "handover_over",
    });
  });
});

describe("a handover that can no longer be", () => {
  const breaks: Record<string, (cast: Awaited<ReturnType<typeof aConfirmedHandover>>) => Promise<unknown>> = {
    "the holder is suspended": ({ leader }) => suspendInTheDatabase(leader.id),
    "the successor is suspended": ({ next }) => suspendInTheDatabase(next.id),
    "the successor moved away": ({ next }) =>
      db.member.update({ where: { id: next.id }, data: { sectionId: "03185" } }),
    "the holder’s mandate ran out": ({ leader }) =>
      db.mandate.updateMany({ where: { memberId: leader.id }, data: { beginsAt: inDays(-9), endsAt: inDays(-1) } }),
  };
  for (const [what, happen] of Object.entries(breaks))
    it(`is cancelled within a minute when ${what}, and cannot be signed meanwhile`, async () => {
      const cast = await aConfirmedHandover();
      await sign(cast.leader, cast.handoverId);
      await happen(cast);
      expect(await outcomeOf(sign(cast.next, cast.handoverId))).not.toBe("ok");
      await keepMandates.run({});
      expect(await handoverRow(cast.handoverId)).toMatchObject({ doneAt: null, cancelledById: null });
      expect((await handoverRow(cast.handoverId)).cancelledAt).not.toBeNull();
      expect(await grantsOf(cast.next)).toEqual([]);
    });

  it("ends with the account of its holder, and the successor is told, without her name", async () => {
    const { leader, next, handoverId } = await aConfirmedHandover(inDays(9));
    await hush();
    await leaves({ actor: system }, { memberId: leader.id });
    expect(await db.handover.count({ where: { id: handoverId } })).toBe(0);
    const mails = await deliver(sent);
    const told = mailTo(mails, next);
    expect(told).toContain("Passation abandonnée");
    expect(told).not.toContain(leader.name);
    expect(mails.filter(({ to }) => to === next.email)).toHaveLength(1);
  });

  it("says nothing to a successor who leaves too, nor of what was over", async () => {
    const { leader, next, handoverId } = await aConfirmedHandover(inDays(9));
    await cancelHandover(await acting(leader), { handoverId });
    await hush();
    await leaves({ actor: system }, { memberId: leader.id });
    expect(mailTo(await deliver(sent), next)).not.toContain("Passation");
  });

  it("ends with the mandate that is taken back, and the successor is told", async () => {
    const { leader, admin, next, handoverId } = await aConfirmedHandover(inDays(9));
    await hush();
    await endMandate(await acting(admin), { mandateId: (await mandateOf(leader)).id, reason: REASON });
    expect((await handoverRow(handoverId)).cancelledAt).not.toBeNull();
    const mails = await deliver(sent);
    expect(mails.filter(({ to }) => to === next.email)).toHaveLength(1);
    expect(mailTo(mails, next)).toContain("Passation abandonnée");
  });
});

describe("reading a handover", () => {
  it("is for the two, their federation and the national level; for others it does not exist", async () => {
    const { leader, admin, next, handoverId } = await aConfirmedHandover();
    const national = await aNational();
    const seen = await Promise.all(
      [leader, next, admin, national].map(
        async (person) => (await getHandover((await acting(person)).actor, handoverId)).you,
      ),
    );
    expect(seen).toEqual(["holder", "successor", "federation", "federation"]);
    const absent = await refusalOf(getHandover((await acting(leader)).actor, newId()));
    const others = [
      await anAdherent(),
      await aHolder("Colin Coresponsable", "section_leader", CLERMONT),
      await anAdmin("Alba Allier", "national/03"),
      await aHolder("Maud Modératrice", "moderator", "national"),
    ];
    for (const person of others) {
      expect(await refusalOf(getHandover((await acting(person)).actor, handoverId))).toEqual(absent);
      const panel = await findHandover((await acting(person)).actor, CLERMONT);
      expect(panel?.open ?? []).toEqual([]);
    }
    expect(await refusalOf(getHandover(visitor, handoverId))).toEqual(absent);
    expect(await refusalOf(getHandover((await acting(leader)).actor, "'; --"))).toEqual(absent);
  });

  it("shows its leader whom she may name, and the federation what waits", async () => {
    const [leader, admin, next] = [await aLeader(), await anAdmin(), await anAdherent("Sacha Suivante")];
    const before = await findHandover((await acting(leader)).actor, CLERMONT);
    expect(before?.candidates.map(({ id }) => id)).toContain(next.id);
    expect(await findHandover((await acting(admin)).actor, CLERMONT)).toBeNull();
    const handoverId = await propose(leader, next);
    expect((await findHandover((await acting(leader)).actor, CLERMONT))?.candidates).toEqual([]);
    expect((await findHandover((await acting(admin)).actor, CLERMONT))?.open).toMatchObject([
      { id: handoverId, you: "federation", can: { confirm: true, sign: false, cancel: true } },
    ]);
  });
});
