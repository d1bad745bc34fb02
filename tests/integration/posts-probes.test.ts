import { randomUUID } from "node:crypto";
import { type Action, askedAs, jsonPost, postedAs } from "@tests/support/doors.ts";
import { type Column, columns, type Place, reach, rows, who } from "@tests/support/matrix.ts";
import { createPostRow, groupOfPlace } from "@tests/support/posts-world.ts";
import {
  actorOfColumn,
  countRows,
  createPerson,
  createWorld,
  formOf,
  outcomeOf,
  type Person,
  scopes,
  sessionOfColumn,
  type World,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET as wallRoute } from "@/app/api/groupes/[id]/mur/route.ts";
import { GET as commentsRoute } from "@/app/api/publications/[id]/commentaires/route.ts";
import { GET as postRoute } from "@/app/api/publications/[id]/route.ts";
import { POST as reactToCommentRoute } from "@/app/api/publications/commentaires/reagir/route.ts";
import { POST as commentRoute } from "@/app/api/publications/commenter/route.ts";
import { POST as reactRoute } from "@/app/api/publications/reagir/route.ts";
import { POST as publishRoute } from "@/app/api/publications/route.ts";
import { newId } from "@/core/ids.ts";
import { groupRoom } from "@/features/posts/index.ts";
import {
  commentPostAction,
  createPostAction,
  editCommentAction,
  editPostAction,
  pinPostAction,
  reactToCommentAction,
  reactToPostAction,
  removeCommentAction,
  removePostAction,
  sharePostAction,
  unpinPostAction,
} from "@/features/posts/post.actions.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/navigation", async () => (await import("@tests/support/doors.ts")).nextNavigation);

const WORDS = "Une piste le long de la Tiretaine.";
const absent = "0".repeat(12);
let world: World;
let author: Person;
type Told = { id: string; commentId: string };
type Probed = { group: { id: string }; others: () => Promise<Told> };
let walls: Record<Place, Probed>;

beforeAll(async () => {
  withoutLimits();
  world = await createWorld();
  author = await createPerson("Aline Auteure", { adherent: true });
  const entries = await Promise.all(
    (Object.entries(scopes) as [Place, string][]).map(async ([place, scope]) => {
      const group = await groupOfPlace(scope);
      // Who publishes is each group's choice, tried below: here, its members.
      await db.group.update({ where: { id: group.id }, data: { postedBy: "member" } });
      const visit = { groupId: group.id, purpose: "Répondre à une demande.", visitedAt: clock.now() };
      await db.groupVisit.create({ data: { ...visit, id: newId(), visitorId: world.cast.N.id } });
      const others = async () => {
        const { id, commentId } = await createPostRow({
          authorId: author.id,
          groupId: group.id,
          commentBy: author.id,
        });
        return { id, commentId: commentId ?? "" };
      };
      return [place, { group, others }] as [Place, Probed];
    }),
  );
  walls = Object.fromEntries(entries) as Record<Place, Probed>;
});

const get = (run: typeof wallRoute, id: string) => () =>
  run(new NextRequest("http://localhost/api"), { params: Promise.resolve({ id }) } as never);
const places = Object.keys(scopes) as Place[];
const asForm = (column: Column, action: unknown, fields: Record<string, string>) =>
  postedAs(sessionOfColumn(world, column), action as Action, formOf(fields));
const asJson = async (column: Column, run: (request: NextRequest) => Promise<Response>, body: unknown) =>
  (await askedAs(sessionOfColumn(world, column), () => run(jsonPost(body)))).outcome;

/** What answers somebody who may not: she reads it, or it is not there for her. */
const refusal = (column: Column, place: Place) =>
  reach[rows.wallRead.cells[column]].includes(place) ? "forbidden" : "not_found";

