import { outcomeOf, refusalOf, suspendInTheDatabase, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { jobs } from "@/composition.ts";
import {
  addItem,
  approveEvent,
  changeEvent,
  declineEvent,
  eventCommands,
  eventMailJobs,
  getEvent,
  listProposals,
  publishEvent,
  repeatEvent,
} from "@/features/events/index.ts";
import { clock } from "@/platform/clock.ts";
import type { Command } from "@/platform/command.ts";
import { db, sql } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import type { Mail } from "@/platform/mail.ts";
import { actorOfMember } from "@/platform/session.ts";
import { as, CLERMONT, createAs, dayIn, type EventsCast, eventsCast, factsOf, leafleting } from "./events-cast.ts";

const sent: Mail[] = [];
vi.mock("@/platform/mail.ts", () => ({ sendMail: async (mail: Mail) => void sent.push(mail) }));

let people: EventsCast;
beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
  people = await eventsCast();
});
beforeEach(() => db.$executeRaw(sql`delete from pgboss.job`));

/** Runs the mails that wait, as the queue would; answers those that left, by who reads them. */
async function deliver(): Promise<Mail[]> {
  sent.length = 0;
  const rows = await db.$queryRaw<{ name: string; data: never }[]>(sql`
    delete from pgboss.job where name = 'events.write-news' and state = 'created' returning name, data`);
  for (const { name, data } of rows) await eventMailJobs.find((job) => job.name === name)?.run(data);
  return [...sent].sort((a, b) => a.to.localeCompare(b.to));
}
const addresses = (mails: readonly Mail[]) => mails.map(({ to }) => to);
const emails = (...who: (keyof EventsCast)[]) => who.map((one) => people[one].email).sort();

describe("an event of an adherent", () => {
  it("is published at once, and the leaders of her section are told, once each", async () => {
    await createAs(people.adherent);
    const mails = await deliver();
    expect(addresses(mails)).toEqual(emails("leader", "second"));
    expect(mails[0]?.subject).toBe("Agnès Adhérente organise «\u00a0Tractage au marché Saint-Pierre\u00a0»");
    expect(await deliver()).toEqual([]);
  });

  it("tells nobody when a leader publishes, nor while it is a draft; publishing the draft does", async () => {
    await createAs(people.leader);
    const draft = await createAs(people.adherent, { stage: "draft" });
    expect(await deliver()).toEqual([]);
    expect(await outcomeOf(publishEvent(await as(people.stranger), { eventId: draft.id }))).toBe("not_found");
    expect(await publishEvent(await as(people.adherent), { eventId: draft.id })).toMatchObject({ stage: "published" });
    expect(await factsOf(draft.id)).toEqual(["event.created", "event.published"]);
    expect(addresses(await deliver())).toEqual(emails("leader", "second"));
    expect(await outcomeOf(publishEvent(await as(people.adherent), { eventId: draft.id }))).toBe("conflict");
  });

  it("is not published without a place, nor once its day has gone", async () => {
    const draft = await createAs(people.adherent, { stage: "draft", communeCode: "" });
    const publish = async () => refusalOf(publishEvent(await as(people.adherent), { eventId: draft.id }));
    expect(await publish()).toMatchObject({ reason: "event_needs_place" });
    const past = { startsAt: new Date("2026-01-01T09:00Z"), endsAt: new Date("2026-01-01T10:00Z") };
    await db.event.update({ where: { id: draft.id }, data: { onlineUrl: "https://visio.example/s", ...past } });
    expect(await publish()).toMatchObject({ reason: "event_past" });
  });
});

/** Approves what stands there now. */
async function approve(person: EventsCast["leader"], eventId: string) {
  const { changedAt } = await db.event.findUniqueOrThrow({ where: { id: eventId } });
  return approveEvent(await as(person), { eventId, changedAt: changedAt.getTime() });
}

