import type { Side, VoteValue } from "@/features/debates/debate.rules.ts";
import type { Cast, History, Page, Stored } from "./history.ts";

const VALUES: readonly VoteValue[] = ["agree", "disagree", "pass"];
const SIDES: readonly Side[] = ["pour", "contre"];
/** A catch-up brings the tallies of this many of the newest of each side; older ones are read again with their page. */
const KEPT_EXACT = 50;

/** Exact tallies: counters are the count of the votes, a member's last answer is the stored one, screens show both. */
export function checkTallies(history: History): string[] {
  const { stored, casts, pages } = history;
  return [
    ...checkCounters(stored),
    ...checkLastAnswers(casts, stored),
    ...pages.filter(({ final }) => final).flatMap((page) => checkScreen(page, history)),
  ];
}

function checkCounters({ counts, contributions, votes }: Stored): string[] {
  const counted = new Map<string, number>();
  for (const { contributionId, value } of votes) {
    const key = `${contributionId} ${value}`;
    counted.set(key, (counted.get(key) ?? 0) + 1);
  }
  const wrong = contributions.flatMap((row) =>
    VALUES.filter((value) => row[value] !== (counted.get(`${row.id} ${value}`) ?? 0)).map(
      (value) => `tallies: ${row.id} counts ${row[value]} ${value}, has ${counted.get(`${row.id} ${value}`) ?? 0}`,
    ),
  );
  if (counts.votes !== votes.length) wrong.push(`tallies: the debate counts ${counts.votes} votes of ${votes.length}`);
  for (const side of SIDES) {
    const written = contributions.filter((row) => row.side === side).length;
    if (counts[side] !== written) wrong.push(`tallies: the debate counts ${counts[side]} ${side} of ${written}`);
  }
  return wrong;
}

/** The stored answer is the last acknowledged one, or a later one whose acknowledgement was lost on the way. */
function checkLastAnswers(casts: readonly Cast[], { votes }: Stored): string[] {
  const key = (vote: { contributionId: string; memberId: string }) => `${vote.memberId} on ${vote.contributionId}`;
  const stored = new Map(votes.map((vote) => [key(vote), vote.value]));
  const cast = Map.groupBy(casts, key);
  const unasked = [...stored.keys()].filter((one) => !cast.has(one)).map((one) => `tallies: nobody cast ${one}`);
  const wrong = [...cast].flatMap(([one, given]) => {
    const inOrder = given.toSorted((a, b) => a.order - b.order);
    const last = inOrder.findLastIndex(({ acked }) => acked);
    const possible: (VoteValue | undefined)[] = inOrder.slice(Math.max(0, last)).map(({ value }) => value);
    if (last < 0) possible.push(undefined);
    const found = stored.get(one);
    return possible.includes(found) ? [] : [`tallies: ${one} is ${found}, was acknowledged as ${possible[0]}`];
  });
  return [...unasked, ...wrong];
}

function checkScreen(page: Page, { stored, hidden }: History): string[] {
  const wrong = SIDES.flatMap((side) => {
    const visible = stored.contributions.filter((row) => row.side === side && !hidden.has(row.id));
    const newest = visible.toSorted((a, b) => b.seq - a.seq).slice(0, KEPT_EXACT);
    return newest.flatMap((row) =>
      VALUES.filter((value) => page.tallies[row.id]?.[value] !== row[value]).map(
        (value) =>
          `tallies: ${page.name} shows ${page.tallies[row.id]?.[value]} ${value} on ${row.id}, not ${row[value]}`,
      ),
    );
  });
  for (const name of ["pour", "contre", "votes"] as const) {
    const [shown, real] = [page.counts[name], stored.counts[name]];
    if (shown !== real) wrong.push(`tallies: ${page.name} counts ${shown} ${name}, not ${real}`);
  }
  return wrong;
}
