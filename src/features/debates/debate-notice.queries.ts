import type { Actor } from "@/core/actor.ts";
import { counted } from "@/core/french-dates.ts";
import { did, doers, quoted } from "@/core/notice-words.ts";
import { paths } from "@/core/paths.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import type { NoticeRow, NoticeWords } from "@/platform/notices.ts";
import { visibleDebates } from "./debate.policy.ts";
import type { DebatePhase } from "./debate.rules.ts";

type Row = {
  id: string;
  debate: { id: string; slug: string; question: string };
  phase: DebatePhase;
  /** Of replies: the number of what they answer, how many there are, by how many, and the last one's author. */
  seq: number | null;
  count: number | null;
  by: number | null;
  name: string | null;
  /** Of contributions to a debate: how many are still shown. */
  news: number | null;
};

const phaseNews: Record<DebatePhase, string> = {
  upcoming: "est annoncé",
  ideas: "recueille les idées",
  debate: "entre dans le vif du débat",
  vote: "passe au vote",
  synthesis: "est terminé, sa synthèse se prépare",
  closed: "est clos",
};

/** What the lines of debates say to their reader. Whoever takes part in a debate reads there who said what: names stand here too. */
export async function describeDebates(
  actor: Actor,
  all: readonly NoticeRow[],
): Promise<ReadonlyMap<string, NoticeWords>> {
  const notices = all.filter(({ kind }) => kind.startsWith("debate."));
  if (notices.length === 0) return new Map();
  const rows = await readRows<Row>(sql`
    select t.id, json_build_object('id', d.id, 'slug', d.slug, 'question', d.question) as debate, d.phase, q.seq, r.count, r.by,
      (select m.name from member m where m.id = r.last_by and m.erased_at is null) as name,
      case when t.subject = 'debate-news' then (select count(*)::int from (
        select c.hidden_at, c.parent_id from contribution c where c.debate_id = d.id and c.seq <= t.seq
          and c.author_id is distinct from ${actor.id} order by c.seq desc limit t.count) c
        left join contribution p on p.id = c.parent_id where c.hidden_at is null and p.hidden_at is null) end as news
    from unnest(${notices.map(({ id }) => id)}::text[], ${notices.map(({ subject }) => subject)}::text[],
        ${notices.map(({ subjectId }) => subjectId)}::text[], ${notices.map(({ count }) => count)}::int[],
        ${notices.map(({ ids }) => Number(ids.seq ?? 0))}::int[]) as t(id, subject, subject_id, count, seq)
      left join contribution q on t.subject = 'replies' and q.id = t.subject_id and q.hidden_at is null
      join debate d on d.id = coalesce(q.debate_id, t.subject_id)
      left join lateral (
        select count(*)::int as count, count(distinct c.author_id)::int as by, (array_agg(c.author_id order by c.seq desc))[1] as last_by
        from (select y.* from contribution y where y.parent_id = q.id and y.seq <= t.seq
          and y.author_id is distinct from ${actor.id} order by y.seq desc limit t.count) c
        where c.hidden_at is null) r on q.id is not null
    where ${visibleDebates(actor)}`);
  const found = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    notices.flatMap((notice): [string, NoticeWords][] => {
      const row = found.get(notice.id);
      const words = row && wordsOf(notice, row);
      return words ? [[notice.id, words]] : [];
    }),
  );
}

function wordsOf({ kind }: NoticeRow, { debate, phase, seq, count, by, name, news }: Row): NoticeWords | null {
  const [about, question] = [debate.question, quoted(debate.question)];
  const href = paths.debate(debate);
  switch (kind) {
    case "debate.opened":
      return { text: `Un débat s’ouvre\u00a0: ${question}`, href, about, under: "Le débat s’ouvre" };
    case "debate.contributed": {
      if (!news) return null;
      const what = counted(news, "nouvelle contribution", "nouvelles contributions");
      return { text: `${what} dans ${question}`, href, about, under: what };
    }
    case "debate.replied": {
      if (seq === null || !count) return null;
      const text = did(doers(name, by ?? 1), "a", "ont", "répondu à ta contribution");
      return { text: `${text} dans ${question}`, href: paths.contribution(debate, seq), about, under: text };
    }
    case "debate.phase":
      return { text: `${question} ${phaseNews[phase]}`, href, about, under: `Le débat ${phaseNews[phase]}` };
    case "debate.synthesis":
      return { text: `La synthèse de ${question} est publiée`, href, about, under: "La synthèse est publiée" };
    case "debate.hosting":
      return {
        text: `Tu animes le débat ${question}`,
        href: paths.runDebate(debate),
        about,
        under: "Tu animes ce débat",
      };
    default:
      return null;
  }
}
