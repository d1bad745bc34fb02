import { DebatePage } from "@/features/debates/components/debate-page.tsx";
import type { ContributionView } from "@/features/debates/contribution.views.ts";
import type { Side } from "@/features/debates/debate.rules.ts";
import type { DebatePageView } from "@/features/debates/debate.views.ts";
import { pool } from "../../pool.ts";

type Row = Record<"id" | "slug" | "question" | "framing" | "entry_id" | "body" | "author" | "section", string> &
  Record<
    | "opens"
    | "closes"
    | "last_seq"
    | "pour_count"
    | "contre_count"
    | "vote_count"
    | "seq"
    | "at"
    | "agree"
    | "disagree"
    | "pass"
    | "tally_version",
    number
  > & { side: Side };

const query = `
  select d.id, d.slug, d.question, d.framing, d.last_seq, d.pour_count, d.contre_count, d.vote_count,
    extract(epoch from d.opens_at)::float8 * 1000 as opens, extract(epoch from d.closes_at)::float8 * 1000 as closes,
    c.id as entry_id, c.seq, c.side, c.body, extract(epoch from c.created_at)::float8 * 1000 as at,
    c.agree, c.disagree, c.pass, c.tally_version, m.name as author, s.name as section
  from debate d join contribution c on c.debate_id = d.id left join member m on m.id = c.author_id left join section s on s.id = m.section_id
  where d.id = $1 order by c.seq desc limit 20`;

/** The member's debate page from one query: no session, policy, CSP or frame. */
export default async function BareDebatePage({ searchParams }: { searchParams: Promise<{ id: string }> }) {
  const { rows } = await pool.query<Row>(query, [(await searchParams).id]);
  const [first] = rows;
  if (!first) return null;
  const column = (side: Side) => ({
    entries: rows.filter((row) => row.side === side).map(toEntry),
    more: false,
  });
  const page: DebatePageView = {
    debate: {
      id: first.id,
      slug: first.slug,
      question: first.question,
      framing: first.framing,
      audience: "open",
      phase: "debate",
      place: "National",
      opensAt: first.opens,
      debateAt: null,
      voteAt: null,
      closesAt: first.closes,
      coverId: null,
      lastSeq: first.last_seq,
      counts: { pour: first.pour_count, contre: first.contre_count, neutre: 0, votes: first.vote_count, version: 0 },
    },
    order: "newest",
    after: {},
    sides: ["pour", "contre"],
    columns: { pour: column("pour"), contre: column("contre"), neutre: column("neutre") },
    hosts: [],
    story: [],
    synthesis: null,
    follows: false,
    me: { id: "000000000000", name: first.author, section: first.section },
    can: { takePart: true, run: false },
    asksPublicName: false,
  };
  return <DebatePage page={page} side="pour" clientId="00000000-0000-4000-8000-000000000000" now={Date.now()} />;
}

function toEntry(row: Row): ContributionView {
  const { agree, disagree, pass, tally_version: version } = row;
  const author = { label: row.author, place: `Section ${row.section}`, named: true };
  return {
    kind: "contribution",
    replyCount: 0,
    id: row.entry_id,
    seq: row.seq,
    side: row.side,
    body: row.body,
    at: row.at,
    author,
    tally: { agree, disagree, pass, version },
  };
}
