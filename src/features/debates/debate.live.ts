import type { Fact } from "@/core/fact.ts";
import type { Frame, LiveAnnouncement, LiveFact } from "@/core/live.ts";
import { defineRoom } from "@/core/room.ts";
import { castVote } from "./commands/cast-vote.ts";
import { contribute } from "./commands/contribute.ts";
import { contributionPublished } from "./debate.facts.ts";
import { getDebateAudience, listPublished } from "./debate.queries.ts";
import { type Counts, type Reader, readerOf, type TallyNews, toLogEntry } from "./debate.views.ts";

/** More contributions than this in one tick are not sent: screens pull them. */
const FAT_FRAME_SIZE = 50;

/** Who reads a debate live: members see who speaks, visitors what TRUST.md 1.2 allows them. */
export const debateRoom = defineRoom<Reader>("debate", ["public", "members"], async (actor, id) => {
  await getDebateAudience(actor, id);
  return readerOf(actor);
});

/** Socket doors; their gates are the commands' own. */
export const debateLiveCalls = [contribute, castVote];

type Ids = { debateId: string; audience: string; seq: number; contributionId: string };

/** What contributions of one tick show on screens: the entries themselves, or only how far the log went. */
export const contributionsLive: LiveFact = {
  fact: contributionPublished.factName,
  async frames(facts) {
    const debates = Map.groupBy(facts.map(idsOf), ({ debateId }) => debateId);
    const small = [...debates.values()].filter((published) => published.length <= FAT_FRAME_SIZE).flat();
    // When they cannot be read, screens are told how far the log went, and pull.
    const rows = await listPublished(small.map(({ contributionId }) => contributionId)).catch(() => []);
    const entries = Map.groupBy(rows, (row) => row.debate_id);
    return [...debates].flatMap(([debateId, published]) => {
      const news = entries.get(debateId);
      const [first] = news ?? [];
      const upTo = Math.max(...published.map(({ seq }) => seq));
      return framesTo(debateId, published[0]?.audience, "entries", (reader) =>
        news && first
          ? {
              entries: news.map((row) => toLogEntry(row, reader)),
              lastSeq: upTo,
              counts: { pour: first.pour_count, contre: first.contre_count, votes: first.vote_count } satisfies Counts,
            }
          : { upTo },
      );
    });
  },
};

const idsOf = (fact: Fact) => fact.ids as Ids;

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
  return { votes: newer.votes, tallies };
}
