import { createHash } from "node:crypto";
import type { z } from "zod";
import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { type Decision, refusalOf } from "@/core/decision.ts";
import type { Fact } from "@/core/fact.ts";
import { clock } from "./clock.ts";
import { db, type StatementTx, statementTransaction, type Tx } from "./db/client.ts";
import { isRetryable, toAppError } from "./db/errors.ts";
import { type Announcement, publish, writeFacts } from "./facts.ts";
import { type FollowedFacts, publishFollowed, writeFollowed } from "./followed-facts.ts";
import { enqueue, type Job, wake } from "./jobs.ts";
import { type LimitRule, limits } from "./limits.ts";

/** Who asks, from where, and the key that makes a repeated request one. */
export type Caller = { actor: Actor; address?: string | null; key?: string | null };

/** A limit and what it counts by. `input` is what came in; it is parsed only for "target" limits. */
export type Limit<Input> =
  | { rule: LimitRule; by: "account" | "address" }
  | { rule: LimitRule; by: "target"; of: (input: Input) => string };

type Context<Input> = { tx: Tx; actor: Actor; input: Input };
type Execution<Input, Subject> = Context<Input> & {
  subject: Subject;
  /** Records a fact: written in this transaction, published after its commit. */
  record: (...facts: Fact[]) => void;
  /** Tells screens, after the commit, of what is state and not history: nothing is stored. */
  announce: (...news: Announcement[]) => void;
  enqueue: <Data extends z.ZodType>(job: Job<Data>, data: z.input<Data>) => Promise<void>;
};

export type CommandDefinition<Schema extends z.ZodType, Subject, Result> = {
  name: string;
  input: Schema;
  limits?: readonly Limit<z.output<Schema>>[];
  /** Loads through visibility, under lock: absent or hidden throws `not_found`. */
  subject: (context: Context<z.output<Schema>>) => Promise<Subject>;
  policy: (actor: Actor, subject: Subject, input: z.output<Schema>) => Decision;
  execute: (context: Execution<z.output<Schema>, Subject>) => Promise<Result>;
};

/** One use case, behind every door. Throws AppError and nothing else. */
export type Command<Schema extends z.ZodType = z.ZodType, Result = unknown> = {
  (caller: Caller, input: z.input<Schema>): Promise<Result>;
  commandName: string;
  input: Schema;
};

const none: FollowedFacts = { stored: [], jobs: new Set() };
const MAX_ATTEMPTS = 4; // the first one and three more

/**
 * The one way to change anything: limit by account and address → parse → limit by target → begin → load
 * through visibility, under lock → policy → execute → write the facts → commit → publish.
 */
export function command<Schema extends z.ZodType, Subject, Result>(
  definition: CommandDefinition<Schema, Subject, Result>,
): Command<Schema, Result> {
  const run = async (caller: Caller, raw: z.input<Schema>): Promise<Result> => {
    try {
      await consumeOpening(definition.limits ?? [], caller);
      const input = definition.input.parse(raw);
      await consumeTargets(definition.limits ?? [], input);
      for (let attempt = 1; ; attempt++) {
        try {
          return await transact(definition, caller, input);
        } catch (error) {
          if (!isRetryable(error) || attempt === MAX_ATTEMPTS) throw error;
        }
      }
    } catch (error) {
      throw toAppError(error);
    }
  };
  return Object.assign(run, { commandName: definition.name, input: definition.input });
}

async function transact<Schema extends z.ZodType, Subject, Result>(
  definition: CommandDefinition<Schema, Subject, Result>,
  { actor, key }: Caller,
  input: z.output<Schema>,
): Promise<Result> {
  const facts: Fact[] = [];
  const announcements: Announcement[] = [];
  const jobs = new Set<string>();
  const { result, followed } = await db.$transaction(async (transaction) => {
    const tx = transaction as unknown as Tx;
    const receipt = key && actor.id ? { memberId: actor.id, command: definition.name, key: keyFor(key, input) } : null;
    if (receipt) {
      const earlier = await claimReceipt(tx, receipt);
      if (earlier) return { result: earlier.result as Result, followed: none };
    }
    const subject = await definition.subject({ tx, actor, input });
    enforce(definition.policy(actor, subject, input));
    const result = await definition.execute({
      tx,
      actor,
      input,
      subject,
      record: (...recorded) => void facts.push(...recorded),
      announce: (...news) => void announcements.push(...news),
      enqueue: (job, data) => {
        jobs.add(job.name);
        return enqueue(tx, job, data);
      },
    });
    const followed = await writeFollowed(tx, actor.id, facts);
    if (receipt)
      // Many, not one: erasing an account takes its receipts away.
      await tx.commandReceipt.updateMany({ where: receipt, data: { result: toJson(result) } });
    return { result, followed };
  });
  publishFollowed(followed, announcements);
  wake(jobs);
  return result;
}

/** Throws the error of a refusal. */
export function enforce(decision: Decision): void {
  if (!decision.allowed) throw refusalOf(decision);
}

const toJson = (result: unknown) => JSON.parse(JSON.stringify(result ?? null));

/** The key of this very request: a form sent again with other words in it (one page back) is another request. */
const keyFor = (key: string, input: unknown) =>
  createHash("sha256")
    .update(JSON.stringify([key, input]))
    .digest("base64url");

type Receipt = { memberId: string; command: string; key: string };

