import { beforeAll, describe, expect, it } from "vitest";
import { type Member, visitor } from "@/core/actor.ts";
import { getAgenda } from "@/features/agenda/index.ts";
import { findMyGroups, getGroup, visibleGroups } from "@/features/groups/index.ts";
import { visiblePosts } from "@/features/posts/index.ts";
import { db, sql } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";
import { resetDemo } from "../../prisma/seed/main.ts";

const actorOf = async (n: number) => (await actorOfMember(`cast0000000${n}`)) as Member;
const [INES, YANIS, MARYSE, BRUNO, HELENE] = [1, 2, 3, 4, 6] as const;
const groupNamed = (name: string) => db.group.findFirstOrThrow({ where: { name } });

beforeAll(() => resetDemo(), 180_000);

describe("the demo's groups", () => {
  it("are those of every place, and some of each kind and way in that members formed", async () => {
    expect(await db.group.count({ where: { kind: "place" } })).toBe(
      1 + (await db.federation.count()) + (await db.section.count()),
    );
    const kinds = await db.group.groupBy({ by: ["kind"] });
    expect(kinds.map(({ kind }) => kind).sort()).toEqual(["local", "place", "thematic", "working"]);
    const entries = await db.group.groupBy({ by: ["entry"] });
    expect(entries.map(({ entry }) => entry).sort()).toEqual(["closed", "open", "request"]);
    const leaderless = await db.$queryRaw<unknown[]>(sql`
      select 1 from member_group g where g.kind <> 'place' and not exists (
        select 1 from group_membership b where b.group_id = g.id and b.role = 'lead')`);
    expect(leaderless).toEqual([]);
  });

  it("are spoken in by their own people, and counted as the commands would", async () => {
    const [wrong] = await db.$queryRaw<Record<string, number>[]>(sql`
      select (select count(*)::int from post w where w.comment_count <> (
          select count(*) from post_comment c where c.post_id = w.id and c.removed_at is null and c.hidden_at is null)) as miscounted,
        (select count(*)::int from post w join member_group g on g.id = w.group_id where g.kind <> 'place'
          and not exists (select 1 from group_membership b where b.group_id = g.id and b.member_id = w.author_id and b.role <> 'follower')) as strangers,
        (select count(*)::int from post w join member_group g on g.id = w.group_id join member m on m.id = w.author_id
          join section s on s.id = m.section_id where g.kind = 'place' and not (s.scope || '/' like g.place || '/%')
            and not exists (select 1 from mandate d where d.member_id = m.id and g.place || '/' like d.scope || '/%')) as visitors,
        (select count(*)::int from post w where w.created_at > now()) + (select count(*)::int from post_comment c
          join post w on w.id = c.post_id where c.created_at > now() or c.created_at < w.created_at) as timeless,
        (select count(*)::int from group_note n where n.version <> (
          select max(r.number) from group_note_revision r where r.note_id = n.id and r.body = n.body)) as unsaved`);
    expect(wrong).toEqual({ miscounted: 0, strangers: 0, visitors: 0, timeless: 0, unsaved: 0 });
    expect(await db.post.count()).toBeGreaterThan(30);
    expect(await db.postComment.count()).toBeGreaterThan(40);
    expect(await db.postReaction.count()).toBeGreaterThan(300);
  });

  it("give each demo account something to do", async () => {
    const { id: programme } = await groupNamed("Programme municipal");
    expect(await db.groupRequest.count({ where: { groupId: programme, answeredAt: null } })).toBe(2);
    expect((await getGroup(await actorOf(INES), programme)).can.lead).toBe(true);
    const invited = await db.groupInvitation.findMany({ where: { answeredAt: null } });
    expect(invited.map(({ memberId }) => memberId).sort()).toEqual([`cast0000000${YANIS}`, `cast0000000${MARYSE}`]);
    const agenda = await getAgenda(await actorOf(INES), { voir: "groupes" });
    expect(agenda.events.length).toBeGreaterThanOrEqual(3);
    expect((await findMyGroups(await actorOf(BRUNO))).length).toBeGreaterThanOrEqual(5);
  });

  it("keep the closed one to its members and those whom they invite, and the walls of places to who lives there", async () => {
    const { id } = await groupNamed("Équipe de campagne");
    const knows = async (actor: Member | typeof visitor) =>
      (await db.$queryRaw<unknown[]>(sql`select 1 from member_group g where g.id = ${id} and ${visibleGroups(actor)}`))
        .length === 1;
    for (const n of [INES, MARYSE, BRUNO]) expect(await knows(await actorOf(n)), String(n)).toBe(true);
    expect(await knows(await actorOf(YANIS))).toBe(false);
    expect(await knows(await actorOf(HELENE))).toBe(false);
    expect(await knows(visitor)).toBe(false);
    const read = await db.$queryRaw<{ kind: string }[]>(sql`
      select distinct g.kind::text as kind from post w join member_group g on g.id = w.group_id where ${visiblePosts(visitor)}`);
    expect(read.map(({ kind }) => kind).sort()).toEqual(["local", "thematic"]);
  });
});