describe("a proposal of a sympathiser", () => {
  const propose = async () => {
    const { id } = await createAs(people.sympathiser);
    const told = await deliver();
    return { id, told };
  };

  it("reaches the leaders, who publish it; its author is told and organises it", async () => {
    const { id, told } = await propose();
    expect(addresses(told)).toEqual(emails("leader", "second"));
    expect(told[0]?.subject).toContain("Une proposition de Samia Sympathisante");
    expect((await listProposals(await actorOfMember(people.leader.id), CLERMONT)).map((one) => one.id)).toContain(id);
    expect((await listProposals(await actorOfMember(people.federal.id), "national/63")).map((one) => one.id)).toContain(
      id,
    );
    for (const who of ["adherent", "stranger", "sympathiser"] as const)
      expect(await listProposals(await actorOfMember(people[who].id), CLERMONT)).toEqual([]);
    expect(await outcomeOf(approve(people.sympathiser, id))).toBe("forbidden");
    expect(await outcomeOf(approve(people.adherent, id))).toBe("not_found");

    await approve(people.leader, id);
    expect(await factsOf(id)).toEqual(["event.proposed", "event.published"]);
    const answered = await deliver();
    expect(addresses(answered)).toEqual(emails("sympathiser"));
    expect(answered[0]?.subject).toMatch(/^C’est publié/);
    expect((await getEvent(await actorOfMember(people.sympathiser.id), id)).can).toMatchObject({
      edit: true,
      cancel: true,
      organise: true,
    });
    expect(await outcomeOf(declineEvent(await as(people.second), { eventId: id, reason: "Trop tard." }))).toBe(
      "conflict",
    );
  });

  it("is hers again when it is declined, with the word that came; she proposes it anew", async () => {
    const { id } = await propose();
    await declineEvent(await as(people.leader), { eventId: id, reason: "Le marché est fermé ce jour-là." });
    const answered = await deliver();
    expect(addresses(answered)).toEqual(emails("sympathiser"));
    expect(answered[0]?.paragraphs.join(" ")).toContain("Le marché est fermé ce jour-là.");
    const mine = await getEvent(await actorOfMember(people.sympathiser.id), id);
    expect(mine).toMatchObject({ stage: "draft", declinedBecause: "Le marché est fermé ce jour-là." });
    expect(mine.can).toMatchObject({ publish: false, propose: true });
    expect(await publishEvent(await as(people.sympathiser), { eventId: id })).toMatchObject({ stage: "proposed" });
    expect(addresses(await deliver())).toEqual(emails("leader", "second"));
  });

  it("is published as its leader read it, and no otherwise", async () => {
    const { id: eventId } = await propose();
    let seconds = 0; // each act has its own moment
    vi.spyOn(clock, "now").mockImplementation(() => new Date(Date.now() + 1000 * ++seconds));
    const hers = await as(people.sympathiser);
    const read = async () => (await getEvent(await actorOfMember(people.leader.id), eventId)).changedAt;
    const { kind: _, scope: __, ...content } = leafleting({ title: "Tout autre chose", day: dayIn(6) });
    for (const change of [
      () => changeEvent(hers, { eventId, ...content }),
      () => addItem(hers, { eventId, label: "Des tomates", quantity: 12 }),
      () => repeatEvent(hers, { eventId, repeat: "weekly", until: "" }),
    ]) {
      const changedAt = await read();
      await change();
      expect(await refusalOf(approveEvent(await as(people.leader), { eventId, changedAt }))).toMatchObject({
        code: "conflict",
        reason: "changed_meanwhile",
      });
    }
    expect(await factsOf(eventId)).not.toContain("event.published");
    expect(await outcomeOf(approveEvent(await as(people.leader), { eventId, changedAt: await read() }))).toBe("ok");
    vi.restoreAllMocks();
  });

  it("is not told once it no longer waits, nor to who is suspended meanwhile", async () => {
    const { id } = await createAs(people.sympathiser);
    await approve(people.federal, id);
    expect(addresses(await deliver())).toEqual(emails("sympathiser"));
    const gone = { ...people, sympathiser: (await eventsCast()).sympathiser };
    const other = await createAs(gone.sympathiser);
    await deliver();
    await declineEvent(await as(people.leader), { eventId: other.id, reason: "Non merci." });
    await suspendInTheDatabase(gone.sympathiser.id);
    expect(await deliver()).toEqual([]);
  });

  it("may be mended by its author, who does not open to others what was agreed to", async () => {
    const { id } = await propose();
    await approve(people.leader, id);
    const { kind: _, scope: __, ...content } = leafleting({ title: "Tractage à la gare", day: dayIn(6) });
    const change = async (more: object) =>
      changeEvent(await as(people.sympathiser), { eventId: id, ...content, ...more });
    expect(await refusalOf(change({ audience: "everyone" }))).toMatchObject({
      fields: { audience: expect.anything() },
    });
    expect(await outcomeOf(change({}))).toBe("ok");
  });
});

describe("every command about one event", () => {
  it("finds nothing where there is nothing", async () => {
    const asked = Object.values(eventCommands as Record<string, Command>).flatMap((run) =>
      [{ eventId: "0123456789ab" }, { eventId: "0123456789ab", reason: "Rien." }]
        .filter((input) => run.input.safeParse(input).success)
        .map((input) => ({ run, input })),
    );
    expect(asked.length).toBeGreaterThan(6);
    for (const { run, input } of asked)
      expect(await outcomeOf(run(await as(people.leader), input)), run.commandName).toBe("not_found");
  });
});