describe.each(columns)("walls, column %s", (column) => {
  it(`are read by ${who[column]} where she lives or answers, on every door`, async () => {
    for (const place of places) {
      const may = reach[rows.wallRead.cells[column]].includes(place);
      const { group, others } = walls[place];
      const { id } = await others();
      const session = sessionOfColumn(world, column);
      const doors = [get(wallRoute, group.id), get(postRoute as never, id), get(commentsRoute as never, id)];
      for (const door of doors) {
        const answer = await askedAs(session, door);
        expect(answer.outcome, `${column}, ${place}`).toBe(may ? "ok" : "not_found");
      }
      const nothing = await askedAs(session, get(wallRoute, absent));
      if (!may) expect((await askedAs(session, get(wallRoute, group.id))).error).toEqual(nothing.error);
      const actor = await actorOfColumn(world, column);
      expect(await outcomeOf(groupRoom.gate(actor, group.id)), `room, ${place}`).toBe(may ? "ok" : "not_found");
    }
  });

  it(`are written on by ${who[column]} as their row says, by forms and by JSON`, async () => {
    for (const place of places) {
      const may = reach[rows.wallWrite.cells[column]].includes(place);
      const { group, others } = walls[place];
      const { id: postId, commentId } = await others();
      const before = await countRows();
      const said = () => ({ body: WORDS, clientId: randomUUID() });
      const outcomes = [
        await asForm(column, createPostAction, { groupId: group.id, ...said() }),
        await asForm(column, sharePostAction, { where: `groupe:${group.id}`, sharedId: postId, ...said() }),
        await asForm(column, commentPostAction, { postId, ...said() }),
        await asForm(column, reactToPostAction, { postId, kind: "merci" }),
        await asForm(column, reactToCommentAction, { commentId, kind: "merci" }),
        await asJson(column, publishRoute, { groupId: group.id, ...said() }),
        await asJson(column, commentRoute, { postId, ...said() }),
        await asJson(column, reactRoute, { postId, kind: "bravo" }),
        await asJson(column, reactToCommentRoute, { commentId, kind: "bravo" }),
      ];
      expect([...new Set(outcomes)], `${column}, ${place}`).toEqual([may ? "ok" : refusal(column, place)]);
      if (!may) expect(await countRows(), `${column}, ${place}`).toEqual(before);
    }
  });

  it(`are mended by ${who[column]} where the words are hers alone`, async () => {
    for (const place of places) {
      const { group, others } = walls[place];
      const theirs = await others();
      const expected = refusal(column, place);
      expect(await asForm(column, editPostAction, { postId: theirs.id, body: "Autre." })).toBe(expected);
      expect(await asForm(column, editCommentAction, { commentId: theirs.commentId, body: "Autre." })).toBe(expected);
      const actor = await actorOfColumn(world, column);
      if (actor.kind !== "member" || expected === "not_found") continue;
      const own = await createPostRow({ authorId: actor.id, groupId: group.id, commentBy: actor.id });
      expect(await asForm(column, editPostAction, { postId: own.id, body: "Autre." })).toBe("ok");
      expect(await asForm(column, editCommentAction, { commentId: own.commentId ?? "", body: "Autre." })).toBe("ok");
      expect(await asForm(column, removeCommentAction, { commentId: own.commentId ?? "" })).toBe("ok");
      expect(await asForm(column, removePostAction, { postId: own.id })).toBe("ok");
    }
  });

  it(`are kept by ${who[column]} as she answers for their place`, async () => {
    for (const place of places) {
      const { others } = walls[place];
      const { id: postId, commentId } = await others();
      const label = `${column}, ${place}`;
      const removes = reach[rows.postRemove.cells[column]].includes(place);
      // The country's own wall is kept by the national level; elsewhere it takes away and pins nothing.
      const pins = reach[rows.postPin.cells[column]].includes(place) || (column === "N" && place === "national");
      const expected = refusal(column, place);
      expect(await asForm(column, pinPostAction, { postId }), label).toBe(pins ? "ok" : expected);
      expect(await asForm(column, unpinPostAction, { postId }), label).toBe(pins ? "ok" : expected);
      expect(await asForm(column, removeCommentAction, { commentId }), label).toBe(removes ? "ok" : expected);
      expect(await asForm(column, removePostAction, { postId }), label).toBe(removes ? "ok" : expected);
    }
  });
});

describe("walls, beside the table", () => {
  it("are not read by the national level before it has said why, nor a day after", async () => {
    const { group } = walls["other section"];
    const session = world.cast.N.session;
    await db.groupVisit.updateMany({
      where: { groupId: group.id },
      data: { visitedAt: new Date(clock.now().getTime() - 25 * 3_600_000) },
    });
    expect((await askedAs(session, get(wallRoute, group.id))).outcome).toBe("not_found");
  });

  it("of the country are written by who answers for it, and commented by all, where the group says so", async () => {
    const { group, others } = walls.national;
    await db.group.update({ where: { id: group.id }, data: { postedBy: "manager" } });
    const said = () => ({ groupId: group.id, body: WORDS, clientId: randomUUID() });
    expect(await asJson("A", publishRoute, said())).toBe("forbidden");
    expect(await asJson("L", publishRoute, said())).toBe("forbidden");
    expect(await asJson("N", publishRoute, said())).toBe("ok");
    const { id: postId } = await others();
    expect(await asJson("A", commentRoute, { postId, body: WORDS, clientId: randomUUID() })).toBe("ok");
  });

  it("are read by whom their author blocked, who answers nothing there", async () => {
    const { group } = walls["own section"];
    const { id: postId, commentId } = await createPostRow({
      authorId: world.neverNamed.id,
      groupId: group.id,
      commentBy: world.neverNamed.id,
    });
    expect((await askedAs(world.cast.B.session, get(postRoute as never, postId))).outcome).toBe("ok");
    const about = { postId, body: WORDS, clientId: randomUUID() };
    expect(await asJson("B", commentRoute, about)).toBe("forbidden");
    expect(await asJson("B", reactRoute, { postId, kind: "merci" })).toBe("forbidden");
    expect(await asJson("B", reactToCommentRoute, { commentId, kind: "merci" })).toBe("forbidden");
    expect(await asForm("B", sharePostAction, { where: `groupe:${group.id}`, sharedId: postId, ...about })).not.toBe(
      "ok",
    );
    expect(await asJson("A", commentRoute, { ...about, clientId: randomUUID() })).toBe("ok");
  });
});
