import { checkLogs } from "./check-logs.ts";
import { checkTallies } from "./check-tallies.ts";
import type { History, LogHistory, TalkHistory } from "./history.ts";

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
  const logs = together([checkLogs(history), ...history.talks.map(checkTalk)]);
  const tallies = checkTallies(history);
  const late = [history, ...history.talks].flatMap((one) => hiddenServed(one, history.onItsWay));
  const hidden = [...late, ...history.talks.flatMap(deletedStored)];
  const talks = history.talks.flatMap((talk) => [...outOfOrder(talk), ...readsLost(talk)]);
  const leaks = nameLeaks(history);
  const after = afterSuspension(history);
  const lost = logs.numbers.lost + history.talks.flatMap(readsLost).length;
  return {
    ...{ ...logs.numbers, lost },
    tallyExact: tallies.length === 0,
    hiddenServed: hidden.length,
    nameLeaks: leaks.length,
    afterSuspension: after.length,
    breaches: [...logs.breaches, ...tallies, ...talks, ...hidden, ...leaks, ...after],
  };
}

/** A conversation's log, its breaches under its name. */
function checkTalk(talk: TalkHistory): ReturnType<typeof checkLogs> {
  const { numbers, breaches } = checkLogs(talk);
  return { numbers, breaches: breaches.map((breach) => `${talk.name}: ${breach}`) };
}

/** What the logs of a run came to, in all. */
function together(found: readonly ReturnType<typeof checkLogs>[]): ReturnType<typeof checkLogs> {
  const sum = (kind: keyof ReturnType<typeof checkLogs>["numbers"]) =>
    found.reduce((all, { numbers }) => all + numbers[kind], 0);
  const numbers = { lost: sum("lost"), duplicated: sum("duplicated"), diverged: sum("diverged"), gaps: sum("gaps") };
  return { numbers, breaches: found.flatMap(({ breaches }) => breaches) };
}

/** What one member wrote in one conversation, on line or not, arrives in the order in which she wrote it. */
function outOfOrder({ sent }: TalkHistory): string[] {
  return [...Map.groupBy(sent, ({ memberId }) => memberId)].flatMap(([memberId, those]) => {
    const seqs = those.flatMap(({ ack }) => ack?.seq ?? []);
    const wrong = seqs.find((seq, index) => seq < (seqs[index - 1] ?? 0));
    return wrong === undefined ? [] : [`ordered: n° ${wrong} of ${memberId} came after what she wrote later`];
  });
}

/** What was said to be read stays read. */
const readsLost = ({ reads }: TalkHistory): string[] =>
  reads.flatMap(({ memberId, acked, stored }) =>
    stored < acked ? [`durable: ${memberId} had read up to n° ${acked}, the database says ${stored}`] : [],
  );

/** What was deleted has no words any more, anywhere. */
const deletedStored = ({ stored }: TalkHistory): string[] =>
  stored.contributions.flatMap(({ id, hidden, mark }) =>
    hidden && mark !== null ? [`moderated: ${id} was deleted and still says ${mark}`] : [],
  );

/** When each mark's words were hidden: their own contribution's, or that of the one they answer. */
function goneMarks({ sent, edits, stored, hidden }: LogHistory): Map<string, number> {
  const parents = new Map(stored.contributions.map(({ id, parentId }) => [id, parentId]));
  const never = Number.POSITIVE_INFINITY;
  const goneAt = (id: string) => Math.min(hidden.get(id) ?? never, hidden.get(parents.get(id) ?? "") ?? never);
  return new Map([
    ...sent.flatMap(({ mark, ack }) => (ack ? [[mark, goneAt(ack.id)] as const] : [])),
    ...edits.map(({ mark, contributionId }) => [mark, goneAt(contributionId)] as const),
  ]);
}

function hiddenServed(history: LogHistory, onItsWay: History["onItsWay"]): string[] {
  const gone = goneMarks(history);
  return history.pages.flatMap(({ name, readings }) =>
    readings.flatMap(({ via, at, marks }) =>
      marks
        .map((mark) => ({ mark, late: at - (gone.get(mark) ?? Number.POSITIVE_INFINITY) }))
        .filter(({ late }) => late > onItsWay[via])
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

function afterSuspension({ pages, talks, suspended }: History): string[] {
  return [...pages, ...talks.flatMap((talk) => talk.pages)].flatMap(({ name, memberId, readings }) => {
    const lost = (memberId && suspended.get(memberId)) || Number.POSITIVE_INFINITY;
    const late = readings.filter(({ at }) => at > lost + LOST_ACCESS_MS);
    return late.map(({ via }) => `authorised: a ${via} reached ${name} after she was suspended`);
  });
}
