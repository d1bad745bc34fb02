import { createGroup } from "@tests/support/groups-world.ts";
import { startLive } from "@tests/support/live-server.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  answerGroupRequest,
  askToJoin,
  cancelGroupRequest,
  inviteToGroup,
  withdrawInvitation,
} from "@/features/groups/index.ts";
import { termsOf } from "@/features/groups/request-terms.rules.ts";
import { db, sql } from "@/platform/db/client.ts";
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
  expect(await screen.ask("join", { room: "entry", id })).toMatchObject({ value: { audience: "self" } });
  return { id, screen, caller: { actor: await actorOfMember(id) } };
}
type OnScreen = Awaited<ReturnType<typeof onScreen>>;
const signals = ({ screen }: OnScreen) => screen.frames.filter(({ kind }) => kind === "entry");
const reached = (who: OnScreen, count: number) => expect.poll(() => signals(who).length, SOON).toBe(count);

/** Asks to come in; the id of her request. */
async function ask(who: OnScreen, groupId: string): Promise<string> {
  await askToJoin(who.caller, { groupId, terms: termsOf({ questions: [], rules: "" }) });
  const waiting = { groupId, memberId: who.id, answeredAt: null, cancelledAt: null };
  return (await db.groupRequest.findFirstOrThrow({ where: waiting })).id;
}

describe("a member’s own room about groups", () => {
  it("is hers alone", async () => {
    const [ines, marc] = [await onScreen("Inès Demande"), await onScreen("Marc Gère")];
    const stranger = await live.open(null);
    const answers = [
      await marc.screen.ask("join", { room: "entry", id: ines.id }),
      await stranger.ask("join", { room: "entry", id: ines.id }),
      await marc.screen.ask("join", { room: "entry", id: "zzzzzzzzzzzz" }),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ error: { code: "not_found" } });
  });

  it("is signalled a request to those who keep the group and its answer to who asked, and nothing more to anybody", async () => {
    const [ines, lead, member, blocked] = [
      await onScreen("Inès Demande"),
      await onScreen("Lina Responsable"),
      await onScreen("Mona Membre"),
      await onScreen("Bea Bloquée"),
    ];
    const people = { leads: [lead], managers: [blocked], members: [member] };
    const group = await createGroup({ entry: "request", ...people });
    await db.block.create({ data: { blockerId: ines.id, blockedId: blocked.id, blockedAt: new Date() } });
    const first = await ask(ines, group.id);
    await reached(lead, 1);
    expect(signals(lead)[0]?.data).toEqual({});
    await cancelGroupRequest(ines.caller, { requestId: first });
    await reached(lead, 2);
    const requestId = await ask(ines, group.id);
    await reached(lead, 3);
    expect(signals(ines)).toEqual([]);
    await answerGroupRequest(lead.caller, { requestId, answer: "oui" });
    await reached(ines, 1);
    await reached(lead, 4);
    expect([signals(member), signals(blocked)]).toEqual([[], []]);
  });

  it("is signalled an invitation and its withdrawal, to who is invited alone", async () => {
    const [ines, lead] = [await onScreen("Inès Invitée"), await onScreen("Lina Responsable")];
    const group = await createGroup({ entry: "closed", leads: [lead] });
    const since = new Date();
    await db.$executeRaw(sql`insert into coopain (member_id, other_id, since)
      values (${lead.id}, ${ines.id}, ${since}), (${ines.id}, ${lead.id}, ${since})`);
    await inviteToGroup(lead.caller, { groupId: group.id, memberId: ines.id });
    await reached(ines, 1);
    const { id: invitationId } = await db.groupInvitation.findFirstOrThrow({ where: { memberId: ines.id } });
    await withdrawInvitation(lead.caller, { invitationId });
    await reached(ines, 2);
    expect(signals(lead)).toEqual([]);
  });
});