/** Takes the key, or answers what was already answered to it. A concurrent twin waits here for the first one's commit. */
async function claimReceipt(tx: Tx, receipt: Receipt): Promise<{ result: unknown } | null> {
  const { count } = await tx.commandReceipt.createMany({
    data: [{ ...receipt, createdAt: clock.now() }],
    skipDuplicates: true,
  });
  if (count === 1) return null;
  return tx.commandReceipt.findUnique({ where: { memberId_command_key: receipt }, select: { result: true } });
}

async function consumeOpening<Input>(rules: readonly Limit<Input>[], { actor, address }: Caller): Promise<void> {
  for (const limit of rules) {
    if (actor.kind === "system") return;
    if (limit.by === "account" && actor.id) await limits().consume(limit.rule, actor.id);
    if (limit.by === "address" && address) await limits().consume(limit.rule, address);
  }
}

async function consumeTargets<Input>(rules: readonly Limit<Input>[], input: Input): Promise<void> {
  for (const limit of rules) if (limit.by === "target") await limits().consume(limit.rule, limit.of(input));
}

/** One item of a burst, and what became of it. */
export type BatchItem<Input> = { actor: Actor; input: Input };
export type Outcome<Result> = { value: Result } | { error: AppError };

export type BatchDefinition<Schema extends z.ZodType, Result> = {
  name: string;
  input: Schema;
  limits?: readonly Limit<z.output<Schema>>[];
  /** What can be refused without looking: who may never do this. The statement decides the rest. */
  policy: (actor: Actor) => Decision;
  /** Writes what one tick gathered, in one transaction; visibility, phase and duplicates are decided in the statement. */
  executeMany: (context: {
    tx: StatementTx;
    items: readonly BatchItem<z.output<Schema>>[];
    record: (...facts: Fact[]) => void;
  }) => Promise<{
    outcomes: readonly Outcome<Result>[];
    announcements?: readonly Announcement[];
  }>;
  /** Items written at once, at most. */
  size?: number;
  /**
   * How many batches may be under way at once: for items of many logs, which need not wait for one another. One account's
   * items stay in one lane, in their order. One lane when nothing is said.
   */
  lanes?: number;
  /** Its statements look rows up by their keys, a few at a time. */
  keyed?: boolean;
};

/**
 * `command()` for bursts (votes, contributions): the first item flushes at once; later ones wait only while a
 * write is in flight. Acknowledged after the batch commits.
 */
export function batchCommand<Schema extends z.ZodType, Result>(
  definition: BatchDefinition<Schema, Result>,
): Command<Schema, Result> {
  type Waiting = BatchItem<z.output<Schema>> & { settle: (outcome: Outcome<Result>) => void };
  const lanes = Array.from({ length: definition.lanes ?? 1 }, () => ({ waiting: [] as Waiting[], writing: false }));
  const laneOf = ({ id }: Actor) => lanes[lanes.length > 1 ? hashOf(id ?? "") % lanes.length : 0] ?? lanes[0];

  const { keyed = false } = definition;
  async function write(batch: readonly Waiting[]): Promise<void> {
    const facts: Fact[] = [];
    const { outcomes, announcements, stored } = await statementTransaction(
      async (tx) => {
        facts.length = 0;
        const written = await definition.executeMany({
          tx,
          items: batch,
          record: (...recorded) => void facts.push(...recorded),
        });
        const stored = writeFacts(tx, null, facts); // goes out with the commit
        stored.catch(() => {}); // and fails with it
        return { ...written, stored };
      },
      { keyed },
    );
    publish(await stored, announcements);
    for (const [index, item] of batch.entries())
      item.settle(outcomes[index] ?? { error: new AppError("unexpected", "fault") });
  }

  async function flush(lane: (typeof lanes)[number]): Promise<void> {
    const { waiting } = lane;
    lane.writing = true;
    const alone: Waiting[] = [];
    while (alone.length + waiting.length > 0) {
      const batch = alone.length > 0 ? alone.splice(0, 1) : waiting.splice(0, definition.size ?? 500);
      try {
        await attempt(() => write(batch));
      } catch (error) {
        const failure = toAppError(error);
        // One item must not take the others of its tick down with it: each on its own.
        if (batch.length > 1 && failure.code !== "unavailable") alone.push(...batch);
        else for (const item of batch) item.settle({ error: failure });
      }
    }
    lane.writing = false;
  }

  const run = async (caller: Caller, raw: z.input<Schema>): Promise<Result> => {
    try {
      await consumeOpening(definition.limits ?? [], caller);
      const input = definition.input.parse(raw);
      await consumeTargets(definition.limits ?? [], input);
      enforce(definition.policy(caller.actor));
      const outcome = await new Promise<Outcome<Result>>((settle) => {
        const lane = laneOf(caller.actor) as (typeof lanes)[number];
        lane.waiting.push({ actor: caller.actor, input, settle });
        if (!lane.writing) void flush(lane);
      });
      if ("error" in outcome) throw outcome.error;
      return outcome.value;
    } catch (error) {
      throw toAppError(error);
    }
  };
  return Object.assign(run, { commandName: definition.name, input: definition.input });
}

/** A number from an id, the same each time. */
const hashOf = (id: string) => [...id].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 65_521, 7);

async function attempt(write: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await write();
    } catch (error) {
      if (!isRetryable(error) || tries === MAX_ATTEMPTS) throw error;
    }
  }
}
