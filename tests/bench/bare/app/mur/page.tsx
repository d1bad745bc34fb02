import { Wall } from "@/features/posts/components/wall.tsx";
import type { PostView } from "@/features/posts/index.ts";
import { pool } from "../../pool.ts";

type Row = Record<"id" | "slug" | "name" | "post_id" | "body" | "author" | "section", string> & {
  at: number;
  comment_count: number;
};

const query = `
  select g.id, g.slug, g.name, w.id as post_id, w.body, w.comment_count, m.name as author, s.name as section,
    extract(epoch from w.created_at)::float8 * 1000 as at
  from member_group g join post w on w.group_id = g.id left join member m on m.id = w.author_id left join section s on s.id = m.section_id
  where g.id = $1 and w.removed_at is null and w.hidden_at is null order by w.created_at desc, w.id desc limit 20`;

/** A member's wall from one query: no session, policy, reactions, CSP or frame. */
export default async function BareWallPage({ searchParams }: { searchParams: Promise<{ id: string }> }) {
  const { rows } = await pool.query<Row>(query, [(await searchParams).id]);
  const [group] = rows;
  if (!group) return null;
  return (
    <Wall
      group={group}
      me={{ id: "000000000000", name: group.author, photo: null }}
      may={{ post: true, markForAdherents: false }}
      first={{ pinned: [], posts: rows.map(toPost), next: null }}
      after={null}
      clientId="00000000-0000-4000-8000-000000000000"
      now={Date.now()}
    />
  );
}

const can = { edit: false, remove: false, pin: false, comment: true, react: true, share: true, report: true };

function toPost(row: Row): PostView {
  return {
    id: row.post_id,
    author: { label: row.author, place: `Section ${row.section}`, named: true },
    at: row.at,
    edited: false,
    body: row.body,
    rich: null,
    mentions: [],
    reactions: [],
    mine: null,
    own: false,
    clientId: null,
    shared: null,
    photos: [],
    video: null,
    forMembers: false,
    commentCount: row.comment_count,
    pinned: false,
    adherentsOnly: false,
    group: { id: row.id, slug: row.slug, name: row.name },
    audience: null,
    can: { ...can, history: false },
  };
}
