import type { VoteValue } from "@/features/debates/debate.rules.ts";
import type { BadLine } from "./bad-line.ts";
import type { Member } from "./member.ts";
import { moment, oneOf, until } from "./pace.ts";
import { cardsOf } from "./page.ts";
import type { PageReader } from "./page-reader.ts";
import type { RunState } from "./run-state.ts";
import type { Screen, Tab } from "./screen.ts";
import type { Staff } from "./staff.ts";
import type { Talker } from "./talker.ts";

const VALUES: readonly VoteValue[] = ["agree", "disagree", "pass"];
const VOTES_EACH = 3;
const REPLIES = 0.25;
const SLEEP_MS = { least: 2_000, more: 5_000 };

export type Crowd = {
  run: RunState;
  members: readonly Member[];
  screens: readonly Screen[];
  /** Every tab, on the debate and on conversations. */
  tabs: readonly Tab[];
  talkers: readonly Talker[];
  staff: Staff;
  pages: PageReader;
  badLine: BadLine;
  random: () => number;
};
type Plan = { rate: number; seconds: number; resets: number; isDone: () => boolean };

/** Contributes at `rate` a second in all, with votes and everything else that happens to words, people and lines. */
export async function load(crowd: Crowd, { rate, seconds, resets, isDone }: Plan): Promise<void> {
  const { run, members, tabs, talkers, staff, pages, badLine, random } = crowd;
  const begin = performance.now();
  const others = () => tabs.filter(({ memberId }) => !run.suspended.has(memberId ?? "")); // hers must stay as they fall
  const due = [
    every(700, () => void staff.edit()),
    every(2_500, () => void staff.hide()),
    every(400, () => void pages.read()),
    every(900, () => void oneOf(talkers, random)?.edit()),
    every(2_100, () => void oneOf(talkers, random)?.remove()),
    every(1_500, () => {
      oneOf(others(), random)?.reload();
      run.done.reloads++;
    }),
    every(1_000, () => {
      const ms = SLEEP_MS.least + random() * SLEEP_MS.more;
      const one = oneOf(others(), random);
      if (!one || one.isSleeping()) return;
      one.sleep(ms, random() < 0.5 ? "closed" : "unread");
      run.done.sleeps++;
    }),
    ...Array.from({ length: resets }, (_, n) =>
      once(((n + random()) * seconds * 1_000) / resets, () => {
        for (const tab of tabs) if (random() < 1 / 3) tab.reset();
        run.done.resets++;
      }),
    ),
    // Again until something fell in: the server may just be away.
    every(seconds * 100, () => {
      if (run.done.blackHoles === 0) run.done.blackHoles += badLine.swallow();
    }),
    once(seconds * 400, () => void staff.suspend(members.at(-1)?.id ?? "")),
  ];
  for (let n = 0; !isDone(); n++) {
    await moment(begin + (n * 1000) / rate);
    speak(members, random);
    oneOf(talkers, random)?.write();
    void oneOf(talkers, random)?.read();
    for (let votes = 0; votes < VOTES_EACH; votes++) vote(members, random);
    for (const happen of due) happen(performance.now() - begin);
  }
}

const every = (ms: number, act: () => void) => {
  let next = ms;
  return (now: number) => {
    if (now < next) return;
    next += ms;
    act();
  };
};
const once = (at: number, act: () => void) => {
  let done = false;
  return (now: number) => {
    if (done || now < at) return;
    done = true;
    act();
  };
};

function speak(members: readonly Member[], random: () => number): void {
  const author = oneOf(
    members.filter((member) => !member.isWriting()),
    random,
  );
  const parent = random() < REPLIES && author && oneOf(cardsOf(author.screen.page().feed()), random);
  void author?.contribute(parent ? { parentId: parent.id } : { side: random() < 0.5 ? "pour" : "contre" });
}

function vote(members: readonly Member[], random: () => number): void {
  const voter = oneOf(members, random);
  const card = voter && oneOf(cardsOf(voter.screen.page().feed()), random);
  if (card) void voter.vote(card.id, oneOf(VALUES, random) ?? "pass");
}

/**
 * The last words: a third of the screens lose their connection, others write and vote, and then nobody says anything
 * more. Who comes back and does not pull never learns of it.
 */
export async function lastWords({ members, tabs, talkers, random }: Crowd): Promise<void> {
  const away: readonly Tab[] = tabs.filter((_, index) => index % 3 === 1);
  for (const { socket } of away) socket.disconnect();
  const present = members.filter(({ screen }) => screen.isJoined() && !away.includes(screen)).slice(0, 5);
  await Promise.all(present.map((author) => author.contribute({ side: "pour" })));
  for (const voter of present) vote([voter], random);
  // Whoever has no line writes all the same: it leaves when the line is back.
  for (const talker of talkers) talker.write();
  await until(() => present.every((author) => !author.isWriting()), 10_000);
  for (const { socket } of away) socket.connect();
  await until(() => talkers.every((talker) => !talker.isWriting()), 15_000);
  await Promise.all(talkers.map((talker) => talker.read()));
}
