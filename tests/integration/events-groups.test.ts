import { createEvent } from "@tests/support/events-world.ts";
import { createPerson, type Person, refusalOf, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { jobs } from "@/composition.ts";
import { visitor } from "@/core/actor.ts";
import { getMemberFeed, getPlaceFeed, listEventCards, makeFeed } from "@/features/agenda/index.ts";
import { findNewsToTell } from "@/features/events/event-mail.queries.ts";
import {
  addOrganiser,
  askCoSection,
  changeEvent,
  duplicateEvent,
  getEvent,
  getEventToEdit,
  getNewEvent,
  listEventCandidates,
  publishEvent,
  repeatEvent,
} from "@/features/events/index.ts";
import { joinShift } from "@/features/participation/index.ts";
import { db } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { actorOfMember } from "@/platform/session.ts";
import { as, CLERMONT, createAs, leafleting, signUp } from "./events-cast.ts";
import { createGroup } from "./events-groups-world.ts";

type Who = "lead" | "manager" | "member" | "follower" | "outsider" | "leader" | "national";
let people: Record<Who, Person>;
let closed: Awaited<ReturnType<typeof createGroup>>;
const me = (who: Who) => actorOfMember(people[who].id);
const absent = { code: "not_found" };
const sees = async (who: Who, id: string) => !("code" in ((await refusalOf(getEvent(await me(who), id))) as object));
const shiftOf = async (eventId: string) => (await db.shift.findFirstOrThrow({ where: { eventId } })).id;
const create = (who: Who, more: object = {}) =>
  createAs(people[who], { groupId: closed.id, audience: "group", ...more });

beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
  people = {
    lead: await createPerson("Rose Responsable", { section: "03185", adherent: true }),
    manager: await createPerson("Gaëlle Gestionnaire", { section: "03185" }),
    member: await createPerson("Mehdi Membre"),
    follower: await createPerson("Flore Suiveuse"),
    outsider: await createPerson("Omar Ailleurs", { adherent: true }),
    leader: await createPerson("Lucie Locale", {
      adherent: true,
      mandates: [{ role: "section_leader", scope: CLERMONT }],
    }),
    national: await createPerson("Noé National", { mandates: [{ role: "national_admin", scope: "national" }] }),
  };
  const { lead, manager, member, follower } = people;
  closed = await createGroup([
    [lead, "lead"],
    [manager, "manager"],
    [member, "member"],
    [follower, "follower"],
  ]);
});

