import { covers } from "@/core/scope.ts";
import { db, sql } from "@/platform/db/client.ts";
import { heardAs } from "./crowd.ts";
import type { DebateStory } from "./debate-stories.ts";

export type Person = {
  id: string;
  name: string;
  scope: string;
  adherent: boolean;
  joinedAt: Date;
  /** Whether she said if her name may stand beside her words on the open web: open debates ask it first. */
  answered: boolean;
  suspended: boolean;
};

/** Everybody of the demo, in the same order at every run. */
export const everybody = (): Promise<Person[]> =>
  db.$queryRaw<Person[]>(sql`
    select m.id, m.name, s.scope, m.adherent_since is not null as adherent, m.joined_at as "joinedAt",
      exists (select 1 from consent k where k.member_id = m.id and k.kind = 'public_name') as answered,
      exists (select 1 from suspension u where u.member_id = m.id) as suspended
    from member m join section s on s.id = m.section_id order by m.id collate "C"`);

/** The same numbers at every run, so that the demo is the same everywhere. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Whether a debate is hers too. */
export function belongs(person: Person, { scope, audience }: DebateStory): boolean {
  if (audience === "open") return true;
  return covers(scope, person.scope) && (audience === "members" || person.adherent);
}

/** Members who have not spoken yet: the demo is about what they will do. */
export const silent = new Set([1, 2, 3, 4, 5, 6].map((n) => `cast0000000${n}`));

/** Who speaks in a debate, each on one side of it, everyone in turn. */
export function casting(story: DebateStory, people: readonly Person[], since: Date, roll: () => number) {
  const speakers = people
    .filter((person) => belongs(person, story) && covers(story.scope, person.scope) && person.joinedAt < since)
    .filter(({ id, answered, suspended }) => !silent.has(id) && !suspended && (answered || story.audience !== "open"))
    .map((person) => ({ person, rank: roll() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ person }) => person);
  const queues = {
    pour: speakers.filter((_, index) => index % 2 === 0),
    contre: speakers.filter((_, index) => index % 2 === 1),
    neutre: [...speakers].reverse(),
    reply: [...speakers],
  };
  return function next(as: keyof typeof queues, heard: "f" | "m" | undefined, but?: string): string {
    const fits = ({ id, name }: Person) => id !== but && (!heard || (heardAs(name) ?? heard) === heard);
    const queue = queues[as];
    const found = queue.find(fits) ?? speakers.find(fits) ?? queue.find(({ id }) => id !== but);
    if (!found) throw new Error(`nobody to speak ${as} in « ${story.question} »`);
    queues[as] = [...queue.filter((person) => person !== found), found];
    return found.id;
  };
}
