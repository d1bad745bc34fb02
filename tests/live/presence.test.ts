import { type Screen, startLive } from "@tests/support/live-server.ts";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { system } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { defineRoom } from "@/core/room.ts";
import { suspendMember } from "@/features/accounts/index.ts";
import { singletons } from "@/platform/singletons.ts";
import { person } from "./persons.ts";

const SOON = { timeout: 5_000 };
type LiveServer = Awaited<ReturnType<typeof startLive>>;
type Audience = "public" | "members";

let logOf: Map<string, number>;
/** Everybody may enter but in "cave". */
const square = defineRoom<Audience>(
  "square",
  ["public", "members"],
  async (actor, id) => {
    if (id === "cave") throw new AppError("not_found", "absent");
    return actor.kind === "visitor" ? "public" : "members";
  },
  { presence: { mayType: (actor) => actor.kind === "member" }, reached: async () => logOf },
);

let live: LiveServer;
const start = async (options: Parameters<typeof startLive>[0] = {}) => {
  live = await startLive({ rooms: [square], calls: [], ...options });
};
beforeAll(() => {
  singletons.limits = { consume: async () => {} };
  logOf = new Map();
});
afterEach(() => live.close());

/** The last word of a kind, once it went out: a second passes each time that it is asked. */
const last = (screen: Screen, kind: string) => {
  live.live.presence.tick();
  return screen.frames.findLast((frame) => frame.kind === kind)?.data;
};
const enter = (screen: Screen, id = "d1") => screen.ask("join", { room: "square", id });
const writes = (screen: Screen, more: object = {}) =>
  screen.socket.emit("typing", { room: "square", id: "d1", ...more });

describe("who is there", () => {
  it("is the number of members and of visitors’ screens, told to both audiences", async () => {
    await start();
    const amel = await person("Amel");
    const [tab, secondTab, bruno, visitor] = await Promise.all([
      live.open(amel.session),
      live.open(amel.session),
      live.open((await person("Bruno")).session),
      live.open(null),
    ]);
    for (const screen of [tab, secondTab, bruno]) await enter(screen);
    expect(await enter(visitor)).toEqual({ value: { audience: "public", here: 3 } });
    for (const screen of [tab, visitor]) await expect.poll(() => last(screen, "presence"), SOON).toEqual({ here: 3 });
    tab.socket.disconnect();
    bruno.socket.disconnect();
    await expect.poll(() => last(visitor, "presence"), SOON).toEqual({ here: 2 });
    await secondTab.ask("leave", { room: "square", id: "d1" });
    await expect.poll(() => last(visitor, "presence"), SOON).toEqual({ here: 1 });
    expect(JSON.stringify(visitor.frames)).not.toMatch(new RegExp(`Amel|Bruno|${amel.id}`));
  });

  it("no longer counts a member who is suspended, and tells her nothing more", async () => {
    await start();
    const marc = await person("Marc");
    const [screen, visitor] = [await live.open(marc.session), await live.open(null)];
    for (const one of [screen, visitor]) await enter(one);
    await expect.poll(() => last(visitor, "presence"), SOON).toEqual({ here: 2 });
    await suspendMember({ actor: system }, { memberId: marc.id, reason: "Propos contraires à la règle 2." } as never);
    await expect.poll(() => last(visitor, "presence"), SOON).toEqual({ here: 1 });
    expect(last(screen, "presence")).not.toEqual({ here: 1 });
  });

  it("tells nothing to whoever was refused", async () => {
    await start();
    const [inside, outside] = [await live.open(null), await live.open(null)];
    expect((await enter(outside, "cave")).error?.code).toBe("not_found");
    await enter(inside);
    await expect.poll(() => last(inside, "presence"), SOON).toEqual({ here: 1 });
    expect(outside.frames).toEqual([]);
    expect(live.live.presence.idsOf(square)).toEqual(["d1"]);
  });

  it("forgets the rooms that everybody left", async () => {
    await start();
    const screens = await Promise.all(Array.from({ length: 8 }, () => live.open(null)));
    await Promise.all(screens.map((screen, n) => enter(screen, `d${n}`)));
    expect(live.live.presence.size()).toBe(16);
    for (const { socket } of screens) socket.disconnect();
    await expect.poll(() => live.live.presence.size(), SOON).toBe(0);
  });
});

describe("who writes", () => {
  it("is the number of members in the room who do, and not of visitors", async () => {
    await start();
    const [amel, bruno] = await Promise.all([
      live.open((await person("Amel")).session),
      live.open((await person("Bruno")).session),
    ]);
    const [visitor, elsewhere] = [await live.open(null), await live.open((await person("Chloé")).session)];
    for (const screen of [amel, bruno, visitor]) await enter(screen);
    await enter(elsewhere, "d2");
    for (const screen of [amel, bruno, visitor, elsewhere]) writes(screen);
    await expect.poll(() => last(visitor, "typing"), SOON).toEqual({ typing: 2 });
    writes(amel, { over: true });
    await expect.poll(() => last(visitor, "typing"), SOON).toEqual({ typing: 1 });
    expect(last(elsewhere, "typing")).toBeUndefined();
  });

  it("is not troubled by junk", async () => {
    await start();
    const screen = await live.open((await person("Amel")).session);
    await enter(screen);
    for (const asked of [null, 3, "x", [], {}, { room: {} }, { room: "square" }, { room: "square", id: { a: 1 } }])
      screen.socket.emit("typing", asked);
    screen.socket.emit("typing");
    screen.socket.emit("typing", { room: "__proto__", id: "d1" }, "and", ["more"]);
    writes(screen, { id: "d9" });
    writes(screen);
    await expect.poll(() => last(screen, "typing"), SOON).toEqual({ typing: 1 });
    expect(live.live.presence.size()).toBe(2);
  });
});

describe("what one may take of the server", () => {
  const caps = { socketsPerAddress: 4, socketsPerSession: 2, eventsPer10Seconds: 50 };

  it("is so many sockets a session and an address, until some close", async () => {
    await start({ caps });
    const { session } = await person("Amel");
    const tabs = [await live.open(session), await live.open(session)];
    await expect(live.open(session)).rejects.toMatchObject({ data: { code: "rate_limited" } });
    tabs[0]?.socket.disconnect();
    await expect.poll(() => live.live.io.engine.clientsCount, SOON).toBe(1);
    await live.open(session);
    await Promise.all([live.open(null), live.open(null)]);
    await expect(live.open(null)).rejects.toThrow();
    tabs[1]?.socket.disconnect();
    await expect.poll(() => live.live.io.engine.clientsCount, SOON).toBe(3);
    await live.open(null);
  });

  it("is so many events, unknown ones included, which do nothing", async () => {
    await start({ caps });
    const [flood, calm] = [await live.open(null), await live.open(null)];
    await enter(calm);
    for (let n = 0; n < 40; n++) calm.socket.emit(`unknown ${n}`, { n });
    expect((await enter(calm)).value).toBeDefined();
    for (let n = 0; n < 60; n++) flood.socket.emit("nothing", { n });
    await expect.poll(() => flood.socket.connected, SOON).toBe(false);
    expect(calm.socket.connected).toBe(true);
  });

  it("is so many rooms a socket", async () => {
    await start();
    const screen = await live.open(null);
    const answers = await Promise.all(Array.from({ length: 55 }, (_, n) => enter(screen, `d${n}`)));
    expect(answers.filter(({ error }) => error?.code === "rate_limited")).toHaveLength(5);
  });
});
