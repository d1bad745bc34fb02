import { checkLogs } from "./check-logs.ts";
import { checkTallies } from "./check-tallies.ts";
import type { History } from "./history.ts";

/** What the claims of TRUST.md section 5 became in a run. */
export type Verdict = {
  /** Acknowledged words that the database or a later read does not have. */
  lost: number;
  /** Contributions written or shown more than once. */
  duplicated: number;
  /** Pages that show something else, or in another order, than the log. */
  diverged: number;
  /** Numbers missing in the log, or on a page that had the time to catch up. */
  gaps: number;
  tallyExact: boolean;
  /** Times that words were served after they were hidden. */
  hiddenServed: number;
  /** Times that a visitor received what identifies a member who did not agree to it. */
  nameLeaks: number;
  /** Times that something reached a member who had lost her access. */
  afterSuspension: number;
  /** Each breach in words. */
  breaches: string[];
};

/** Nothing reaches a member any more this long after she lost her access. */
const LOST_ACCESS_MS = 5_000;

/** Judges a history. Pure: the same history always gets the same verdict. */
export function check(history: History): Verdict {
  const logs = checkLogs(history);
  const tallies = checkTallies(history);
  const hidden = hiddenServed(history);
  const leaks = nameLeaks(history);
  const after = afterSuspension(history);
  return {
    ...logs.numbers,
    tallyExact: tallies.length === 0,
    hiddenServed: hidden.length,
    nameLeaks: leaks.length,
    afterSuspension: after.length,
    breaches: [...logs.breaches, ...tallies, ...hidden, ...leaks, ...after],
  };
}

/** When each mark's words were hidden: their own contribution's, or that of the one they answer. */
function goneMarks({ sent, edits, stored, hidden }: History): Map<string, number> {
  const parents = new Map(stored.contributions.map(({ id, parentId }) => [id, parentId]));
  const never = Number.POSITIVE_INFINITY;
  const goneAt = (id: string) => Math.min(hidden.get(id) ?? never, hidden.get(parents.get(id) ?? "") ?? never);
  return new Map([
    ...sent.flatMap(({ mark, ack }) => (ack ? [[mark, goneAt(ack.id)] as const] : [])),
    ...edits.map(({ mark, contributionId }) => [mark, goneAt(contributionId)] as const),
  ]);
}

function hiddenServed(history: History): string[] {
  const gone = goneMarks(history);
  return history.pages.flatMap(({ name, readings }) =>
    readings.flatMap(({ via, at, marks }) =>
      marks
        .map((mark) => ({ mark, late: at - (gone.get(mark) ?? Number.POSITIVE_INFINITY) }))
        .filter(({ late }) => late > history.onItsWay[via])
        .map(
          ({ mark, late }) =>
            `moderated: ${name} was served ${mark} by a ${via}, ${Math.round(late)} ms after it was hidden`,
        ),
    ),
  );
}

function nameLeaks({ pages, named }: History): string[] {
  return pages
    .filter(({ reader }) => reader === "public")
    .flatMap(({ name, readings }) =>
      readings.flatMap(({ via, names }) =>
        names.filter((found) => !named.has(found)).map((found) => `authorised: a ${via} told ${name} ${found}`),
      ),
    );
}

function afterSuspension({ pages, suspended }: History): string[] {
  return pages.flatMap(({ name, memberId, readings }) => {
    const lost = (memberId && suspended.get(memberId)) || Number.POSITIVE_INFINITY;
    const late = readings.filter(({ at }) => at > lost + LOST_ACCESS_MS);
    return late.map(({ via }) => `authorised: a ${via} reached ${name} after she was suspended`);
  });
}
