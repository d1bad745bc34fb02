import { createEvent } from "@tests/support/events-world.ts";
import { createGroup } from "@tests/support/groups-world.ts";
import { createPostRow } from "@tests/support/posts-world.ts";
import { fc } from "@tests/support/properties.ts";
import {
  actorOfColumn,
  blockInTheDatabase,
  createDebate,
  createWorld,
  outcomeOf,
  scopes,
  suspendInTheDatabase,
  type World,
} from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import type { Member } from "@/core/actor.ts";
import type { NoticeKindId } from "@/core/notice-kinds.ts";
import { getDebatePage } from "@/features/debates/index.ts";
import { eventAudiences, getEvent } from "@/features/events/index.ts";
import { countNotices, getLatestNotices, listNotices } from "@/features/notifications/index.ts";
import { getPost } from "@/features/posts/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";
import type { Audience, Column } from "../support/matrix.ts";
import { type Somebody, somebody } from "./coopains-world.ts";
import { noticeRow, prepareTelling } from "./notifications-world.ts";

const readers = ["S", "A", "L", "F", "M", "N", "B"] as const satisfies readonly Column[];
const scopeList = Object.values(scopes);
const oneOf = <T>(list: readonly T[]) => fc.constantFrom(...list);

/** Something that somebody may have been told of. `by`, `where`: numbers of people and groups of the world. */
const thing = fc.record({
  kind: oneOf(["post", "profile", "debate", "event"] as const),
  by: fc.nat(20),
  where: fc.nat(20),
  scope: oneOf(scopeList),
  adherentsOnly: fc.boolean(),
  audience: oneOf(["coopains", "section", "members"] as const),
  debate: oneOf(["open", "members", "adherents"] as readonly Audience[]),
  event: oneOf(eventAudiences.filter((audience) => audience !== "group")),
  state: oneOf(["shown", "shown", "hidden", "removed"] as const),
});
type Thing = typeof thing extends fc.Arbitrary<infer T> ? T : never;
type Made = { id: string; subject: "post" | "debate" | "event"; kind: NoticeKindId };

beforeAll(prepareTelling);

describe("the centre of anybody, in any world", () => {
  let world: World;
  const groups: string[] = [];
  const people: string[] = [];

  beforeAll(async () => {
    world = await createWorld();
    people.push(...Object.values(world.cast).map(({ id }) => id), world.neverNamed.id, world.named.id);
    const of = (...names: (keyof World["cast"])[]) => names.map((name) => world.cast[name]);
    for (const place of ["national", "national/63/63113", "national/03"])
      groups.push((await db.group.findUniqueOrThrow({ where: { place } })).id);
    groups.push((await createGroup({ entry: "open", members: of("S", "B") })).id);
    groups.push((await createGroup({ entry: "closed", leads: of("S"), members: of("L", "M") })).id);
    groups.push((await createGroup({ adherentsOnly: true, members: of("A", "B", "suspended") })).id);
  });

  async function make(of: Thing): Promise<Made> {
    const authorId = people[of.by % people.length] ?? null;
    const state = { hidden: of.state === "hidden", removed: of.state === "removed" };
    if (of.kind === "post" || of.kind === "profile") {
      const where =
        of.kind === "post" ? { groupId: groups[of.where % groups.length] ?? "" } : { audience: of.audience };
      const { adherentsOnly } = of;
      const { id } = await createPostRow({
        authorId,
        ...where,
        ...(of.kind === "post" && { adherentsOnly }),
        ...state,
      });
      return { id, subject: "post", kind: "post.mentioned" };
    }
    if (of.kind === "debate") {
      const { id } = await createDebate(of.debate, of.scope, authorId);
      return { id, subject: "debate", kind: "debate.opened" };
    }
    const { adherentsOnly, scope, event: audience } = of;
    const stage = state.removed ? "draft" : "published";
    const { id } = await createEvent({ scope, audience, adherentsOnly, stage });
    if (state.hidden) await db.event.update({ where: { id }, data: { hiddenAt: clock.now() } });
    return { id, subject: "event", kind: "event.published" };
  }

  const opens = (reader: Member, { subject, id }: Made): Promise<unknown> =>
    subject === "post" ? getPost(reader, id) : subject === "debate" ? getDebatePage(reader, id) : getEvent(reader, id);

  it("is exactly what each thing’s own page would show her, listed and counted", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(thing, { minLength: 20, maxLength: 40 }), async (things) => {
        await db.$executeRawUnsafe("truncate post, debate, event, notice cascade");
        const made: Made[] = [];
        for (const one of things) made.push(await make(one));
        for (const column of readers) {
          const reader = (await actorOfColumn(world, column)) as Member;
          const expected: string[] = [];
          for (const [index, one] of made.entries()) {
            const row = await noticeRow(reader.id, { ...one, subjectId: one.id, minutes: index });
            if ((await outcomeOf(opens(reader, one))) === "ok") expected.push(row);
          }
          const seen: string[] = [];
          let after: string | null = "";
          while (after !== null) {
            const page: Awaited<ReturnType<typeof listNotices>> = await listNotices(reader, { apres: after });
            seen.push(...page.notices.map(({ id }) => id));
            after = page.next;
          }
          expect(seen.toSorted(), column).toEqual(expected.toSorted());
          expect(await countNotices(reader), column).toBe(expected.length);
        }
      }),
      { numRuns: 4 },
    );
  }, 120_000);
});

