import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { system } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { allow } from "@/core/decision.ts";
import { batchCommand } from "@/platform/command.ts";
import { burstPool, db, pool, type StatementTx, sql, statementTransaction } from "@/platform/db/client.ts";
import { toAppError } from "@/platform/db/errors.ts";

const write = (tx: StatementTx, name: string) =>
  tx.$queryRaw(sql`insert into seeded (name, version, at) values (${name}, '1', now())`);
const written = (name: string) => db.seeded.count({ where: { name: { startsWith: name } } });
const backendOf = async (tx: StatementTx) =>
  (await tx.$queryRaw<{ pid: number }[]>(sql`select pg_backend_pid() as pid`))[0]?.pid ?? 0;
const kill = (pid: number) => pool().query("select pg_terminate_backend($1)", [pid]);
/** Every connection is free again, and each of them answers. */
async function expectFree(): Promise<void> {
  const { max } = burstPool().options;
  const clients = await Promise.all(Array.from({ length: max ?? 10 }, () => burstPool().connect()));
  const answers = await Promise.all(clients.map((client) => client.query("select 1 as one")));
  for (const client of clients) client.release();
  expect(answers.every(({ rows }) => rows[0].one === 1)).toBe(true);
  expect(burstPool().waitingCount).toBe(0);
}

/** What would have ended the process. */
const crashes: unknown[] = [];
const onCrash = (error: unknown) => void crashes.push(error);
let others: NodeJS.UncaughtExceptionListener[] = [];
beforeEach(() => {
  crashes.length = 0;
  others = process.listeners("uncaughtException");
  process.removeAllListeners("uncaughtException");
  process.on("uncaughtException", onCrash);
});
afterEach(async () => {
  // What a lost connection still has to say comes with the next turns of the loop.
  await expectFree();
  process.removeListener("uncaughtException", onCrash);
  for (const listener of others) process.on("uncaughtException", listener);
  expect(crashes.map(String)).toEqual([]);
});

describe("statements in one transaction", () => {
  it("are written together, and their rows come with dates and parsed json", async () => {
    const answer = await statementTransaction(async (tx) => {
      await write(tx, "together-1");
      await write(tx, "together-2");
      return tx.$queryRaw<{ at: Date; json: object }[]>(sql`select now() as at, ${"{}"}::json as json`);
    });
    expect(answer[0]?.at).toBeInstanceOf(Date);
    expect(answer[0]?.json).toEqual({});
    expect(await written("together")).toBe(2);
  });

  it("leave nothing when one of them fails, or what is between them", async () => {
    const failing = statementTransaction(async (tx) => {
      await write(tx, "undone-1");
      await write(tx, "undone-1");
    });
    await expect(failing).rejects.toMatchObject({ code: "23505" });
    const thrown = statementTransaction(async (tx) => {
      await write(tx, "undone-2");
      throw new Error("changed my mind");
    });
    await expect(thrown).rejects.toThrow("changed my mind");
    expect(await written("undone")).toBe(0);
  });

  it("are sent without waiting for one another, and run in their order", async () => {
    const answers = await statementTransaction((tx) =>
      Promise.all([
        write(tx, "piped-1"),
        tx.$queryRaw<{ name: string }[]>(sql`select name from seeded where name like 'piped-%'`),
        write(tx, "piped-2"),
      ]),
    );
    expect(answers[1]).toEqual([{ name: "piped-1" }]);
    expect(await written("piped")).toBe(2);
  });

  it("leave nothing when one that nobody waits for fails, and say so", async () => {
    const failing = statementTransaction(async (tx) => {
      await write(tx, "unheard");
      write(tx, "unheard").catch(() => {});
      return "done";
    });
    await expect(failing).rejects.toMatchObject({ code: "23505" });
    expect(await written("unheard")).toBe(0);
  });

  it("are not seen by others before they are all written", async () => {
    await statementTransaction(async (tx) => {
      await write(tx, "unseen");
      expect(await written("unseen")).toBe(0);
    });
    expect(await written("unseen")).toBe(1);
  });

  it("bind what they are given: no statement in a value", async () => {
    const nasty = "'); drop table seeded; --";
    await statementTransaction((tx) => write(tx, nasty));
    expect(await db.seeded.count({ where: { name: nasty } })).toBe(1);
  });
});

