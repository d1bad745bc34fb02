import { beforeAll, describe, expect, it } from "vitest";
import { system, visitor } from "@/core/actor.ts";
import { citedIn } from "@/core/rich-text.ts";
import { getActivity } from "@/features/activity/index.ts";
import { followSchedule, getDebatePage, getThread, listDebates } from "@/features/debates/index.ts";
import { getFederationDesk, getSectionDesk } from "@/features/desk/index.ts";
import { getNationalConsole } from "@/features/mandates/console.queries.ts";
import { listHandoversToConfirm } from "@/features/mandates/index.ts";
import { countUnread, getBroadcastDesk, getInbox, listConversations } from "@/features/messages/index.ts";
import { getCase, getModerationDesk } from "@/features/moderation/index.ts";
import { db, sql } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";
import { checkDebates } from "../../prisma/seed/debates-check.ts";
import { resetDemo } from "../../prisma/seed/main.ts";

beforeAll(() => resetDemo(), 180_000); // a shared machine may be four times slower than a quiet one

const phasesTold = async () =>
  new Set((await db.debate.findMany({ select: { phase: true } })).map(({ phase }) => phase));
const insult = () => db.contribution.findFirstOrThrow({ where: { hiddenAt: { not: null } } });

describe("the demo's debates", () => {
  it("are in every phase, with hundreds of contributions, replies and votes", async () => {
    expect([...(await phasesTold())].sort()).toEqual(["closed", "debate", "ideas", "synthesis", "upcoming", "vote"]);
    expect(await db.contribution.count({ where: { parentId: null } })).toBeGreaterThanOrEqual(320);
    expect(await db.contribution.count({ where: { parentId: { not: null } } })).toBeGreaterThanOrEqual(120);
    expect(await db.vote.count()).toBeGreaterThan(5_000);
  });

  it("are left as they are by the job that follows their dates", async () => {
    const before = await db.debate.findMany({ orderBy: { id: "asc" } });
    for (const { id: debateId } of before) await followSchedule({ actor: system }, { debateId });
    expect(await db.debate.findMany({ orderBy: { id: "asc" } })).toEqual(before);
  });

  it("are read by a visitor as any debate, without what is hidden", async () => {
    const { body, debateId } = await insult();
    const page = await getDebatePage(visitor, debateId);
    expect(JSON.stringify(page)).toContain("auto-école");
    expect(JSON.stringify(page)).not.toContain(body.slice(0, 40));
    expect(JSON.stringify(await listDebates(visitor))).toContain("transports du quotidien");
  });

  it("end in a synthesis whose every citation is a contribution on show", async () => {
    const closed = await db.debate.findMany({ where: { phase: "closed" } });
    expect(closed.length).toBeGreaterThanOrEqual(2);
    for (const { id, synthesis } of closed) {
      expect(synthesis?.length).toBeGreaterThan(900);
      expect(citedIn(synthesis ?? "").length).toBeGreaterThan(5);
      for (const seq of citedIn(synthesis ?? "")) await expect(getThread(visitor, { id, seq })).resolves.toBeTruthy();
    }
  });

  it("are told once more over what was there, and leave nothing of it", { timeout: 60_000 }, async () => {
    const counts = () =>
      Promise.all([
        db.member.count(),
        db.contribution.count(),
        db.vote.count(),
        db.report.count(),
        db.decision.count(),
      ]);
    const [before, old] = [await counts(), await insult()];
    await resetDemo();
    expect((await counts()).slice(0, 2)).toEqual(before.slice(0, 2));
    expect((await counts()).slice(3)).toEqual(before.slice(3));
    expect(await db.moderationCase.count({ where: { objectId: old.id } })).toBe(0);
  });
});

describe("the demo's consoles", () => {
  const actorOf = (n: number) => actorOfMember(`cast0000000${n}`);
  const [INES, BRUNO, HELENE] = [1, 4, 6] as const;

  it("show the secretary of Clermont-Ferrand who arrives, who is to be verified, and who waits for an answer", async () => {
    const desk = await getSectionDesk(await actorOf(INES), { federation: "63", section: "63113" });
    const { newcomers, declared, inbox, members, holders } = desk;
    for (const rows of [newcomers.rows, declared.rows, inbox.rows, members.rows, holders]) expect(rows).not.toEqual([]);
  });

  it("show the federation its empty sections, a volunteer, who waits for an answer, and a handover to confirm", async () => {
    const bruno = await actorOf(BRUNO);
    const desk = await getFederationDesk(bruno, "63");
    const { empty, alone, declared, volunteers, inbox, holders, mandates } = desk;
    for (const rows of [empty, alone, declared.rows, volunteers, inbox.rows, holders, mandates.rows])
      expect(rows).not.toEqual([]);
    expect(volunteers).toMatchObject([{ led: false, can: { name: true, answer: true } }]);
    expect(await listHandoversToConfirm(bruno)).not.toEqual([]);
  });

  it("show the national level something in each of their parts, with a nomination to agree to", async () => {
    const helene = await actorOf(HELENE);
    const part = async (voir: string) => (await getNationalConsole(helene, { voir })).part;
    expect(await part("attente")).toMatchObject({ nominations: [{ can: { agree: true } }] });
    for (const [voir, rows] of Object.entries({
      responsabilites: "mandates",
      sections: "federations",
      suspensions: "suspensions",
      consultations: "views",
    }))
      expect(await part(voir), voir).toHaveProperty([rows, 0]);
  });

  it("have a secretary who is often there, in debates and with newcomers", async () => {
    const activity = await getActivity(await actorOf(INES), "cast00000001");
    expect(activity?.step).toBeGreaterThanOrEqual(2);
    expect(activity?.details?.filter(({ days }) => days === 0)).toEqual([]);
  });
});

