import { createGroup } from "@tests/support/groups-world.ts";
import { columns, places, reach, rows, who } from "@tests/support/matrix.ts";
import {
  actorOfColumn,
  createPerson,
  createWorld,
  type Person,
  scopes,
  sessionOfColumn,
  type World,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { listPostsById, photosOf, videosOf } from "@/features/posts/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { createPost, mediaOf, showPhoto, showVideo } from "./post-media-world.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);

let world: World;
let groups: Map<string, string>;
let open: string;
let closed: string;
let insider: Person;
beforeAll(async () => {
  withoutLimits();
  world = await createWorld();
  insider = await createPerson("Irène Intérieure");
  const kept = await db.group.findMany({
    where: { place: { in: Object.values(scopes) } },
    select: { id: true, place: true },
  });
  groups = new Map(kept.map(({ id, place }) => [place ?? "", id]));
  open = (await createGroup({ members: [insider] })).id;
  closed = (await createGroup({ entry: "closed", members: [insider] })).id;
});

type Media = { photo: string; video: string };
const asPerson = (session: string | null) => (session ? ({ session } as Person) : null);

/** What every door says of a photo and a video: the bytes, small and large, a part, the head; and the views of the post. */
async function doors(session: string | null, actor: Actor, { photo, video }: Media, postId: string | null) {
  const person = asPerson(session);
  const answers = [
    await showPhoto(person, photo),
    await showPhoto(person, photo, "?taille=petite"),
    await showPhoto(person, photo, "", { "if-none-match": `"${photo}-grande"` }),
    await showVideo(session, video),
    await showVideo(session, video, { range: "bytes=0-1" }),
    await showVideo(session, video, {}, "HEAD"),
  ];
  const seen = postId
    ? [(await photosOf(actor, [postId])).has(postId), (await videosOf(actor, [postId])).has(postId)]
    : [];
  return { statuses: answers.map(({ status }) => status), seen, answers };
}
const all = { statuses: [200, 200, 304, 200, 206, 200], seen: [true, true] };
const nothing = { statuses: Array(6).fill(404), seen: [false, false] };

async function expectDoors(
  column: (typeof columns)[number],
  media: Media,
  postId: string | null,
  may: boolean,
  what: string,
) {
  const [session, actor] = [sessionOfColumn(world, column), await actorOfColumn(world, column)];
  const { statuses, seen } = await doors(session, actor, media, postId);
  const expected = may ? all : nothing;
  expect({ statuses, seen }, what).toEqual(postId ? expected : { ...expected, seen: [] });
}

describe.each(columns)("photos and videos, column %s", (column) => {
  it(`of a place’s wall are given to ${who[column]} as the matrix says, by every address`, async () => {
    for (const place of places) {
      const postId = await createPost(world.neverNamed, { groupId: groups.get(scopes[place]) ?? "" });
      const may = reach[rows.postMedia.cells[column]].includes(place);
      await expectDoors(column, await mediaOf(postId, world.neverNamed), postId, may, place);
    }
  });

  it(`of an open group are given to ${who[column]} unless nobody knows her; of a closed one, never`, async () => {
    const known = !["V", "U", "suspended"].includes(column);
    const [inOpen, inClosed] = [
      await createPost(insider, { groupId: open }),
      await createPost(insider, { groupId: closed }),
    ];
    await expectDoors(column, await mediaOf(inOpen, insider), inOpen, known, "open");
    await expectDoors(column, await mediaOf(inClosed, insider), inClosed, false, "closed");
  });

  it(`on their way, removed or hidden are nobody’s but their sender’s: not ${who[column]}’s`, async () => {
    const now = clock.now();
    for (const gone of [{ removedAt: now }, { hiddenAt: now }]) {
      const postId = await createPost(insider, { groupId: open, ...gone });
      await expectDoors(column, await mediaOf(postId, insider), postId, false, JSON.stringify(Object.keys(gone)));
    }
    await expectDoors(column, await mediaOf(null, insider), null, false, "on its way");
  });

  it(`of a profile’s post are given to ${who[column]} as the post is, never to the web`, async () => {
    const author = world.neverNamed;
    for (const audience of ["coopains", "members", "everyone"] as const) {
      const postId = await createPost(author, { audience });
      const actor = await actorOfColumn(world, column);
      const reads = (await listPostsById(actor, [postId])).length === 1;
      const may = reads && actor.kind === "member";
      if (column === "B" || column === "suspended") expect(reads).toBe(false);
      await expectDoors(column, await mediaOf(postId, author), postId, may, audience);
    }
  });
});

describe("an answer about what is hidden", () => {
  it("is the answer about what does not exist, word for word, however it is asked", async () => {
    const postId = await createPost(insider, { groupId: closed });
    const { photo, video } = await mediaOf(postId, insider);
    const { session } = world.cast.A;
    const text = async (response: Response) => [response.status, await response.text(), ...headersOf(response)];
    const absent = newId();
    for (const search of ["", "?taille=petite", "?taille=enorme", "?id=x"])
      expect(await text(await showPhoto(asPerson(session), photo, search))).toEqual(
        await text(await showPhoto(asPerson(session), absent, search)),
      );
    for (const headers of [{}, { range: "bytes=0-1" }, { range: "bytes=9999-" }] as Record<string, string>[])
      expect(await text(await showVideo(session, video, headers))).toEqual(
        await text(await showVideo(session, absent, headers)),
      );
    for (const id of ["__proto__", "..", "%00", "a".repeat(500), "0123456789aB"]) {
      expect((await showPhoto(asPerson(session), encodeURIComponent(id))).status).toBe(404);
      expect((await showVideo(session, encodeURIComponent(id))).status).toBe(404);
    }
  });

  it("tells nothing of a post for adherents to who is none", async () => {
    const postId = await createPost(insider, { groupId: open, adherentsOnly: true });
    const media = await mediaOf(postId, insider);
    await expectDoors("S", media, postId, false, "sympathiser");
    await expectDoors("A", media, postId, true, "adherent");
  });
});

const headersOf = (response: Response) =>
  [...response.headers].filter(([name]) => !/^(?:date|x-request-id)$/.test(name)).sort();