describe("an event of a group", () => {
  it("is published by those who keep the group, in its name, where it stands, wherever they live", async () => {
    const { id, stage } = await create("manager", { scope: "national/03/03185" });
    expect(stage).toBe("published");
    const event = await getEvent(await me("member"), id);
    expect(event).toMatchObject({
      group: { name: "Collectif Vélo" },
      place: { scope: CLERMONT },
      can: { edit: false },
    });
    expect((await getEvent(await me("lead"), id)).can).toMatchObject({ edit: true, cancel: true, duplicate: true });
    const [card] = await listEventCards(await me("member"), [id]);
    expect(card?.place).toBe("Groupe Collectif Vélo");
  });

  it("is not set up by its other members, nor by whoever may not know of the group", async () => {
    for (const who of ["member", "follower"] as const)
      expect(await refusalOf(create(who)), who).toMatchObject({ code: "forbidden" });
    for (const who of ["outsider", "leader", "national"] as const)
      expect(await refusalOf(create(who)), who).toMatchObject(absent);
    expect(await refusalOf(create("lead", { groupId: "zzzzzzzzzzzz" }))).toMatchObject(absent);
    const hidden = await createGroup([[people.lead, "lead"]], { hidden: true });
    expect(await refusalOf(create("lead", { groupId: hidden.id }))).toMatchObject(absent);
  });

  it("is its members' alone: not those who follow, live or answer for the place where it stands", async () => {
    const { id } = await create("lead");
    const shiftId = await shiftOf(id);
    for (const who of ["lead", "manager", "member"] as const) expect(await sees(who, id), who).toBe(true);
    for (const who of ["follower", "outsider", "leader", "national"] as const) {
      expect(await sees(who, id), who).toBe(false);
      expect(await refusalOf(joinShift(await as(people[who]), { shiftId })), who).toMatchObject(absent);
      expect(await refusalOf(getEventToEdit(await me(who), id)), who).toMatchObject(absent);
      expect(await listEventCards(await me(who), [id]), who).toEqual([]);
    }
    expect(await refusalOf(getEvent(visitor, id))).toMatchObject(absent);
  });

  it("tells nobody who answers for the place", async () => {
    const { id } = await create("lead");
    const draft = await create("lead", { stage: "draft" });
    await publishEvent(await as(people.lead), { eventId: draft.id });
    for (const eventId of [id, draft.id])
      expect(await findNewsToTell("published", eventId, people.leader.id)).toBeNull();
    const open = await createGroup([[people.lead, "lead"]], { entry: "open" });
    const shared = await create("lead", { groupId: open.id, audience: "section" });
    expect(await findNewsToTell("published", shared.id, people.leader.id)).not.toBeNull();
  });

  it("of a closed group is for its members alone, and of nobody's members without a group", async () => {
    for (const audience of ["everyone", "members", "federation", "section", "invited"])
      expect(await refusalOf(create("lead", { audience })), audience).toMatchObject({
        fields: { audience: /invitation/ },
      });
    const own = await refusalOf(createAs(people.leader, { audience: "group" }));
    expect(own).toMatchObject({ code: "invalid", fields: { audience: expect.any(String) } });
    const { id } = await create("lead");
    const { kind: _, scope: __, ...content } = leafleting({ audience: "everyone" });
    expect(await refusalOf(changeEvent(await as(people.lead), { ...content, eventId: id }))).toMatchObject({
      code: "invalid",
      fields: { audience: expect.any(String) },
    });
  });

  it("of an open group may be for others too, who read its name where they may know of it", async () => {
    const open = await createGroup([[people.lead, "lead"]], { entry: "open" });
    const { id } = await create("lead", { groupId: open.id, audience: "everyone" });
    expect((await getEvent(visitor, id)).group).toEqual({ id: open.id, slug: "velo", name: "Collectif Vélo" });
    expect((await getEvent(await me("leader"), id)).can).toMatchObject({ edit: true, duplicate: false });
    expect(await refusalOf(duplicateEvent(await as(people.leader), { eventId: id }))).toMatchObject({
      code: "forbidden",
    });
    await db.group.update({ where: { id: open.id }, data: { entry: "closed" } });
    expect((await getEvent(visitor, id)).group).toBeNull();
    expect((await getEvent(await me("lead"), id)).group).not.toBeNull();
  });

  it("is opened to others by those who keep the group, not by a member who prepares it", async () => {
    const open = await createGroup(
      [
        [people.outsider, "member"],
        [people.lead, "lead"],
      ],
      { entry: "request" },
    );
    const { id } = await create("lead", { groupId: open.id });
    await db.eventOrganiser.create({ data: { eventId: id, memberId: people.outsider.id, addedAt: new Date() } });
    const { kind: _, scope: __, ...content } = leafleting({ audience: "section" });
    const asked = { ...content, eventId: id };
    expect(await refusalOf(changeEvent(await as(people.outsider), asked))).toMatchObject({ fields: { audience: /./ } });
    await changeEvent(await as(people.outsider), { ...asked, audience: "group", title: "Balade à vélo" });
    await changeEvent(await as(people.lead), asked);
    expect(await sees("leader", id)).toBe(true);
  });

  it("is copied with its group, in a series too, and by those who keep it", async () => {
    const { id } = await create("lead");
    const copy = await duplicateEvent(await as(people.manager), { eventId: id });
    await repeatEvent(await as(people.manager), { eventId: id, repeat: "weekly", until: "" });
    const { seriesId } = await db.event.findUniqueOrThrow({ where: { id } });
    const all = await db.event.findMany({ where: { OR: [{ seriesId: seriesId ?? "" }, { id: copy.id }] } });
    expect(all.length).toBeGreaterThan(5);
    expect(new Set(all.map(({ groupId, audience, scope }) => `${groupId} ${audience} ${scope}`))).toEqual(
      new Set([`${closed.id} group ${CLERMONT}`]),
    );
  });

  it("is prepared by members of the group, and with no other territory", async () => {
    const keeper = await createPerson("Karim Voisin");
    await db.groupMembership.create({
      data: { groupId: closed.id, memberId: keeper.id, role: "manager", joinedAt: new Date() },
    });
    const { id } = await createAs(keeper, { groupId: closed.id, audience: "group" });
    const lead = await actorOfMember(keeper.id);
    const names = async (q: string) =>
      (await listEventCandidates(lead, { id, q, pour: "organiser" })).map(({ name }) => name);
    expect(await names("Mehdi")).toEqual(["Mehdi Membre"]);
    for (const q of ["Flore", "Omar", "Lucie"]) expect(await names(q), q).toEqual([]);
    const { id: memberId } = people.outsider;
    expect(await refusalOf(addOrganiser({ actor: lead }, { eventId: id, memberId }))).toMatchObject({
      code: "conflict",
    });
    const with63 = { eventId: id, scope: "national/63/63-autres" };
    expect(await refusalOf(askCoSection({ actor: lead }, with63))).toMatchObject({ reason: "cannot_co_organise" });
  });

  it("is gone for who leaves the group, even who prepared it; who is signed up keeps it", async () => {
    const leaving = await createPerson("Louise Partante");
    const signed = await createPerson("Sami Inscrit");
    const group = await createGroup([
      [people.lead, "lead"],
      [leaving, "manager"],
      [signed, "member"],
    ]);
    const { id } = await createAs(leaving, { groupId: group.id, audience: "group" });
    const shiftId = await shiftOf(id);
    await signUp(signed, shiftId);
    await db.groupMembership.deleteMany({ where: { memberId: { in: [leaving.id, signed.id] } } });
    expect(await refusalOf(getEvent(await actorOfMember(leaving.id), id))).toMatchObject(absent);
    expect((await getEvent(await actorOfMember(signed.id), id)).group).toBeNull();
    const { id: eventId } = await createEvent({
      groupId: group.id,
      audience: "group",
      stage: "draft",
      organiserIds: [leaving.id],
    });
    expect(await refusalOf(publishEvent(await as(leaving), { eventId }))).toMatchObject(absent);
    await db.group.update({ where: { id: group.id }, data: { hiddenAt: new Date() } });
    expect(await sees("lead", id)).toBe(false);
  });

  it("is in one's own calendar feed once one comes, and in no place's", async () => {
    const { id } = await create("lead");
    const shiftId = await shiftOf(id);
    const { token } = await makeFeed({ actor: await me("member") }, {});
    const own = async () => (await getMemberFeed(visitor, { jeton: token })).body;
    expect(await own()).not.toContain(id);
    await joinShift(await as(people.member), { shiftId });
    expect(await own()).toContain(id);
    expect((await getPlaceFeed(visitor, { lieu: "63/63113" })).body).not.toContain(id);
  });
});

