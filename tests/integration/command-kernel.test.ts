import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { system, visitor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { allow, hide, refuse } from "@/core/decision.ts";
import { defineFact } from "@/core/fact.ts";
import { batchCommand, type Caller, command } from "@/platform/command.ts";
import { db, pool, sql } from "@/platform/db/client.ts";
import { singletons } from "@/platform/singletons.ts";

const noted = defineFact<{ name: string }>({ name: "test.noted", stale: ({ name }) => [`note:${name}`] });
const member: Caller = {
  actor: {
    kind: "member",
    id: "0000kernel00",
    sessionId: null,
    name: "Inès",
    adherent: false,
    section: { id: "63113", name: "x", scope: "national/63/63113" },
    grants: [],
  },
  address: "203.0.113.1",
};

let executions = 0;
/** A use case on a table of the kernel's own: writes a line in `seeded`. */
const note = command({
  name: "test.note",
  input: z.strictObject({ name: z.string().min(3, "Trop court."), fail: z.boolean().default(false) }),
  subject: async ({ tx, input }) => (input.name === "absent" ? null : await tx.$queryRaw(sql`select 1`)),
  policy: (actor, subject) =>
    subject === null ? hide : actor.kind === "visitor" ? refuse("sign_in_first", "unauthenticated") : allow,
  async execute({ tx, input, record }) {
    executions++;
    await tx.seeded.create({ data: { name: input.name, version: "1", at: new Date() } });
    record(noted({ name: input.name }));
    if (input.fail) throw new Error("secret detail of the fault");
    return { name: input.name, at: executions };
  },
});

const rows = async (name: string) => db.seeded.count({ where: { name } });
const factsOf = async (name: string) =>
  db.fact.count({ where: { name: "test.noted", ids: { path: ["name"], equals: name } } });
const told: string[] = [];

beforeEach(() => {
  executions = 0;
  told.length = 0;
  singletons.publisher = (facts) => told.push(...facts.flatMap((fact) => fact.stale));
});
afterEach(() => {
  singletons.publisher = undefined;
});

describe("a command", () => {
  it("writes, records its fact in the same transaction, and publishes after the commit", async () => {
    await note(member, { name: "kernel-1" });
    expect(await rows("kernel-1")).toBe(1);
    expect(await factsOf("kernel-1")).toBe(1);
    expect(told).toEqual(["note:kernel-1"]);
    await expect.poll(() => db.fact.count({ where: { name: "test.noted", publishedAt: null } })).toBe(0);
  });

  it("leaves nothing behind and tells nobody when it fails, and says nothing of the fault", async () => {
    const failure = await note(member, { name: "kernel-2", fail: true }).catch((error: AppError) => error);
    expect(failure).toMatchObject({ code: "unexpected", reason: "fault" });
    expect(await rows("kernel-2")).toBe(0);
    expect(await factsOf("kernel-2")).toBe(0);
    expect(told).toEqual([]);
  });

  it("refuses by its policy before it executes", async () => {
    await expect(note({ actor: visitor }, { name: "kernel-3" })).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(note(member, { name: "absent" })).rejects.toMatchObject({ code: "not_found" });
    expect(executions).toBe(0);
  });

  it("refuses what does not have the shape, field by field", async () => {
    await expect(note(member, { name: "x" })).rejects.toMatchObject({
      code: "invalid",
      fields: { name: "Trop court." },
    });
    await expect(note(member, { name: "kernel-4", role: "national_admin" } as never)).rejects.toMatchObject({
      code: "invalid",
    });
    for (const input of [null, undefined, [], "x", 3, { name: ["kernel"] }, { name: { not: "" } }])
      await expect(note(member, input as never)).rejects.toMatchObject({ code: "invalid" });
  });

  it("turns a broken constraint into a conflict", async () => {
    await note(member, { name: "kernel-5" });
    await expect(note(member, { name: "kernel-5" })).rejects.toMatchObject({ code: "conflict" });
  });

  it("leaves out no rule of limits: account and address first, then the target", async () => {
    const used: string[] = [];
    singletons.limits = { consume: async (rule, key) => void used.push(`${rule.name}:${key}`) };
    const limited = command({
      name: "test.limited",
      input: z.strictObject({ to: z.string() }),
      limits: [
        { rule: { name: "target", points: 1, seconds: 1 }, by: "target", of: ({ to }) => to },
        { rule: { name: "account", points: 1, seconds: 1 }, by: "account" },
        { rule: { name: "address", points: 1, seconds: 1 }, by: "address" },
      ],
      subject: async () => null,
      policy: () => allow,
      execute: async () => null,
    });
    await limited(member, { to: "paul" });
    expect(used).toEqual(["account:0000kernel00", "address:203.0.113.1", "target:paul"]);
    used.length = 0;
    await limited({ actor: system }, { to: "paul" });
    expect(used).toEqual(["target:paul"]);
    singletons.limits = undefined;
  });

  it("counts limits in Postgres, and says how long to wait", async () => {
    const twice = command({
      name: "test.twice",
      input: z.strictObject({}),
      limits: [{ rule: { name: "test-twice", points: 2, seconds: 60 }, by: "address" }],
      subject: async () => null,
      policy: () => allow,
      execute: async () => "done",
    });
    await twice(member, {});
    await twice(member, {});
    const refused = await twice(member, {}).catch((error: AppError) => error);
    expect(refused).toMatchObject({ code: "rate_limited" });
    expect((refused as AppError).retryAfter).toBeGreaterThan(50);
    singletons.limits = undefined; // a restart
    await expect(twice(member, {})).rejects.toMatchObject({ code: "rate_limited" });
    await expect(twice({ ...member, address: "203.0.113.2" }, {})).resolves.toBe("done");
  });
});

describe("the same command twice", () => {
  beforeEach(async () => {
    await pool().query("delete from command_receipt");
  });

  it("with one key executes once and answers the same", async () => {
    const first = await note({ ...member, key: "k1" }, { name: "kernel-6" });
    expect(await note({ ...member, key: "k1" }, { name: "kernel-6" })).toEqual(first);
    expect(executions).toBe(1);
  });

  it("at the same moment executes once: the second waits for the first one's commit", async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => note({ ...member, key: "k2" }, { name: "kernel-7" })),
    );
    expect(new Set(answers.map((answer) => answer.at)).size).toBe(1);
    expect(executions).toBe(1);
    expect(told).toEqual(["note:kernel-7"]);
  });

  it("does not take one member's key for another's, and forgets the key of what failed", async () => {
    await note({ ...member, key: "k3" }, { name: "kernel-8" });
    const other: Caller = { ...member, actor: { ...member.actor, id: "0000kernel01" } as Caller["actor"] };
    await expect(note({ ...other, key: "k3" }, { name: "kernel-8" })).rejects.toMatchObject({ code: "conflict" });
    await expect(note({ ...other, key: "k3" }, { name: "kernel-9" })).resolves.toMatchObject({ name: "kernel-9" });
  });
});

