import { createPerson } from "@tests/support/worlds.ts";
import { afterEach, describe, expect, it, vi } from "vitest";
import { db, sql } from "@/platform/db/client.ts";
import { generate, refuseRealPeople, sizeOf } from "../../prisma/seed/generate/main.ts";

/** Every index and constraint, word for word. */
const schema = () =>
  db.$queryRaw<{ said: string }[]>(sql`
    select indexdef as said from pg_indexes where schemaname = 'public'
    union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated
      from pg_constraint where connamespace = 'public'::regnamespace order by said`);

/** How many live in each federation. */
async function homes(): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ id: string; members: number }[]>(sql`
    select s.federation_id as id, count(*)::int as members from member m join section s on s.id = m.section_id group by 1`);
  return new Map(rows.map(({ id, members }) => [id, members]));
}

describe("generating members", () => {
  afterEach(() => vi.resetModules());

  it("fills the database as asked, and leaves its indexes and constraints as they were", async () => {
    const before = await schema();
    const { counts } = await generate({
      members: 600,
      ties: 3_000,
      events: 400,
      groups: 60,
      posts: 1_500,
      conversations: 500,
    });
    expect(await schema()).toEqual(before);
    expect(counts).toMatchObject({
      members: 600,
      ties: 3_000,
      events: 400,
      sign_ups: 4_000,
      groups: 60,
      posts: 1_500,
      conversations: 500,
    });
    for (const name of [
      "profiles",
      "requests",
      "blocks",
      "suspensions",
      "mandates",
      "welcomes",
      "contributions",
      "votes",
      "field_reports",
      "group_memberships",
      "comments",
      "reactions",
      "messages",
    ])
      expect(counts[name], name).toBeGreaterThan(0);
    expect((counts.adherents ?? 0) / 600).toBeCloseTo(0.4, 1);
    const [wrong] = await db.$queryRaw<Record<string, number>[]>(sql`
      select (select count(*)::int from coopain t where not exists (
          select 1 from coopain o where o.member_id = t.other_id and o.other_id = t.member_id)) as alone,
        (select count(*)::int from member m join commune c on c.code = m.commune_code where c.section_id <> m.section_id) as astray,
        (select count(*)::int from debate d where d.vote_count <> (
          select count(*) from vote v join contribution c on c.id = v.contribution_id where c.debate_id = d.id)) as miscounted,
        (select count(*)::int from shift h where h.taken <> coalesce((
          select sum(s.size) from sign_up s where s.shift_id = h.id and s.state in ('in', 'offered')), 0)) as misplaced,
        (select count(*)::int from event e where not exists (select 1 from shift h where h.event_id = e.id)) as shiftless,
        (select count(*)::int from post w where w.comment_count <> (
          select count(*) from post_comment c where c.post_id = w.id)) as misspoken,
        (select count(*)::int from member_group g where kind <> 'place' and not exists (
          select 1 from group_membership b where b.group_id = g.id and b.role = 'lead')) as leaderless,
        (select count(*)::int from group_membership b join member_group g on g.id = b.group_id join member m on m.id = b.member_id
          where g.kind = 'place' or (g.adherents_only and m.adherent_since is null)) as intruding,
        (select count(*)::int from conversation v where v.last_seq <> (
          select count(*) from message x where x.conversation_id = v.id and x.seq between 1 and v.last_seq)) as unnumbered,
        (select count(*)::int from message x where not exists (select 1 from participant p
          where p.conversation_id = x.conversation_id and p.member_id = x.author_id)) as outside,
        (select count(*)::int from member where id !~ '^[0-9a-hjkmnp-tv-z]{12}$') as unnamed`);
    for (const [what, count] of Object.entries(wrong ?? { nothing: 1 })) expect(count, what).toBe(0);
    const [most] = await db.$queryRaw<{ groups: number }[]>(sql`
      select count(*)::int as groups from group_membership group by member_id order by 1 desc limit 1`);
    expect(most?.groups).toBeGreaterThan(30);
  });

  it("adds others when asked again", async () => {
    const { counts } = await generate({ members: 50, ties: 100 });
    expect(counts).toMatchObject({ members: 650, ties: 3_100 });
  });

  it("keeps to a few federations when it is told which", async () => {
    const before = await homes();
    const { counts } = await generate({ members: 200, ties: 400, federations: ["15", "63"] });
    expect(counts).toMatchObject({ members: 850, ties: 3_500 });
    const after = await homes();
    const grown = [...after].filter(([federation, members]) => members > (before.get(federation) ?? 0));
    expect(grown.map(([federation]) => federation).sort()).toEqual(["15", "63"]);
    expect(grown.reduce((sum, [federation, members]) => sum + members - (before.get(federation) ?? 0), 0)).toBe(200);
  });

  it("refuses a database where somebody lives, unless it is the demo's or one says so", async () => {
    await createPerson("Vraie Personne");
    await expect(refuseRealPeople(false)).resolves.toBeUndefined(); // the tests' environment is the demo's
    vi.resetModules();
    vi.stubEnv("COOPOL_DEMO", "0");
    vi.stubEnv("SMTP_URL", "smtps://mail.example.org");
    vi.stubEnv("MAIL_FROM", "x@example.org");
    const real = await import("../../prisma/seed/generate/main.ts");
    await expect(real.refuseRealPeople(false)).rejects.toThrow(/1 members live in this database/);
    await expect(real.refuseRealPeople(true)).resolves.toBeUndefined();
    await db.member.deleteMany({ where: { name: "Vraie Personne" } });
    await expect(real.refuseRealPeople(false)).resolves.toBeUndefined();
    vi.unstubAllEnvs();
  });

  it("refuses sizes that are none", () => {
    for (const size of ["", "-5", "1e9", "5", "12.5", "abc"]) expect(() => sizeOf(size)).toThrow(/whole number/);
    expect(sizeOf("100000")).toEqual({
      members: 100_000,
      ties: 1_000_000,
      events: 0,
      groups: 0,
      posts: 0,
      conversations: 0,
    });
    expect(sizeOf("100", { groups: "5", posts: "20" })).toMatchObject({ ties: 1_000, groups: 5, posts: 20 });
    expect(() => sizeOf("100", { posts: "-1" })).toThrow(/whole number/);
  });
});
