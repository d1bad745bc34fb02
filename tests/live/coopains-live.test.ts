import { startLive } from "@tests/support/live-server.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  acceptRequest,
  blockMember,
  cancelRequest,
  refuseRequest,
  removeCoopain,
  requestCoopain,
} from "@/features/coopains/index.ts";
import { db } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import { person } from "./persons.ts";

const SOON = { timeout: 5_000 };
let live: Awaited<ReturnType<typeof startLive>>;
beforeAll(async () => {
  singletons.limits = { consume: async () => {} };
  live = await startLive();
});
afterAll(() => live.close());

/** Somebody with one screen on her own room. */
async function onScreen(name: string) {
  const { id, session } = await person(name);
  const screen = await live.open(session);
  expect(await screen.ask("join", { room: "person", id })).toMatchObject({ value: { audience: "self" } });
  return { id, session, screen, caller: { actor: await actorOfMember(id) } };
}
type OnScreen = Awaited<ReturnType<typeof onScreen>>;
const both = () => Promise.all([onScreen("Inès Demande"), onScreen("Marc Répond")]);
const ask = (from: OnScreen, to: OnScreen) => requestCoopain(from.caller, { memberId: to.id, words: "Salut" });
const requestOf = async (from: OnScreen, to: OnScreen) => {
  const { id } = await db.coopainRequest.findFirstOrThrow({
    where: { fromId: from.id, toId: to.id },
    orderBy: { sentAt: "desc" },
  });
  return { requestId: id };
};
const signals = ({ screen }: OnScreen) => screen.frames.filter(({ kind }) => kind === "coopains");
const reached = (who: OnScreen, count: number) => expect.poll(() => signals(who).length, SOON).toBe(count);

describe("a member’s own room", () => {
  it("is hers alone: closed to others, visitors, and for ids of nobody, with one answer", async () => {
    const [ines, marc] = await both();
    const stranger = await live.open(null);
    const answers = [
      await marc.screen.ask("join", { room: "person", id: ines.id }),
      await stranger.ask("join", { room: "person", id: ines.id }),
      await marc.screen.ask("join", { room: "person", id: "zzzzzzzzzzzz" }),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ error: { code: "not_found" } });
  });

  it("is signalled a request at once, with nothing in the frame; so are both an acceptance", async () => {
    const [ines, marc] = await both();
    await ask(ines, marc);
    await reached(marc, 1);
    expect(JSON.stringify(signals(marc))).not.toMatch(new RegExp(`Inès|Salut|${ines.id}`));
    expect(signals(marc)[0]?.data).toEqual({});
    expect(signals(ines)).toEqual([]);
    await acceptRequest(marc.caller, await requestOf(ines, marc));
    await reached(ines, 1);
    await reached(marc, 2);
  });

  it("hears nothing of a refusal, a removal or a block by the other", async () => {
    const [ines, marc] = await both();
    await ask(ines, marc);
    await reached(marc, 1);
    await refuseRequest(marc.caller, await requestOf(ines, marc));
    await cancelRequest(ines.caller, await requestOf(ines, marc));
    await ask(ines, marc); // silently nothing new
    await ask(marc, ines);
    await reached(ines, 1);
    await acceptRequest(ines.caller, await requestOf(marc, ines));
    await reached(ines, 2);
    const before = signals(ines).length;
    await removeCoopain(marc.caller, { memberId: ines.id });
    await blockMember(marc.caller, { memberId: ines.id });
    await reached(marc, 5); // asked, refused, accepted, removed, blocked: her own screens
    expect(signals(ines)).toHaveLength(before);
  });

  it("sees a request go that was taken back", async () => {
    const [ines, marc] = await both();
    await ask(ines, marc);
    await reached(marc, 1);
    await cancelRequest(ines.caller, await requestOf(ines, marc));
    await reached(marc, 2);
  });
});
