import { db, type Tx } from "@/platform/db/client.ts";

/** How many are done in one transaction: nobody who reads or writes waits for a night's work. */
const SLICE = 10;

/** Works through these a few at a time, each few in a transaction of their own: what is done stays done. */
export async function inSlices(
  all: readonly { id: string }[],
  work: (tx: Tx, ids: readonly string[]) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < all.length; from += SLICE) {
    const ids = all.slice(from, from + SLICE).map(({ id }) => id);
    await db.$transaction((tx) => work(tx as unknown as Tx, ids));
  }
}
