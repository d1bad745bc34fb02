import { RateLimiterMemory, RateLimiterPostgres, type RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "@/core/app-error.ts";
import { pool, type StatementTx, sql } from "./db/client.ts";
import { singletons } from "./singletons.ts";

/** At most `points` in `seconds`, counted in Postgres (survives a restart) or in this process's memory. */
export type LimitRule = { name: string; points: number; seconds: number; store?: "memory" };

export type Limits = {
  /**
   * Counts one use of a rule by a key, or `points` of it; throws `rate_limited` when it is used up. Inside a transaction
   * give it: a second connection, taken while holding one, can exhaust the pool.
   */
  consume(rule: LimitRule, key: string, tx?: StatementTx, points?: number): Promise<void>;
  /** Forgets what a key has used: a success clears the failures before it. */
  forgive?(rule: LimitRule, key: string): Promise<void>;
  /** Takes back a part of what a key has used. */
  giveBack?(rule: LimitRule, key: string, points: number): Promise<void>;
};

/** The product's limits. There is no switch: benches and chaos compose their own. */
export function createLimits(): Limits {
  const limiters = new Map<string, RateLimiterMemory | RateLimiterPostgres>();
  const limiterOf = (rule: LimitRule) => {
    let limiter = limiters.get(rule.name);
    if (!limiter) {
      const options = { keyPrefix: rule.name, points: rule.points, duration: rule.seconds };
      limiter =
        rule.store === "memory"
          ? new RateLimiterMemory(options)
          : new RateLimiterPostgres({
              ...options,
              storeClient: pool(),
              storeType: "pool",
              tableName: "rate_limit",
              tableCreated: true,
              clearExpiredByTimeout: false,
            });
      limiters.set(rule.name, limiter);
    }
    return limiter;
  };
  return {
    async consume(rule, key, tx, points = 1) {
      if (tx) return consumeWithin(tx, rule, key, points);
      try {
        await limiterOf(rule).consume(key, points);
      } catch (rejected) {
        if (rejected instanceof Error) throw rejected;
        const { msBeforeNext } = rejected as RateLimiterRes;
        throw tooFast(msBeforeNext);
      }
    },
    async forgive(rule, key) {
      await limiterOf(rule).delete(key);
    },
    async giveBack(rule, key, points) {
      await limiterOf(rule).reward(key, points);
    },
  };
}

/** The same count as the limiter's, in its table and in its words; taken back when the transaction is. */
async function consumeWithin(tx: StatementTx, rule: LimitRule, key: string, points: number): Promise<void> {
  const now = Date.now();
  const [row] = await tx.$queryRaw<{ points: number; expire: bigint }[]>(sql`
    insert into rate_limit as l (key, points, expire) values (${`${rule.name}:${key}`}, ${points}, ${now + rule.seconds * 1000})
    on conflict (key) do update set
      points = case when l.expire <= ${now} then excluded.points else l.points + excluded.points end,
      expire = case when l.expire <= ${now} then excluded.expire else l.expire end
    returning points, expire`);
  if (row && row.points > rule.points) throw tooFast(Number(row.expire) - now);
}

const tooFast = (msBeforeNext: number) =>
  new AppError("rate_limited", "too_fast", { retryAfter: Math.max(1, Math.ceil(msBeforeNext / 1000)) });

/** The limits that this process was composed with. */
export function limits(): Limits {
  singletons.limits ??= createLimits();
  return singletons.limits;
}

/** Forgets counters past their time; a job calls it. */
export async function clearExpiredLimits(): Promise<void> {
  await pool().query("delete from rate_limit where expire < $1", [Date.now()]);
}
