import type { Fact } from "@/core/fact.ts";
import { db, type Tx } from "@/platform/db/client.ts";

/** Runs the engine of places as a command does: in one transaction, its facts gathered. */
export async function inTransaction<Result>(
  work: (tx: Tx, record: (...facts: Fact[]) => void) => Promise<Result>,
): Promise<{ result: Result; facts: Fact[] }> {
  const facts: Fact[] = [];
  const result = await db.$transaction((tx) =>
    work(tx as unknown as Tx, (...recorded) => void facts.push(...recorded)),
  );
  return { result, facts };
}