describe("a connection that is lost", () => {
  it("between two statements: nothing is written, the error says that the database is away, the process lives", async () => {
    const lost = statementTransaction(async (tx) => {
      await write(tx, "lost-between");
      await kill(await backendOf(tx));
      await expect
        .poll(() =>
          tx.$queryRaw(sql`select 1`).then(
            () => "alive",
            () => "lost",
          ),
        )
        .toBe("lost");
      return write(tx, "lost-between-2");
    });
    const error = await lost.catch((failure: unknown) => failure);
    expect(toAppError(error)).toMatchObject({ code: "unavailable" });
    expect(await written("lost-between")).toBe(0);
  });

  it("while nothing is asked of it: the process lives", async () => {
    const lost = statementTransaction(async (tx) => {
      const pid = await backendOf(tx);
      await kill(pid);
      await expect
        .poll(async () => (await pool().query("select 1 from pg_stat_activity where pid = $1", [pid])).rowCount)
        .toBe(0);
      // The socket's end is heard here, with no statement under way.
      await pool().query("select pg_sleep(0.05)");
      return write(tx, "lost-idle");
    });
    expect(toAppError(await lost.catch((failure: unknown) => failure))).toMatchObject({ code: "unavailable" });
    expect(await written("lost-idle")).toBe(0);
  });

  it("during a statement: the same", async () => {
    const lost = statementTransaction(async (tx) => {
      await write(tx, "lost-during");
      const pid = await backendOf(tx);
      const sleeping = tx.$queryRaw(sql`select pg_sleep(10)::text`);
      await Promise.all([sleeping, kill(pid)]);
    });
    expect(toAppError(await lost.catch((failure: unknown) => failure))).toMatchObject({ code: "unavailable" });
    expect(await written("lost-during")).toBe(0);
  });

  it("many times over leaves the pool whole", async () => {
    const losses = Array.from({ length: 25 }, () =>
      statementTransaction(async (tx) => {
        await write(tx, "lost-often");
        await tx.$queryRaw(sql`select pg_terminate_backend(pg_backend_pid())`);
      }).then(
        () => "written",
        (failure: unknown) => toAppError(failure).code,
      ),
    );
    expect(new Set(await Promise.all(losses))).toEqual(new Set(["unavailable"]));
    expect(await written("lost-often")).toBe(0);
  });
});

describe("a batch on such a transaction", () => {
  const batch = (name: string, fails: (item: string, attempt: number) => unknown) => {
    const attempts = new Map<string, number>();
    return batchCommand({
      name,
      input: z.strictObject({ name: z.string() }),
      policy: () => allow,
      async executeMany({ tx, items }) {
        await tx.$queryRaw(sql`select pg_sleep(0.02)::text`);
        for (const { input } of items) {
          const attempt = (attempts.get(input.name) ?? 0) + 1;
          attempts.set(input.name, attempt);
          await write(tx, `${name}-${input.name}`);
          const failure = fails(input.name, attempt);
          if (failure) throw failure;
        }
        return { outcomes: items.map(({ input }) => ({ value: `${input.name}:${attempts.get(input.name)}` })) };
      },
    });
  };
  const conflict = () => Object.assign(new Error("could not serialize access"), { code: "40001" });

  it("is written again, whole, when Postgres asks to run it again", async () => {
    const add = batch("again", (_, attempt) => (attempt < 4 ? conflict() : null));
    expect(await add({ actor: system }, { name: "a" })).toBe("a:4");
    expect(await written("again")).toBe(1);
  });

  it("says that something changed meanwhile after four tries", async () => {
    const add = batch("never", () => conflict());
    await expect(add({ actor: system }, { name: "a" })).rejects.toMatchObject({ code: "conflict" });
    expect(await written("never")).toBe(0);
  });

  it("writes the others when one item breaks, once each", async () => {
    const add = batch("broken", (name) => (name === "c" ? new Error("disk full") : null));
    const names = ["a", "b", "c", "d", "e"];
    const answers = await Promise.allSettled(names.map((name) => add({ actor: system }, { name })));
    expect(answers.map(({ status }) => status)).toEqual([
      "fulfilled",
      "fulfilled",
      "rejected",
      "fulfilled",
      "fulfilled",
    ]);
    expect(answers[2]).toMatchObject({ reason: { code: "unexpected", reason: "fault" } });
    expect(await written("broken")).toBe(4);
  });

  it("does not try each item alone when the database is away", async () => {
    let tries = 0;
    const away = () => Object.assign(new Error("terminating connection"), { code: "57P01" });
    const add = batch("away", () => {
      tries++;
      return away();
    });
    const answers = await Promise.allSettled(["a", "b", "c"].map((name) => add({ actor: system }, { name })));
    for (const answer of answers) expect(answer).toMatchObject({ reason: { code: "unavailable", retryAfter: 3 } });
    expect(tries).toBe(2); // the first alone, then the two that waited
    expect(answers.every((answer) => answer.status === "rejected" && answer.reason instanceof AppError)).toBe(true);
  });
});
