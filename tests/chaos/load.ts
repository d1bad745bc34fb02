import type { VoteValue } from "@/features/debates/debate.rules.ts";
import type { Member } from "./member.ts";
import { moment, oneOf, until } from "./pace.ts";
import type { RunState } from "./run-state.ts";
import type { Screen } from "./screen.ts";
import { hideContribution } from "./world.ts";

const VALUES: readonly VoteValue[] = ["agree", "disagree", "pass"];
const VOTES_EACH = 3;
const HIDE_EVERY_MS = 4_000;
const RELOAD_EVERY_MS = 1_500;
/** A contribution this old, in numbers of the log, may be hidden. */
const SETTLED = 20;

type Crowd = { run: RunState; members: readonly Member[]; screens: readonly Screen[]; random: () => number };

/** Contributes at `rate` a second in all, with votes, reloads and hidings, until `isDone`. */
export async function load(
  { run, members, screens, random }: Crowd,
  { rate, hidden, isDone }: { rate: number; hidden: Map<string, number>; isDone: () => boolean },
): Promise<void> {
  const begin = performance.now();
  let hidings = begin + HIDE_EVERY_MS;
  let reloads = begin + RELOAD_EVERY_MS;
  for (let n = 0; !isDone(); n++) {
    await moment(begin + (n * 1000) / rate);
    speak(members, random);
    for (let votes = 0; votes < VOTES_EACH; votes++) vote(members, random);
    if (performance.now() > hidings) {
      hidings += HIDE_EVERY_MS;
      void hideOne(run, hidden, random);
    }
    if (performance.now() > reloads) {
      reloads += RELOAD_EVERY_MS;
      oneOf(screens, random)?.reload();
    }
  }
}

function speak(members: readonly Member[], random: () => number): void {
  const author = oneOf(
    members.filter((member) => !member.isWriting()),
    random,
  );
  void author?.contribute(random() < 0.5 ? "pour" : "contre", "Un argument de longueur ordinaire, écrit pour être lu.");
}

function vote(members: readonly Member[], random: () => number): void {
  const voter = oneOf(members, random);
  const { pour, contre } = voter?.screen.page().feed().columns ?? { pour: null, contre: null };
  const entry = oneOf([...(pour?.waiting ?? []), ...(contre?.waiting ?? [])], random);
  if (entry) void voter?.vote(entry.id, oneOf(VALUES, random) ?? "pass");
}

async function hideOne(run: RunState, hidden: Map<string, number>, random: () => number): Promise<void> {
  const last = Math.max(0, ...run.sent.map(({ ack }) => ack?.seq ?? 0));
  const old = run.sent.flatMap(({ ack }) => (ack && ack.seq < last - SETTLED && !hidden.has(ack.id) ? [ack.id] : []));
  const id = oneOf(old, random);
  if (!id) return;
  try {
    // Until the commit is answered it may be served; without an answer (Postgres is away) it may be hidden or not.
    hidden.set(id, Number.POSITIVE_INFINITY);
    hidden.set(id, await hideContribution(id));
  } catch {
    // The next one will do.
  }
}

/**
 * The last words: a third of the screens lose their connection, others write and vote, and then nobody says anything
 * more. Who comes back and does not pull never learns of it.
 */
export async function lastWords({ members, screens, random }: Crowd): Promise<void> {
  const away = screens.filter((_, index) => index % 3 === 1);
  for (const { socket } of away) socket.disconnect();
  const present = members.filter(({ screen }) => screen.isJoined() && !away.includes(screen)).slice(0, 5);
  await Promise.all(
    present.map((author) => author.contribute("pour", "Un dernier mot, que certains n’entendent pas.")),
  );
  for (const voter of present) vote([voter], random);
  await until(() => present.every((author) => !author.isWriting()), 10_000);
  for (const { socket } of away) socket.connect();
}
