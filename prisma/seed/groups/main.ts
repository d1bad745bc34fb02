import { newId } from "@/core/ids.ts";
import { slugify } from "@/core/paths.ts";
import { covers } from "@/core/scope.ts";
import { ensurePlaceGroups, type GroupRole } from "@/features/groups/index.ts";
import { db } from "@/platform/db/client.ts";
import { tellEvent } from "../field.ts";
import { dice, everybody, type Person } from "../speakers.ts";
import { typeset } from "../stories/tale.ts";
import { formed } from "./formed.ts";
import { tellPapers } from "./papers.ts";
import type { GroupEventStory, GroupStory } from "./story.ts";
import { ago, casting, keepScene, tellWall } from "./tell.ts";
import { walls } from "./walls.ts";

/** Whom the story's people are drawn from: who has an account for a while, and is not suspended. */
const isSettled = ({ id, suspended }: Person) => !suspended && !id.startsWith("newc");

/** The demo's groups: those of the places, those that members formed, and what is said on their walls. */
export async function seedGroups(now: Date): Promise<void> {
  await ensurePlaceGroups();
  const roll = dice(1905);
  const all = (await everybody()).filter(isSettled);
  const shuffled = all.map((person) => ({ person, rank: roll() })).sort((a, b) => a.rank - b.rank);
  const people = shuffled.map(({ person }) => person);
  const named = new Map(
    people.filter(({ id }) => id.startsWith("cast")).map((person) => [person.id as string, person]),
  );
  const crowd = people.filter(({ id }) => !named.has(id));
  const told = new Map<string, string>();

  for (const { place, posts } of walls) {
    const group = await db.group.findUniqueOrThrow({ where: { place } });
    const choir = { people: crowd.filter(({ scope }) => covers(place, scope)), named };
    await tellWall(posts, { groupId: group.id, choir, now, roll, told });
  }
  for (const story of formed) {
    const groupId = await tellGroup(story, { crowd, named, now, roll, told });
    for (const event of story.events ?? []) await tellGroupEvent(event, { groupId, scope: story.scope, now });
  }
}

/** Its members come to it, in the order in which they joined. */
async function tellGroupEvent(
  event: GroupEventStory,
  { groupId, scope, now }: { groupId: string; scope: string; now: Date },
): Promise<void> {
  const members = await db.groupMembership.findMany({
    where: { groupId, role: "member", memberId: { not: event.by } },
    orderBy: [{ joinedAt: "asc" }, { memberId: "asc" }],
  });
  const comers = (_: string, __: boolean, count: number) => members.slice(0, count).map(({ memberId }) => memberId);
  await tellEvent({ ...event, scope, key: "", groupId }, now, comers);
}

type Telling = {
  crowd: readonly Person[];
  named: ReadonlyMap<string, Person>;
  now: Date;
  roll: () => number;
  told: Map<string, string>;
};

async function tellGroup(story: GroupStory, { crowd, named, now, roll, told }: Telling): Promise<string> {
  const [id, createdAt] = [newId(), ago(now, story.ago)];
  const [first] = story.named;
  const fitting = crowd
    .filter(({ scope, adherent }) => covers(story.scope, scope) && (adherent || !story.adherentsOnly))
    .map((person) => ({ person, rank: roll() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ person }) => person);
  const members = fitting.slice(0, story.members);
  const followers = fitting.slice(story.members, story.members + (story.followers ?? 0));
  const lead = first?.[0] ?? members.find(({ adherent }) => adherent)?.id ?? null;
  const coverId = story.cover ? await keepScene(story.cover, { by: lead, at: createdAt }) : null;
  await db.group.create({
    data: {
      ...{ id, slug: slugify(story.name, "groupe"), name: typeset(story.name), kind: story.kind, scope: story.scope },
      ...{ purpose: typeset(story.purpose), about: typeset(story.about ?? ""), rules: typeset(story.rules ?? "") },
      ...{ themes: [...story.themes], entry: story.entry, adherentsOnly: story.adherentsOnly ?? false },
      ...{ postedBy: story.postedBy ?? "member", questions: (story.questions ?? []).map(typeset) },
      ...{ coverId, createdById: lead, createdAt },
    },
  });
  const roles = new Map<string, GroupRole>([
    ...followers.map(({ id: memberId }) => [memberId, "follower"] as const),
    ...members.map(({ id: memberId }, index) => [memberId, index === 1 ? "manager" : "member"] as const),
    ...(lead ? [[lead, "lead"] as const] : []),
    ...story.named,
  ]);
  const rulesAcceptedAt = story.rules ? createdAt : null;
  await db.groupMembership.createMany({
    data: [...roles].map(([memberId, role], index) => {
      const joinedAt = memberId === lead ? createdAt : ago(now, story.ago * (1 - index / (roles.size + 1)));
      return { groupId: id, memberId, role, joinedAt, rulesAcceptedAt: rulesAcceptedAt && joinedAt };
    }),
  });
  const choir = { people: members, named };
  await tellWall(story.posts, { groupId: id, choir, now, roll, told });
  await tellPapers(story, { groupId: id, cast: casting(choir), now });
  await tellWaysIn(story, id, fitting.slice(story.members + (story.followers ?? 0)), named, now);
  return id;
}

/** Who asks to come in, who is invited, and who came to look from the national level. */
async function tellWaysIn(
  story: GroupStory,
  groupId: string,
  outside: readonly Person[],
  named: ReadonlyMap<string, Person>,
  now: Date,
): Promise<void> {
  const cast = casting({ people: outside, named });
  for (const { by, ago: days, answers, words } of story.requests ?? []) {
    const askedAt = ago(now, days);
    await db.groupRequest.create({
      data: {
        ...{ id: newId(), groupId, memberId: cast(by).id, questions: (story.questions ?? []).map(typeset) },
        ...{ answers: answers.map(typeset), words: typeset(words), askedAt, rulesAcceptedAt: askedAt },
      },
    });
  }
  for (const { to, by, ago: days, words } of story.invitations ?? [])
    await db.groupInvitation.create({
      data: { id: newId(), groupId, memberId: to, invitedById: by, words: typeset(words), invitedAt: ago(now, days) },
    });
  for (const { by, ago: days, purpose } of story.visits ?? [])
    await db.groupVisit.create({
      data: { id: newId(), groupId, visitorId: by, purpose: typeset(purpose), visitedAt: ago(now, days) },
    });
}
