import type { AppError } from "@/core/app-error.ts";
import type { Outcome } from "./command.ts";
import { type Sql, type StatementTx, sql } from "./db/client.ts";

// What debates and conversations have in common where they are written: one lock, one gapless number each, one frame a tick.

/** More numbers of a log than this in one tick are not sent: screens pull them. */
const FAT_FRAME_SIZE = 50;

/**
 * The first lock of every writer of these logs, in id order: no deadlock, and what is read by the next statement is the
 * last word. Members before logs, as erasing an account takes them: waits for one under way. `table`: the logs', alone.
 */
export async function lockLogs(
  tx: StatementTx,
  { memberIds, table, ids }: { memberIds: readonly (string | null)[]; table: Sql; ids: Sql },
): Promise<void> {
  const members = [...new Set(memberIds)].filter((id) => id !== null);
  await tx.$queryRaw(sql`
    with writers as materialized (select id from member where id = any(${members}::text[]) order by id for key share)
    select l.id from ${table} l where l.id in (${ids}) and (select count(*) from writers) >= 0
    order by l.id for no key update`);
}

type Numbering<Item, Row, Result> = {
  /** What makes two items of one batch the same: the author and her client id. */
  keyOf: (item: Item) => string;
  logOf: (item: Item) => string;
  /** What was already answered to the same client id, in an earlier batch. */
  answered: (item: Item, index: number) => Result | null;
  /** Why it may not be written; null when it may. Asked of each in order, once those before it are decided. */
  refusal: (item: Item, index: number) => AppError | null;
  /** How far its log goes before this batch. */
  lastSeq: (index: number) => number;
  /** What is written under its number, and what its author is answered. */
  row: (item: Item, index: number, seq: number) => { row: Row; value: Result };
};

/** Gives each accepted item the next number of its log, and every item its answer. The logs are locked. */
export function giveNumbers<Item, Row, Result>(
  items: readonly Item[],
  how: Numbering<Item, Row, Result>,
): { rows: Row[]; outcomes: Outcome<Result>[] } {
  const rows: Row[] = [];
  const reached = new Map<string, number>();
  const answers = new Map<string, Outcome<Result>>();
  const outcomes = items.map((item, index): Outcome<Result> => {
    const earlier = how.answered(item, index);
    if (earlier !== null) return { value: earlier };
    const key = how.keyOf(item);
    const twin = answers.get(key);
    if (twin) return twin;
    const error = how.refusal(item, index);
    if (error) return { error };
    const log = how.logOf(item);
    const seq = (reached.get(log) ?? how.lastSeq(index)) + 1;
    reached.set(log, seq);
    const { row, value } = how.row(item, index, seq);
    rows.push(row);
    const outcome = { value };
    answers.set(key, outcome);
    return outcome;
  });
  return { rows, outcomes };
}

/** A client id that another process wrote meanwhile, in another log: the transaction is run again, and finds it. */
export const takenMeanwhile = (): Error => Object.assign(new Error("client id taken meanwhile"), { code: "40001" });

type Written = { from: number; to: number };
/** Which numbers of a log one tick wrote; `thin` when they are too many to be sent. */
export type TickOfLog<Ids extends Written> = { id: string; ids: Ids; from: number; upTo: number; thin: boolean };

/** What one tick wrote, log by log. */
export function ticksOf<Ids extends Written>(written: readonly Ids[], idOf: (ids: Ids) => string): TickOfLog<Ids>[] {
  return [...Map.groupBy(written, idOf)].flatMap(([id, those]) => {
    const [from, upTo] = [Math.min(...those.map((ids) => ids.from)), Math.max(...those.map((ids) => ids.to))];
    const [ids] = those;
    return ids ? [{ id, ids, from, upTo, thin: upTo - from >= FAT_FRAME_SIZE }] : [];
  });
}
