import { createEvent } from "@tests/support/events-world.ts";
import { createGroupRow } from "@tests/support/posts-world.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as events from "@/features/events/index.ts";
import { publishReport } from "@/features/field-reports/index.ts";
import * as participation from "@/features/participation/index.ts";
import { db } from "@/platform/db/client.ts";
import { acting, type Somebody, somebody } from "./coopains-world.ts";
import { leafleting } from "./events-cast.ts";
import { forgetAll, linesOf, mute, prepareNotices, tellAll, textsOf } from "./notices-world.ts";
import { leave, recorded, runJob, signUp } from "./participation-world.ts";

let people: Record<"leader" | "ines" | "bruno" | "carla" | "far", Somebody>;

beforeAll(async () => {
  await prepareNotices();
  const leads = [{ role: "section_leader" as const, scope: "national/63/63113" }];
  people = {
    leader: await somebody("Lucie Locale", { adherent: true, mandates: leads }),
    ines: await somebody("Inès Bonnet", { adherent: true }),
    bruno: await somebody("Bruno Roux"),
    carla: await somebody("Carla Costa", { card: "coopains" }),
    far: await somebody("Paul Passant", { section: "03185" }),
  };
});
beforeEach(forgetAll);

/** An event that Inès prepares, where these members have a place. */
async function attended(who: readonly Somebody[], options: Parameters<typeof createEvent>[0] = {}) {
  const event = await createEvent({ organiserIds: [people.ines.id], ...options });
  for (const one of who) await signUp(one, event.shiftId);
  await forgetAll();
  return event;
}
const byTheWay = /^(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) /;

describe("an event that is published", () => {
  it("is told to those of its section, and to those in charge as theirs to look at; not to who publishes it", async () => {
    await events.createEvent(people.ines.caller, leafleting());
    await tellAll();
    const [line] = await textsOf(people.bruno, "event.published");
    expect(line).toMatch(/^Nouvel événement : « Tractage au marché Saint-Pierre », \S+ \d.* à 9 h, à /);
    expect(await textsOf(people.leader, "event.organising")).toEqual([
      "Inès Bonnet organise « Tractage au marché Saint-Pierre » dans un lieu dont tu réponds",
    ]);
    expect(await linesOf(people.ines)).toEqual([]);
    expect(await linesOf(people.far)).toEqual([]);
  });

  it("by a group is told to its members wherever they live; muted, to nobody who did", async () => {
    const group = await createGroupRow({
      members: { [people.ines.id]: "lead", [people.far.id]: "member", [people.carla.id]: "member" },
    });
    await mute(people.carla, `group:${group.id}`);
    await events.createEvent(
      people.ines.caller,
      leafleting({ groupId: group.id, audience: "group", scope: "national/63" }),
    );
    await tellAll();
    expect(await textsOf(people.far, "event.published")).toHaveLength(1);
    expect(await linesOf(people.carla)).toEqual([]);
    expect(await linesOf(people.bruno)).toEqual([]);
  });

  it("of a federation is in the agenda, and nobody's line", async () => {
    const federal = await somebody("Farid Fédéral", { mandates: [{ role: "federation_admin", scope: "national/63" }] });
    await events.createEvent(federal.caller, leafleting({ scope: "national/63", audience: "federation" }));
    await tellAll();
    expect(await linesOf(people.bruno)).toEqual([]);
  });

  it("after it was proposed is told to who proposed it, and was theirs to answer", async () => {
    const { id } = await events.createEvent(people.bruno.caller, leafleting());
    await tellAll();
    expect(await textsOf(people.leader, "event.organising")).toEqual([
      "Bruno Roux propose « Tractage au marché Saint-Pierre » : à toi de publier, ou de répondre",
    ]);
    expect(await linesOf(people.ines)).toEqual([]);
    const { changedAt } = await db.event.findUniqueOrThrow({ where: { id } });
    await events.approveEvent(people.leader.caller, { eventId: id, changedAt: changedAt.getTime() });
    await tellAll();
    expect(await textsOf(people.bruno, "event.organising")).toEqual([
      "Ta proposition « Tractage au marché Saint-Pierre » est publiée",
    ]);
  });
});

describe("being asked", () => {
  it("to come is told once, as long as it stands", async () => {
    const event = await attended([], { audience: "invited" });
    const invited = { eventId: event.id, memberId: people.bruno.id };
    await events.inviteMember(people.ines.caller, invited);
    await tellAll();
    const [line] = await textsOf(people.bruno, "event.invited");
    expect(line).toMatch(/^Inès Bonnet t’invite à « Marché Saint-Pierre », /);
    await events.uninviteMember(people.ines.caller, invited);
    expect(await linesOf(people.bruno)).toEqual([]);
    await forgetAll();
    await events.inviteMember(people.ines.caller, invited);
    await tellAll();
    expect(await linesOf(people.bruno)).toEqual([]);
  });

  it("to prepare it, to be called, or to organise together, is told to who is asked, then to who asked", async () => {
    const event = await attended([]);
    await events.addOrganiser(people.ines.caller, { eventId: event.id, memberId: people.bruno.id });
    await events.nameContact(people.ines.caller, { eventId: event.id, memberId: people.leader.id });
    const given = { eventId: event.id, phone: "06 12 34 56 78", consent: "oui" as const };
    await events.answerContact(people.leader.caller, given);
    await tellAll();
    expect(await textsOf(people.bruno, "event.organising")).toEqual([
      "Tu prépares « Marché Saint-Pierre » avec d’autres",
    ]);
    expect(await textsOf(people.leader, "event.organising")).toEqual([
      "On te propose d’être la personne à appeler pour « Marché Saint-Pierre »",
    ]);
    expect(await textsOf(people.ines, "event.organising")).toEqual([
      "On peut appeler quelqu’un pour « Marché Saint-Pierre »",
    ]);
    expect(await linesOf(people.carla)).toEqual([]);
  });
});

