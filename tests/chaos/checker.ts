import { checkLogs } from "./check-logs.ts";
import { checkTallies } from "./check-tallies.ts";
import type { History } from "./history.ts";

/** What the claims of TRUST.md section 5 became in a run. */
export type Verdict = {
  /** Acknowledged contributions that the database or a later read does not have. */
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
  /** Each breach in words. */
  breaches: string[];
};

/** A frame that was on its way when the words were hidden is no fault; a pull asked afterwards is. */
const ON_ITS_WAY_MS = 1_000;

/** Judges a history. Pure: the same history always gets the same verdict. */
export function check(history: History): Verdict {
  const logs = checkLogs(history);
  const tallies = checkTallies(history);
  const hidden = hiddenServed(history);
  const leaks = nameLeaks(history);
  return {
    ...logs.numbers,
    tallyExact: tallies.length === 0,
    hiddenServed: hidden.length,
    nameLeaks: leaks.length,
    breaches: [...logs.breaches, ...tallies, ...hidden, ...leaks],
  };
}

function hiddenServed({ pages, hidden }: History): string[] {
  return pages.flatMap(({ name, readings }) =>
    readings.flatMap(({ via, at, ids }) =>
      ids
        .filter((id) => at > (hidden.get(id) ?? Number.POSITIVE_INFINITY) + (via === "frame" ? ON_ITS_WAY_MS : 0))
        .map((id) => `moderated: ${name} was served ${id} by a ${via} after it was hidden`),
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
