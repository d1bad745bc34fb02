import type { Actor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { covers } from "@/core/scope.ts";
import { openDebate } from "@/features/debates/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";
import {
  freeTransport,
  localRoll,
  meetingDay,
  schoolMeals,
  thirtyInTown,
  type Voice,
  weekInFour,
} from "./debate-stories.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const CLERMONT = "national/63/63113";

type Story = {
  question: string;
  framing: string;
  scope: string;
  audience: "open" | "members" | "adherents";
  openedBy: string;
  /** Days from now. */
  from: number;
  to: number;
  voices: readonly Voice[];
};

const stories: readonly Story[] = [
  {
    question: "Faut-il rendre les transports du quotidien gratuits ?",
    framing:
      "Trois agglomérations voisines l’ont fait. Avant d’en débattre au conseil, dis-nous ce que cela changerait pour toi, et ce que cela coûterait.",
    scope: "national/63",
    audience: "open",
    openedBy: "cast00000004",
    from: -9,
    to: 20,
    voices: freeTransport,
  },
  {
    question: "La semaine de quatre jours doit-elle entrer dans notre programme ?",
    framing:
      "La convention nationale tranchera au printemps. Ce débat, entre membres, prépare les amendements : apporte un exemple vécu plutôt qu’un slogan.",
    scope: "national",
    audience: "members",
    openedBy: "cast00000006",
    from: -6,
    to: 34,
    voices: weekInFour,
  },
  {
    question: "Faut-il passer toutes nos villes à 30 km/h ?",
    framing:
      "Plusieurs fédérations veulent l’inscrire dans leurs programmes municipaux. Raconte ce que cela a changé chez toi.",
    scope: "national",
    audience: "open",
    openedBy: "cast00000006",
    from: -3,
    to: 11,
    voices: thirtyInTown,
  },
  {
    question: "Passons-nous nos réunions de section au samedi matin ?",
    framing:
      "Le mardi soir, nous sommes toujours les mêmes douze. Que gagnerait-on à changer de jour, et qui y perdrait ?",
    scope: CLERMONT,
    audience: "members",
    openedBy: "cast00000001",
    from: -4,
    to: 6,
    voices: meetingDay,
  },
  {
    question: "Les sympathisants doivent-ils donner leur avis sur la liste municipale ?",
    framing: "Débat réservé aux adhérent·e·s de la section, avant l’assemblée générale.",
    scope: CLERMONT,
    audience: "adherents",
    openedBy: "cast00000001",
    from: -2,
    to: 12,
    voices: localRoll,
  },
  {
    question: "La cantine scolaire doit-elle être gratuite partout ?",
    framing:
      "Un mois de débat ouvert, clos avant la session budgétaire. Merci à toutes celles et ceux qui ont apporté leur pierre.",
    scope: "national",
    audience: "open",
    openedBy: "cast00000006",
    from: -45,
    to: -12,
    voices: schoolMeals,
  },
  {
    question: "Quel toit pour nos étudiants : construire, ou rénover et louer ?",
    framing: "Le débat s’ouvre bientôt. D’ici là, regarde autour de toi : combien de logements vides dans ta rue ?",
    scope: "national/63",
    audience: "open",
    openedBy: "cast00000004",
    from: 3,
    to: 30,
    voices: [],
  },
];

type Person = { id: string; scope: string; adherent: boolean };

/** The demo's debates: opened by those who may, then weeks of voices and votes told in bulk. */
export async function seedDebates(now: Date): Promise<void> {
  const people = await db.$queryRaw<Person[]>(sql`
    select m.id, s.scope, m.adherent_since is not null as adherent from member m join section s on s.id = m.section_id
    where m.erased_at is null and not exists (select 1 from suspension u where u.member_id = m.id) order by m.id`);
  const roll = dice(1789);
  for (const story of stories) {
    const id = await open(story, now);
    const audience = people.filter((person) => belongs(person, story));
    await tell(id, story, audience, now, roll);
    await vote(id, story, audience, roll);
  }
  await check();
}

/** The same numbers at every run, so that the demo is the same everywhere. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function belongs(person: Person, { scope, audience }: Story): boolean {
  if (audience === "open") return true;
  return covers(scope, person.scope) && (audience === "members" || person.adherent);
}

async function open(story: Story, now: Date): Promise<string> {
  const actor: Actor = await actorOfMember(story.openedBy);
  const at = (days: number) => new Date(Math.round((now.getTime() + days * DAY) / (30 * MINUTE)) * 30 * MINUTE);
  const realNow = clock.now;
  clock.now = () => new Date(Math.min(now.getTime(), at(story.from).getTime()) - DAY);
  try {
    const { voices: _, openedBy: __, from, to, ...input } = story;
    return (await openDebate({ actor }, { ...input, opensAt: at(from), closesAt: at(to) })).id;
  } finally {
    clock.now = realNow;
  }
}

/** Members who have not spoken yet: the demo is about what they will do. */
const silent = new Set([1, 2, 3, 4, 5, 6].map((n) => `cast0000000${n}`));

/** Voices spread from the opening until minutes ago (or the end), closer and closer together. */
async function tell(
  debateId: string,
  story: Story,
  audience: readonly Person[],
  now: Date,
  roll: () => number,
): Promise<void> {
  const speakers = audience.filter(({ id, scope }) => !silent.has(id) && (covers(story.scope, scope) || roll() < 0.3));
  const { voices } = story;
  if (voices.length === 0 || speakers.length === 0) return;
  // Everyone keeps to one side of a debate.
  const shuffled = speakers.map((speaker) => ({ ...speaker, rank: roll() })).sort((a, b) => a.rank - b.rank);
  const camps = {
    pour: shuffled.filter((_, index) => index % 2 === 0),
    contre: shuffled.filter((_, index) => index % 2 === 1),
  };
  const last = Math.min(now.getTime() - 2 * MINUTE, now.getTime() + story.to * DAY - 60 * MINUTE);
  const first = now.getTime() + story.from * DAY + 40 * MINUTE;
  const written = voices.map((voice, index) => {
    const left = (voices.length - 1 - index) / Math.max(1, voices.length - 1);
    const camp = camps[voice.side];
    const speaker = camp[Math.floor(index / 2) % Math.max(1, camp.length)];
    return {
      id: newId(),
      debateId,
      seq: index + 1,
      side: voice.side,
      body: voice.body,
      authorId: speaker?.id ?? null,
      clientId: crypto.randomUUID(),
      createdAt: new Date(Math.round(last - (last - first) * left ** 2.4)),
    };
  });
  await db.contribution.createMany({ data: written });
  const pourCount = written.filter(({ side }) => side === "pour").length;
  const counts = { lastSeq: written.length, pourCount, contreCount: written.length - pourCount };
  await db.debate.update({ where: { id: debateId }, data: counts });
}

/** Each member votes on some contributions, the more the nearer she lives; tallies are then counted from the votes. */
async function vote(debateId: string, story: Story, audience: readonly Person[], roll: () => number): Promise<void> {
  const contributions = await db.contribution.findMany({ where: { debateId }, orderBy: { seq: "asc" } });
  const voters = audience.filter(({ id }) => !silent.has(id)).map((person) => ({ ...person, zeal: roll() }));
  const votes = contributions.flatMap(({ id: contributionId, seq, createdAt }) => {
    const age = 1 - 0.45 * (seq / contributions.length) ** 6; // the latest have been read by fewer
    return voters.flatMap(({ id: memberId, scope, zeal }) => {
      const presence = covers(story.scope, scope) ? 0.15 + 0.6 * zeal : 0.25 * zeal;
      if (roll() > presence * age) return [];
      const liked = (story.voices[seq - 1]?.liked ?? 5) / 10;
      const answer = roll();
      const value =
        answer < liked
          ? ("agree" as const)
          : answer < liked + (1 - liked) * 0.7
            ? ("disagree" as const)
            : ("pass" as const);
      return [{ contributionId, memberId, value, castAt: createdAt }];
    });
  });
  await db.vote.createMany({ data: votes });
  await db.$executeRaw(sql`
    update contribution c set agree = v.agree, disagree = v.disagree, pass = v.pass, tally_version = 1
    from (select contribution_id, count(*) filter (where value = 'agree') as agree,
        count(*) filter (where value = 'disagree') as disagree, count(*) filter (where value = 'pass') as pass
      from vote group by contribution_id) v
    where v.contribution_id = c.id and c.debate_id = ${debateId}`);
  await db.debate.update({ where: { id: debateId }, data: { voteCount: votes.length } });
}

/** The story must hold together: every tally is the count of its votes, every log is without a gap. */
async function check(): Promise<void> {
  const wrong = await db.$queryRaw<{ id: string }[]>(sql`
    select c.id from contribution c left join vote v on v.contribution_id = c.id group by c.id
    having c.agree <> count(*) filter (where v.value = 'agree') or c.disagree <> count(*) filter (where v.value = 'disagree')
      or c.pass <> count(*) filter (where v.value = 'pass')
    union all
    select d.id from debate d left join contribution c on c.debate_id = d.id group by d.id
    having d.last_seq <> count(c.id) or d.last_seq <> coalesce(max(c.seq), 0) or d.pour_count + d.contre_count <> count(c.id)
      or d.vote_count <> coalesce(sum(c.agree + c.disagree + c.pass), 0)`);
  if (wrong.length > 0) throw new Error(`the demo's debates do not add up: ${wrong.map(({ id }) => id).join(", ")}`);
}