describe("those who come", () => {
  it("are told of a change, of its hour and place by name, and of a cancellation; not who does it, nor who left", async () => {
    const event = await attended([people.bruno, people.carla, people.ines]);
    const held = await db.signUp.findFirstOrThrow({ where: { memberId: people.carla.id, shiftId: event.shiftId } });
    await leave(held.id);
    await forgetAll();
    const changeId = "changeofhour";
    await db.eventChange.create({
      data: {
        id: changeId,
        eventId: event.id,
        kind: "changed",
        fields: ["startsAt", "meetingPoint"],
        before: {},
        told: true,
        byId: people.ines.id,
        at: new Date(),
      },
    });
    await recorded(async ({ record }) => record(events.eventChanged({ eventId: event.id, changeId })));
    await tellAll();
    const [line] = await textsOf(people.bruno, "event.changed");
    expect(line).toMatch(/^« Marché Saint-Pierre » change d’horaire et de lieu : /);
    expect(line?.split(" : ")[1]).toMatch(byTheWay);
    for (const who of [people.carla, people.ines]) expect(await linesOf(who)).toEqual([]);
    await events.cancelEvent(people.ines.caller, { eventId: event.id, reason: "Il va neiger." });
    await tellAll();
    expect(await textsOf(people.bruno, "event.changed")).toEqual(["« Marché Saint-Pierre » est annulé"]);
    for (const who of [people.carla, people.ines]) expect(await linesOf(who)).toEqual([]);
  });

  it("are told when a place comes or goes without them, in no word of what they may not see any more", async () => {
    const event = await attended([people.bruno], { maximum: 1, audience: "invited" });
    await signUp(people.far, event.shiftId);
    await tellAll();
    expect(await linesOf(people.far)).toEqual([]);
    const held = await db.signUp.findFirstOrThrow({ where: { memberId: people.bruno.id, shiftId: event.shiftId } });
    await participation.removeSignUp(people.ines.caller, { signUpId: held.id, words: "Une erreur." });
    await tellAll();
    expect(await textsOf(people.bruno, "event.place")).toEqual(["Tu n’es plus inscrit·e à un événement"]);
    const [line] = await textsOf(people.far, "event.place");
    expect(line).toMatch(/« Marché Saint-Pierre »/);
  });

  it("are recalled it, until it begins", async () => {
    const event = await attended([people.bruno], { inHours: 1.5 });
    await db.signUp.updateMany({
      where: { memberId: people.bruno.id, shiftId: event.shiftId },
      data: { signedUpAt: new Date(Date.now() - 86_400_000) },
    });
    await runJob("participation.remind");
    await tellAll();
    const [line] = await textsOf(people.bruno, "event.reminder");
    expect(line).toMatch(/^Rappel : « Marché Saint-Pierre », /);
    await db.shift.update({ where: { id: event.shiftId }, data: { startsAt: new Date(Date.now() - 60_000) } });
    expect(await linesOf(people.bruno)).toEqual([]);
  });

  it("read announcements and answers; organisers, questions", async () => {
    const event = await attended([people.bruno, people.carla]);
    await participation.announce(people.ines.caller, { eventId: event.id, words: "Prenez un gilet." });
    await tellAll();
    expect(await textsOf(people.bruno, "event.announced")).toEqual([
      "Inès Bonnet écrit à celles et ceux qui viennent à « Marché Saint-Pierre »",
    ]);
    expect(await linesOf(people.ines)).toEqual([]);
    const { noteId } = await participation.askQuestion(people.carla.caller, {
      eventId: event.id,
      words: "Où se garer ?",
    });
    await tellAll();
    expect(await textsOf(people.ines, "event.organising")).toEqual([
      "Un·e membre pose une question sur « Marché Saint-Pierre »",
    ]);
    await participation.answerQuestion(people.ines.caller, { noteId, words: "Place du marché." });
    await tellAll();
    expect(await textsOf(people.carla, "event.announced")).toContain(
      "Inès Bonnet a répondu à ta question sur « Marché Saint-Pierre »",
    );
    await participation.hideNote(people.ines.caller, { noteId });
    expect(await textsOf(people.ines, "event.organising")).toEqual([]);
    await db.signUp.updateMany({
      where: { memberId: people.bruno.id },
      data: { state: "left", leftAt: new Date(), leftBecause: "cancelled" },
    });
    expect(await textsOf(people.bruno, "event.announced")).toEqual([]);
  });

  it("read what came of it, once it is told", async () => {
    const event = await attended([people.bruno, people.carla]);
    const over = { startsAt: new Date(Date.now() - 7_200_000), endsAt: new Date(Date.now() - 3_600_000) };
    await db.event.update({ where: { id: event.id }, data: over });
    await db.shift.update({ where: { id: event.shiftId }, data: over });
    const { actor } = await acting(people.ines.id);
    const { id } = await publishReport({ actor }, { eventId: event.id, leaflets: "200" });
    await tellAll();
    const [line] = (await linesOf(people.bruno)).filter(({ kind }) => kind === "event.reported");
    expect(line).toMatchObject({
      text: "Inès Bonnet raconte « Marché Saint-Pierre »",
      href: `/terrain/comptes-rendus/${id}`,
    });
    expect(await linesOf(people.ines)).toEqual([]);
    expect(await linesOf(people.far)).toEqual([]);
    await db.fieldReport.update({ where: { id }, data: { hiddenAt: new Date() } });
    expect(await linesOf(people.bruno)).toEqual([]);
  });
});
