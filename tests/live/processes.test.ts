import { type Screen, startLive } from "@tests/support/live-server.ts";
import { startSmallRedis } from "@tests/support/small-redis.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { defineRoom } from "@/core/room.ts";
import { singletons } from "@/platform/singletons.ts";
import { person } from "./persons.ts";

// Two processes of one site, as two servers of this one: they share the database, and meet in a Redis.
const SOON = { timeout: 8_000 };
const square = defineRoom(
  "square",
  ["public", "members"],
  async (actor) => (actor.kind === "visitor" ? "public" : "members"),
  { presence: { mayType: () => true }, reached: async (ids) => new Map(ids.map((id) => [id, 7])) },
);

type LiveServer = Awaited<ReturnType<typeof startLive>>;
let redis: Awaited<ReturnType<typeof startSmallRedis>>;
let here: LiveServer;
let away: LiveServer;

beforeEach(async () => {
  singletons.limits = { consume: async () => {} };
  redis = await startSmallRedis();
  const options = { rooms: [square], calls: [], redisUrl: redis.url };
  here = await startLive({ ...options, reachEveryMs: 300 });
  away = await startLive(options);
});
afterEach(async () => {
  await here.close();
  await away.close();
  await redis.stop();
});

const enter = (screen: Screen) => screen.ask("join", { room: "square", id: "d1" });
const frame = (n: number) => ({ room: square.of("d1", "public"), kind: "news", data: { n } });
const news = (screen: Screen) => screen.frames.filter(({ kind }) => kind === "news").map(({ data }) => data);
const last = (screen: Screen, kind: string) => screen.frames.findLast((one) => one.kind === kind)?.data;
/** Told until it is heard: the processes may still be meeting. */
const heard = (screen: Screen, n: number) =>
  expect
    .poll(() => {
      away.live.emit(frame(n));
      return news(screen);
    }, SOON)
    .toContainEqual({ n });

describe("two processes", () => {
  it("tell the screens of both, each frame once", async () => {
    const [one, other] = [await here.open(null), await away.open(null)];
    for (const screen of [one, other]) await enter(screen);
    await heard(one, 1);
    one.frames.length = other.frames.length = 0;
    away.live.emit(frame(2));
    for (const screen of [one, other]) await expect.poll(() => news(screen), SOON).toContainEqual({ n: 2 });
    here.live.emit(frame(3));
    for (const screen of [one, other]) await expect.poll(() => news(screen), SOON).toContainEqual({ n: 3 });
    for (const screen of [one, other])
      expect(news(screen).filter((data) => (data as { n: number }).n > 1)).toHaveLength(2);
  });

  it("add up who is there and who writes", async () => {
    const [one, other] = [await here.open(null), await away.open((await person("Amel")).session)];
    for (const screen of [one, other]) await enter(screen);
    other.socket.emit("typing", { room: "square", id: "d1" });
    await expect.poll(() => last(one, "presence"), SOON).toEqual({ here: 2 });
    await expect.poll(() => last(other, "presence"), SOON).toEqual({ here: 2 });
    other.socket.emit("typing", { room: "square", id: "d1" });
    await expect.poll(() => last(one, "typing"), SOON).toEqual({ typing: 1 });
    other.socket.disconnect();
    await expect.poll(() => last(one, "presence"), SOON).toEqual({ here: 1 });
  });

  it("cut the sockets of a member in both", async () => {
    const [amel, bruno] = [await person("Amel"), await person("Bruno")];
    const [one, other] = [await here.open(amel.session), await here.open(bruno.session)];
    await enter(other);
    await heardByMembers(other);
    away.live.cut([`member:${amel.id}`]);
    await expect.poll(() => one.socket.connected).toBe(false);
    expect(one.ended).toBe(true);
    expect(other.socket.connected).toBe(true);
  });

  const heardByMembers = (screen: Screen) =>
    expect
      .poll(() => {
        away.live.emit({ ...frame(1), room: square.of("d1", "members") });
        return news(screen);
      }, SOON)
      .toContainEqual({ n: 1 });
});

describe("without Redis", () => {
  it("each process serves its own screens, hung or gone, and both meet again when it is back", async () => {
    const [one, other] = [await here.open(null), await away.open(null)];
    for (const screen of [one, other]) await enter(screen);
    await heard(one, 1);
    redis.hang();
    away.live.emit(frame(2));
    await expect.poll(() => news(other)).toContainEqual({ n: 2 });
    await redis.stop();
    away.live.emit(frame(3));
    await expect.poll(() => news(other)).toContainEqual({ n: 3 });
    expect(news(one)).not.toContainEqual({ n: 3 });
    redis = await startSmallRedis(Number(new URL(redis.url).port));
    await heard(one, 4);
  });

  it("screens are told all the same how far the logs of their rooms go, once each time that they moved", async () => {
    const screen = await here.open(null);
    await enter(screen);
    await expect.poll(() => last(screen, "entries"), SOON).toEqual({ upTo: 7 });
    const told = screen.frames.length;
    await expect.poll(() => last(screen, "presence"), SOON).toEqual({ here: 1 });
    expect(screen.frames.filter(({ kind }) => kind === "entries")).toHaveLength(1);
    expect(told).toBeGreaterThan(0);
  });
});