describe("the demo’s conversations", () => {
  const actorOf = (n: number) => actorOfMember(`cast0000000${n}`);

  it("are numbered without a gap, in the order of time, and read no further than they go", async () => {
    const faults = await db.$queryRaw<object[]>(sql`
      select v.id from conversation v where v.last_seq <> (select count(*) from message x where x.conversation_id = v.id)
        or exists (select 1 from message x join message y on y.conversation_id = x.conversation_id and y.seq = x.seq + 1
          where x.conversation_id = v.id and y.created_at < x.created_at)
        or v.last_at <> (select max(x.created_at) from message x where x.conversation_id = v.id)
        or exists (select 1 from conversation_read r where r.conversation_id = v.id and greatest(r.read_seq, r.told_seq) > v.last_seq)
        or (v.waiting_since is not null and v.asked_at is null)`);
    expect(faults).toEqual([]);
  });

  it("show the secretary what she has not read, a request, what waits in her section’s inbox, and what she sent", async () => {
    const ines = await actorOf(1);
    const unread = await countUnread(ines);
    expect(unread.requests).toBe(1);
    const scope = "national/63/63113";
    expect((await getInbox(ines, scope)).rows.map(({ answeredBy }) => answeredBy)).toEqual([null, null]);
    expect((await getInbox(ines, scope, { voir: "moi" })).rows).toMatchObject([{ answeredBy: "Inès Bonnet" }]);
    const desk = await getBroadcastDesk(ines, scope);
    expect(desk).toMatchObject({ opposed: 1, can: { send: true }, past: [{ author: "Inès Bonnet", done: true }] });
    expect(desk.past[0]?.carried).toBeGreaterThan(5);
  });

  it("tell the newcomer what his section wrote, and what its secretary answers", async () => {
    const kinds = (await listConversations(await actorOf(2))).items.map(({ kind, unread }) => [kind, unread]);
    expect(kinds).toContainEqual(["direct", 1]);
  });
});

describe("the demo’s moderation", () => {
  const AD = /panneaux solaires/;
  const waitingFor = async (n: number) => (await getModerationDesk(await actorOfMember(`cast0000000${n}`))).cases;

  it("has a reported message that waits for the moderator alone, whose words only its own page says", async () => {
    const cases = await waitingFor(5);
    const found = cases.filter(({ object }) => object.text === "Message d’une conversation privée");
    expect(found).toMatchObject([{ reports: 1, rules: [8], mine: false }]);
    expect(JSON.stringify(cases)).not.toMatch(AD);
    // Those who answer for its author’s section judge what is said in public, and learn nothing of this one.
    expect((await waitingFor(1)).map(({ object }) => object.text)).not.toContain("Message d’une conversation privée");
    const page = await getCase(await actorOfMember("cast00000005"), found[0]?.id ?? "");
    expect(page.object.text).toMatch(AD);
    expect([page.object.before.length, page.object.after.length]).toEqual([3, 3]);
    expect(page.can.decide).toBe(true);
  });
});

describe("a story that no run of commands could have left", () => {
  const spoilt: [string, ReturnType<typeof sql>, RegExp][] = [
    ["a vote too many", sql`update contribution set agree = agree + 1 where agree > 5`, /tally/],
    ["a gap", sql`update debate set last_seq = last_seq + 1`, /gap/],
    ["a lost contribution", sql`update debate set pour_count = pour_count + 1 where pour_count > 0`, /counts are not/],
    ["a lost reply", sql`update contribution set reply_count = 9 where parent_id is null`, /count of replies/],
    [
      "a reply to a reply",
      sql`update contribution r set parent_id = (
      select p.id from contribution p where p.parent_id is not null and p.debate_id = r.debate_id and p.seq < r.seq limit 1)
      where r.parent_id is not null and r.id = (select max(id) from contribution x where x.parent_id is not null and exists (
        select 1 from contribution p where p.parent_id is not null and p.debate_id = x.debate_id and p.seq < x.seq))`,
      /repl/,
    ],
    [
      "neutre in the debate",
      sql`update contribution set side = 'neutre' where side = 'pour' and seq = 2`,
      /counts|phase/,
    ],
    ["a vote before the debate", sql`update vote set cast_at = cast_at - interval '90 days'`, /vote/],
    ["a phase skipped", sql`update debate_change set from_phase = 'upcoming' where from_phase = 'ideas'`, /phase/],
    ["a date gone by", sql`update debate set opens_at = now() - interval '1 day' where phase = 'upcoming'`, /due/],
    ["no synthesis", sql`update debate set synthesis = null`, /synthesis/],
    ["no host", sql`delete from debate_host`, /host/],
    ["shown again, not told", sql`update contribution set edited_at = null where edited_at is not null`, /edited/],
    ["a report of tomorrow", sql`update report set reported_at = now() + interval '1 day'`, /future/],
    ["a decision that hid nothing", sql`update decision set outcome = 'hide', rule = 1`, /hide/],
    [
      "the same words",
      sql`update contribution set body = 'Les mêmes mots' where parent_id is null and side = 'neutre'`,
      /words/,
    ],
  ];
  it.each(spoilt)("is refused: %s", async (_, spoil, message) => {
    await expect(
      db.$transaction(async (tx) => {
        await tx.$executeRaw(spoil);
        await checkDebates(tx);
      }),
    ).rejects.toThrow(message);
    await checkDebates();
  });
});