describe("setting an event up in the name of a group", () => {
  it("is offered to those who keep it; from its agenda, the form is for its members", async () => {
    const asked = { type: "convivial", groupe: closed.id };
    const form = await getNewEvent((await me("manager")) as never, asked);
    expect(form).toMatchObject({
      step: "form",
      group: { id: closed.id },
      values: { audience: "group", title: "Apéro du groupe" },
      proposes: false,
    });
    const other = await getNewEvent((await me("member")) as never, asked);
    expect(other).toMatchObject({ step: "form", groups: [], group: null, proposes: true });
    expect(other).not.toMatchObject({ values: { audience: "group" } });
  });

  it("begins like the group's last one, which is nobody's last one elsewhere", async () => {
    const group = await createGroup([[people.leader, "lead"]]);
    await createEvent({
      groupId: group.id,
      audience: "group",
      kind: "phone_bank",
      inHours: -48,
      title: "Appels du soir",
    });
    const leader = (await me("leader")) as never;
    const asked = { type: "phone_bank", comme: "derniere" };
    expect(await getNewEvent(leader, { ...asked, groupe: group.id })).toMatchObject({
      likeLast: true,
      values: { title: "Appels du soir", audience: "group" },
    });
    expect(await getNewEvent(leader, asked)).toMatchObject({ likeLast: false });
  });
});