describe("a batch", () => {
  it("writes the first item at once and the rest of the burst together, with one outcome each", async () => {
    const batches: number[] = [];
    const add = batchCommand({
      name: "test.add",
      input: z.strictObject({ n: z.int() }),
      policy: () => allow,
      async executeMany({ tx, items }) {
        batches.push(items.length);
        await tx.$queryRaw(sql`select pg_sleep(0.02)::text`);
        return {
          outcomes: items.map(({ input }) =>
            input.n === 3 ? { error: new AppError("conflict", "changed_meanwhile") } : { value: input.n * 2 },
          ),
        };
      },
    });
    const answers = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => add(member, { n })));
    expect(batches).toEqual([1, 19]);
    expect(answers.map((answer) => (answer.status === "fulfilled" ? answer.value : answer.reason.code))).toEqual([
      0,
      2,
      4,
      "conflict",
      ...Array.from({ length: 16 }, (_, i) => (i + 4) * 2),
    ]);
  });

  it("tells every waiting author when the whole tick failed, and goes on with the next", async () => {
    let broken = true;
    const add = batchCommand({
      name: "test.broken",
      input: z.strictObject({}),
      policy: () => allow,
      async executeMany({ items }) {
        if (broken) throw new Error("disk full");
        return { outcomes: items.map(() => ({ value: "done" })) };
      },
    });
    await expect(add(member, {})).rejects.toMatchObject({ code: "unexpected" });
    broken = false;
    await expect(add(member, {})).resolves.toBe("done");
  });
});

describe("a batch with one item that breaks", () => {
  it("writes the others all the same", async () => {
    const add = batchCommand({
      name: "test.one-breaks",
      input: z.strictObject({ name: z.string() }),
      policy: () => allow,
      async executeMany({ tx, items }) {
        await tx.$queryRaw(sql`select pg_sleep(0.02)::text`);
        await tx.$queryRaw(sql`
          insert into seeded (name, version, at) select name, '1', now() from unnest(${items.map(({ input }) => input.name)}::text[]) as i(name)`);
        return { outcomes: items.map(({ input }) => ({ value: input.name })) };
      },
    });
    const names = ["batch-1", "batch-2", "batch-2", "batch-3"];
    const answers = await Promise.allSettled(names.map((name) => add(member, { name })));
    expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
    expect(await db.seeded.count({ where: { name: { startsWith: "batch-" } } })).toBe(3);
  });
});

describe("mass writes", () => {
  it("are refused without a filter", async () => {
    await expect(db.seeded.deleteMany()).rejects.toThrow("without a filter");
    await expect(db.seeded.updateMany({ where: {}, data: { version: "x" } })).rejects.toThrow("without a filter");
  });
});
