import type { Edit } from "./history.ts";
import { newMark } from "./marks.ts";
import { oneOf } from "./pace.ts";
import type { Product } from "./product.ts";
import type { RunState } from "./run-state.ts";

/** A contribution this old, in numbers of the log, may be hidden. */
const SETTLED = 20;

/**
 * What happens to words and members besides the load: authors mend, moderators hide, one member is suspended. Each by
 * the product's own command, inside a process of it; without an answer (it was killed) nobody knows whether it happened.
 */
export function createStaff(run: RunState, products: readonly Product[], random: () => number) {
  let orders = 0;
  const editing = new Set<string>();
  const ask = (order: object) => (oneOf(products, random) ?? products[0])?.ask(order) ?? Promise.resolve(false);

  const acked = () =>
    run.sent.flatMap(({ ack, memberId }) => (ack && !run.suspended.has(memberId) ? [{ ...ack, memberId }] : []));

  return {
    async edit(): Promise<void> {
      const one = oneOf(acked().slice(-30), random);
      if (!one || editing.has(one.id) || run.hidden.has(one.id)) return;
      editing.add(one.id);
      const edit: Edit = { contributionId: one.id, mark: newMark(), order: ++orders, acked: false };
      run.edits.push(edit);
      const body = `Les mêmes mots, mieux dits : ${edit.mark}.`;
      edit.acked = await ask({ what: "edit", memberId: one.memberId, contributionId: one.id, body });
      // Without an answer it may still be done, after another: these words are mended no more.
      if (edit.acked) editing.delete(one.id);
    },
    async hide(): Promise<void> {
      const last = Math.max(0, ...run.sent.map(({ ack }) => ack?.seq ?? 0));
      const old = acked().filter(({ id, seq }) => seq < last - SETTLED && !run.hidden.has(id));
      const one = oneOf(old, random);
      if (!one) return;
      // Until the answer it may be served; without one it may be hidden or not.
      run.hidden.set(one.id, Number.POSITIVE_INFINITY);
      const reporterId = [...run.memberIds].find((id) => id !== one.memberId && !run.suspended.has(id));
      if (await ask({ what: "hide", contributionId: one.id, reporterId })) run.hidden.set(one.id, performance.now());
    },
    /** Asked again until it is answered: it is the same suspension. */
    async suspend(memberId: string): Promise<void> {
      run.suspended.set(memberId, Number.POSITIVE_INFINITY);
      while (!run.over && !(await ask({ what: "suspend", memberId }))) await new Promise((r) => setTimeout(r, 500));
      run.suspended.set(memberId, performance.now());
    },
  };
}

export type Staff = ReturnType<typeof createStaff>;