describe("what was told and may not be read any more", () => {
  let reader: Somebody;
  let author: Somebody;
  const centre = async () => {
    const { unread, notices } = await getLatestNotices(reader.caller.actor, { nombre: 20 });
    expect(notices.length).toBe(unread);
    return unread;
  };
  /** A line about a post of a closed group that she is in. */
  async function told(count = 1): Promise<{ postId: string; groupId: string; row: string }> {
    const { id: groupId } = await createGroup({ entry: "closed", members: [reader, author] });
    const { id: postId } = await createPostRow({ authorId: author.id, groupId });
    const about = { subject: "post", subjectId: postId, kind: "post.mentioned", actorId: author.id, count } as const;
    const row = await noticeRow(reader.id, about);
    expect(await centre()).toBe(1);
    return { postId, groupId, row };
  }

  async function anew(): Promise<void> {
    [reader, author] = [await somebody("Lise Lectrice"), await somebody("Agnès Autrice")];
  }

  it("is gone once she left the group", async () => {
    await anew();
    const { groupId } = await told();
    await db.groupMembership.deleteMany({ where: { groupId, memberId: reader.id } });
    expect(await centre()).toBe(0);
  });

  it("is gone while it is hidden, and comes back with it", async () => {
    await anew();
    const { postId } = await told();
    await db.post.update({ where: { id: postId }, data: { hiddenAt: clock.now() } });
    expect(await centre()).toBe(0);
    await db.post.update({ where: { id: postId }, data: { hiddenAt: null } });
    expect(await centre()).toBe(1);
  });

  it.each([
    ["she blocked who did it", () => blockInTheDatabase(reader.id, author.id)],
    ["who did it blocked her", () => blockInTheDatabase(author.id, reader.id)],
  ])("is gone once %s; a line that counts others too stays, without that name", async (_, block) => {
    await anew();
    const { row } = await told();
    await block();
    expect(await centre()).toBe(0);
    await db.notice.update({ where: { id: row }, data: { count: 3 } });
    const { notices } = await listNotices(reader.caller.actor);
    expect(JSON.stringify(notices)).not.toContain("Agnès");
  });

  it("is nobody’s while she is suspended", async () => {
    await anew();
    await told();
    await suspendInTheDatabase(reader.id);
    const suspended = await actorOfMember(reader.id);
    expect(await countNotices(suspended)).toBe(0);
    expect(await outcomeOf(listNotices(suspended))).toBe("not_found");
  });
});
