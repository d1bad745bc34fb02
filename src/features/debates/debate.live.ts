import type { Fact } from "@/core/fact.ts";
import type { Frame, LiveAnnouncement, LiveFact } from "@/core/live.ts";
import { defineRoom } from "@/core/room.ts";
import { type TickOfLog, ticksOf } from "@/platform/durable-log.ts";
import { castVote } from "./commands/cast-vote.ts";
import { contribute } from "./commands/contribute.ts";
import { catchUp, entriesFor, findLastSeqs, findPublished, getDebateAudience } from "./contribution.queries.ts";
import { type Reader, readerOf, type TallyNews, toCounts } from "./contribution.views.ts";
import { type LogIds, logFacts } from "./debate.facts.ts";
import { canTakePart } from "./debate.policy.ts";

/** Who reads a debate live: members see who speaks, visitors what TRUST.md 1.2 allows them. */
export const debateRoom = defineRoom<Reader>(
  "debate",
  ["public", "members"],
  async (actor, id) => {
    await getDebateAudience(actor, id);
    return readerOf(actor);
  },
  {
    presence: { mayType: (actor) => canTakePart(actor).allowed },
    reached: findLastSeqs,
    since: (actor, id, apres, vues) => catchUp(actor, { id, apres, vues }),
  },
);

/** Socket doors; their gates are the commands' own. */
export const debateLiveCalls = [contribute, castVote];

/** What was written in logs during one tick: the entries themselves, or only how far the log went. */
async function logFrames(facts: readonly Fact[]): Promise<Frame[]> {
  const ticks = ticksOf(
    facts.map(({ ids }) => ids as LogIds),
    ({ debateId }) => debateId,
  );
  return (await Promise.all(ticks.map(framesOf))).flat();
}

async function framesOf({ id, ids, from, upTo, thin }: TickOfLog<LogIds>): Promise<Frame[]> {
  // When they cannot be read, screens are told how far the log went, and pull.
  const news = thin ? undefined : await findPublished(id, from, upTo).catch(() => undefined);
  return framesTo(id, ids.audience, "entries", (reader) =>
    news ? { entries: entriesFor(news.entries ?? [], reader), lastSeq: upTo, counts: toCounts(news) } : { upTo },
  );
}

export const debateLiveFacts: readonly LiveFact[] = logFacts.map(({ factName }) => ({
  fact: factName,
  frames: logFrames,
}));

/** One frame for each audience; the public one of open debates only. */
function framesTo(id: string, audience: unknown, kind: string, data: (reader: Reader) => unknown): Frame[] {
  const readers: readonly Reader[] = audience === "open" ? ["members", "public"] : ["members"];
  return readers.map((reader) => ({ room: debateRoom.of(id, reader), kind, data: data(reader) }));
}

/** Tallies are state: the newest version of each contribution's wins. */
export const talliesLive: LiveAnnouncement = {
  announcement: "debate.tallies",
  key: ({ debateId }) => String(debateId),
  merge: (waiting, newer) => mergeTallies(waiting as TallyNews, newer as TallyNews),
  frames: ({ debateId, audience }, data) => framesTo(String(debateId), audience, "tallies", () => data),
};

function mergeTallies(waiting: TallyNews, newer: TallyNews): TallyNews {
  const tallies = { ...waiting.tallies };
  for (const [id, tally] of Object.entries(newer.tallies)) {
    const known = tallies[id];
    if (!known || known.version < tally.version) tallies[id] = tally;
  }
  return { counts: newer.counts.version > waiting.counts.version ? newer.counts : waiting.counts, tallies };
}
