import { covers } from "@/core/scope.ts";
import { db, sql } from "@/platform/db/client.ts";
import type { DebateStory } from "./debate-stories.ts";
import { belongs, type Person, silent } from "./speakers.ts";
import { type Line, windowsOf } from "./telling.ts";

type Vote = { contributionId: string; memberId: string; value: "agree" | "disagree" | "pass"; castAt: Date };

/** Each member votes on some contributions, the more the nearer she lives, while the debate takes votes. */
export function votesOn(
  story: DebateStory,
  lines: readonly (Line & { hiddenAt?: number })[],
  people: readonly Person[],
  now: Date,
  roll: () => number,
): Vote[] {
  const open = windowsOf(story, now).filter(({ phase }) => phase === "debate" || phase === "vote");
  const [from, to] = [open[0]?.from, open.at(-1)?.to];
  if (from === undefined || to === undefined) return [];
  const contributions = lines.filter(({ parentId }) => parentId === null);
  const voters = people
    .filter((person) => belongs(person, story) && !silent.has(person.id) && !person.suspended)
    .map((person) => ({ ...person, zeal: roll() }));
  return contributions.flatMap(({ id: contributionId, at, authorId, liked, hiddenAt }, index) => {
    const age = 1 - 0.45 * (index / contributions.length) ** 6; // the latest have been read by fewer
    return voters.flatMap(({ id: memberId, scope, zeal, joinedAt }): Vote[] => {
      const presence = covers(story.scope, scope) ? 0.15 + 0.6 * zeal : 0.25 * zeal;
      const [reads, when, answer] = [roll(), roll(), roll()];
      const since = Math.max(from, at, joinedAt.getTime());
      const until = hiddenAt ?? to;
      if (reads > presence * age || memberId === authorId || since >= until) return [];
      return [{ contributionId, memberId, value: answerOf(answer, liked / 10), castAt: momentIn(since, until, when) }];
    });
  });
}

const momentIn = (since: number, until: number, share: number) =>
  new Date(Math.floor(since + (until - since) * share ** 2));

function answerOf(answer: number, liked: number): Vote["value"] {
  if (answer < liked) return "agree";
  return answer < liked + (1 - liked) * 0.7 ? "disagree" : "pass";
}

/** Writes votes in bulk. */
export async function writeVotes(votes: readonly Vote[]): Promise<void> {
  const column = <K extends keyof Vote>(key: K) => votes.map((vote) => vote[key]);
  await db.$executeRaw(sql`
    insert into vote (contribution_id, member_id, value, cast_at)
    select * from unnest(${column("contributionId")}::text[], ${column("memberId")}::text[],
      ${column("value")}::vote_value[], ${column("castAt")}::timestamptz[])`);
}

/** Counts what was written: tallies, replies, what each debate shows. */
export async function countEverything(): Promise<void> {
  await db.$executeRaw(sql`
    update contribution c set agree = v.agree, disagree = v.disagree, pass = v.pass, tally_version = v.votes
    from (select contribution_id, count(*) as votes, count(*) filter (where value = 'agree') as agree,
        count(*) filter (where value = 'disagree') as disagree, count(*) filter (where value = 'pass') as pass
      from vote group by contribution_id) v
    where v.contribution_id = c.id`);
  await db.$executeRaw(sql`
    update contribution c set reply_count = r.replies
    from (select parent_id, count(*) as replies from contribution where hidden_at is null group by parent_id) r
    where r.parent_id = c.id`);
  await db.$executeRaw(sql`
    update debate d set pour_count = s.pour, contre_count = s.contre, neutre_count = s.neutre, vote_count = s.votes,
      counts_version = d.last_seq
    from (select debate_id, count(*) filter (where side = 'pour') as pour, count(*) filter (where side = 'contre') as contre,
        count(*) filter (where side = 'neutre') as neutre, sum(agree + disagree + pass) as votes
      from contribution where hidden_at is null group by debate_id) s
    where s.debate_id = d.id`);
}
