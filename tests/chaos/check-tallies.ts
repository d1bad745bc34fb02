import type { Side, VoteValue } from "@/features/debates/debate.rules.ts";
import { goneOf } from "./check-logs.ts";
import type { Cast, History, Page, Stored } from "./history.ts";

const VALUES: readonly VoteValue[] = ["agree", "disagree", "pass"];
const SIDES: readonly Side[] = ["pour", "contre", "neutre"];
/** A catch-up brings the tallies of this many of the newest of each side; older ones are read again with their page. */
const KEPT_EXACT = 50;

/** Exact tallies: counters are the count of what is shown, a member's last answer is the stored one, screens show both. */
export function checkTallies(history: History): string[] {
  const { stored, casts, pages } = history;
  return [
    ...checkCounters(stored),
    ...checkReplies(stored),
    ...checkLastAnswers(casts, stored),
    ...pages.filter(({ final }) => final).flatMap((page) => checkScreen(page, stored)),
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
  const shown = contributions.filter(({ side, hidden }) => side && !hidden);
  const ids = new Set(shown.map(({ id }) => id));
  const votesShown = votes.filter(({ contributionId }) => ids.has(contributionId)).length;
  if (counts.votes !== votesShown)
    wrong.push(`tallies: the debate counts ${counts.votes} votes of ${votesShown} shown`);
  for (const side of SIDES) {
    const written = shown.filter((row) => row.side === side).length;
    if (counts[side] !== written) wrong.push(`tallies: the debate counts ${counts[side]} ${side} of ${written} shown`);
  }
  return wrong;
}

function checkReplies({ contributions }: Stored): string[] {
  const shown = Map.groupBy(
    contributions.filter(({ parentId, hidden }) => parentId && !hidden),
    ({ parentId }) => parentId,
  );
  return contributions.flatMap(({ id, replies }) => {
    const real = shown.get(id)?.length ?? 0;
    return replies === real ? [] : [`tallies: ${id} counts ${replies} replies of ${real} shown`];
  });
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

function checkScreen(page: Page, stored: Stored): string[] {
  const gone = goneOf(stored);
  const cards = new Map(page.cards.map((card) => [card.id, card]));
  const wrong = SIDES.flatMap((side) => {
    const visible = stored.contributions.filter((row) => row.side === side && !gone.has(row.id));
    const newest = visible.toSorted((a, b) => b.seq - a.seq).slice(0, KEPT_EXACT);
    return newest.flatMap((row) => {
      const tally = cards.get(row.id)?.tally;
      return VALUES.filter((value) => tally?.[value] !== row[value]).map(
        (value) => `tallies: ${page.name} shows ${tally?.[value]} ${value} on ${row.id}, not ${row[value]}`,
      );
    });
  });
  for (const name of [...SIDES, "votes"] as const) {
    const [shown, real] = [page.counts[name], stored.counts[name]];
    if (shown !== real) wrong.push(`tallies: ${page.name} counts ${shown} ${name}, not ${real}`);
  }
  return wrong;
}
