import { newId } from "@/core/ids.ts";
import { slugify } from "@/core/paths.ts";
import { citedIn } from "@/core/rich-text.ts";
import { db } from "@/platform/db/client.ts";
import { type DebateStory, debateStories } from "./debate-stories.ts";
import { checkDebates } from "./debates-check.ts";
import { hidings, type Told, tellModeration } from "./moderation.ts";
import { belongs, dice, everybody, type Person } from "./speakers.ts";
import { typeset } from "./stories/tale.ts";
import { DAY, type Line, linesOf, moment } from "./telling.ts";
import { countEverything, votesOn, writeVotes } from "./voting.ts";

/**
 * The demo's debates, as weeks of commands would have left them: written in bulk, because their dates are past,
 * then checked.
 */
export async function seedDebates(now: Date): Promise<void> {
  const people = await everybody();
  const roll = dice(1789);
  const told = new Map<string, Told>();
  const votes = [];
  for (const story of debateStories) {
    const lines = linesOf(story, people, now, roll).map((line) => ({ ...line, ...hidings(line) }));
    const id = newId();
    await writeDebate(id, story, lines, now);
    await writeFollowers(id, story, people, now, roll);
    votes.push(...votesOn(story, lines, people, now, roll));
    for (const line of lines) if (line.tag) told.set(line.tag, { ...line, scope: story.scope });
  }
  await writeVotes(votes);
  await countEverything();
  await tellModeration(told, people);
  await checkDebates();
}

type Seen = Line & { hiddenAt?: number; hiddenById?: string };
type Change = {
  kind: "edited" | "hidden" | "phase" | "synthesis";
  at: number;
  byId: string | null;
  contributionId?: string;
  fromPhase?: DebateStory["chapters"][number]["phase"];
  toPhase?: DebateStory["chapters"][number]["phase"];
  reason?: string;
};

/** What happened to a debate and to what is said in it. */
function changesOf({ chapters, synthesis, hosts }: DebateStory, lines: readonly Seen[], now: Date): Change[] {
  const phases = chapters.map(({ phase, from, by, reason }, index): Change => {
    const fromPhase = chapters[index - 1]?.phase ?? "upcoming";
    const at = moment(now, from).getTime();
    return {
      kind: "phase",
      at,
      byId: by ?? null,
      fromPhase,
      toPhase: phase,
      ...(reason && { reason: typeset(reason) }),
    };
  });
  const published: Change[] = synthesis
    ? [{ kind: "synthesis", at: moment(now, synthesis.at).getTime(), byId: hosts[0] }]
    : [];
  const ofLines = lines.flatMap(({ id: contributionId, authorId, editedAt, hiddenAt, hiddenById }): Change[] => [
    ...(editedAt ? [{ kind: "edited" as const, at: editedAt, byId: authorId, contributionId }] : []),
    ...(hiddenAt ? [{ kind: "hidden" as const, at: hiddenAt, byId: hiddenById ?? null, contributionId }] : []),
  ]);
  return [...phases, ...published, ...ofLines];
}

/** One log: contributions, replies and changes, numbered together as they happened. */
async function writeDebate(debateId: string, story: DebateStory, lines: readonly Seen[], now: Date): Promise<void> {
  const entries = [
    ...changesOf(story, lines, now).map((change) => ({ at: change.at, change })),
    ...lines.map((line) => ({ at: line.at, line })),
  ]
    .sort((a, b) => a.at - b.at)
    .map((entry, index) => ({ ...entry, seq: index + 1 }));
  const numbers = new Map(entries.flatMap((entry) => ("line" in entry ? [[entry.line.id, entry.seq] as const] : [])));
  await db.debate.create({ data: { ...debateRow(debateId, story, now), lastSeq: entries.length } });
  await db.debateHost.createMany({
    data: story.hosts.map((memberId) => ({ debateId, memberId, addedAt: createdAt(story, now) })),
  });
  await db.contribution.createMany({
    data: lines.map(({ id, at, authorId, side, parentId, body, editedAt, hiddenAt }) => ({
      ...{ id, debateId, seq: numbers.get(id) ?? 0, side, parentId, body, authorId, clientId: crypto.randomUUID() },
      createdAt: new Date(at),
      editedAt: editedAt ? new Date(editedAt) : null,
      hiddenAt: hiddenAt ? new Date(hiddenAt) : null,
    })),
  });
  await db.contributionRevision.createMany({
    data: lines.flatMap(({ id, was, editedAt }) =>
      was && editedAt ? [{ contributionId: id, number: 1, body: was, replacedAt: new Date(editedAt) }] : [],
    ),
  });
  await db.debateChange.createMany({
    data: entries.flatMap((entry) =>
      "change" in entry ? [{ ...entry.change, debateId, seq: entry.seq, at: new Date(entry.at) }] : [],
    ),
  });
  if (story.synthesis) {
    const synthesis = cite(story.synthesis.text, lines, numbers);
    await db.debate.update({ where: { id: debateId }, data: { synthesis } });
  }
}

/** "#name" in a synthesis becomes the number of the contribution of that name. */
function cite(text: string, lines: readonly Seen[], numbers: ReadonlyMap<string, number>): string {
  const cited = typeset(text).replace(/#([a-z]+)/g, (_, tag: string) => {
    const number = numbers.get(lines.find((line) => line.tag === tag)?.id ?? "");
    if (!number) throw new Error(`a synthesis cites #${tag}, which nobody said`);
    return `#${number}`;
  });
  if (citedIn(cited).length === 0) throw new Error("a synthesis cites nobody");
  return cited;
}

/** Some days before it began, or before now when it is to come. */
const createdAt = ({ chapters }: DebateStory, now: Date) =>
  new Date(moment(now, Math.min(0, chapters[0]?.from ?? 0)).getTime() - 2 * DAY);

function debateRow(id: string, story: DebateStory, now: Date) {
  const { scope, audience, hosts, chapters, next } = story;
  const began = (phase: string) => chapters.find((chapter) => chapter.phase === phase)?.from;
  const date = (days: number | undefined) => (days === undefined ? null : moment(now, days));
  const [opensAt, closesAt] = [date(next.ideas ?? chapters[0]?.from), date(next.synthesis ?? began("synthesis"))];
  if (!opensAt || !closesAt) throw new Error(`« ${story.question} » opens and closes`);
  return {
    ...{ id, scope, audience, opensAt, closesAt },
    question: typeset(story.question),
    framing: typeset(story.framing),
    slug: slugify(story.question),
    phase: chapters.at(-1)?.phase ?? ("upcoming" as const),
    debateAt: date(next.debate ?? began("debate")),
    voteAt: date(next.vote ?? began("vote")),
    openedById: hosts[0],
    createdAt: createdAt(story, now),
  };
}

/** Its hosts keep it among theirs, and so do some of those whose debate it is. */
async function writeFollowers(
  debateId: string,
  story: DebateStory,
  people: readonly Person[],
  now: Date,
  roll: () => number,
): Promise<void> {
  const since = createdAt(story, now).getTime();
  const keeps = (person: Person) => roll() < (person.id.startsWith("cast") ? 0.4 : 0.12) && belongs(person, story);
  const followers = people.filter((person) => keeps(person) || story.hosts.includes(person.id));
  await db.debateFollow.createMany({
    data: followers.map(({ id: memberId, joinedAt }) => {
      const from = Math.max(since, joinedAt.getTime());
      return { debateId, memberId, followedAt: new Date(Math.round(from + (now.getTime() - from) * roll() ** 2)) };
    }),
  });
}
