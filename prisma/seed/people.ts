import { newId } from "@/core/ids.ts";
import { organisation } from "@/core/organisation.ts";
import { db, sql } from "@/platform/db/client.ts";
import { seedConsoles } from "./consoles.ts";
import { heardAs } from "./crowd.ts";
import { drawFace, type Face } from "./faces.ts";
import { crowdFaces, crowdInterests, crowdSkills, newcomers, type Portrait, portraits } from "./people-story.ts";
import { dice, everybody, type Person } from "./speakers.ts";

const DAY_MS = 24 * 3_600_000;
const ago = (now: Date, days: number) => new Date(now.getTime() - days * DAY_MS);
const [INES, YANIS, MARYSE, BRUNO] = ["cast00000001", "cast00000002", "cast00000003", "cast00000004"] as const;
const CLERMONT = "63113";
const AROUND = "63-autres";

/** The demo's people beyond their debates: profiles, ties, newcomers, mandates, a handover under way. */
export async function seedPeople(now: Date): Promise<void> {
  const roll = dice(1981);
  await seedNewcomers(now);
  const people = (await everybody()).filter(({ suspended }) => !suspended);
  await seedProfiles(people, now, roll);
  await seedLeaders(people, now);
  await seedTies(people, now, roll);
  await seedWelcomes(people, now);
  await seedHandover(people, now);
  await seedConsoles(people, now);
}

async function seedNewcomers(now: Date): Promise<void> {
  for (const [index, { name, days, claim }] of newcomers.entries()) {
    const id = `newc0000000${index + 1}`;
    const joinedAt = ago(now, days);
    await db.member.create({
      data: {
        id,
        name,
        email: `arrivee.${index + 1}@membres.example`,
        claim,
        communeCode: CLERMONT,
        sectionId: CLERMONT,
        joinedAt,
        ...(index === 0 && { invitedById: MARYSE }),
      },
    });
    const textVersion = organisation.texts.privacy;
    await db.consent.create({
      data: { id: newId(), memberId: id, kind: "political_data", textVersion, givenAt: joinedAt },
    });
  }
  await db.member.update({ where: { id: YANIS }, data: { invitedById: INES } });
}

async function photoOf(memberId: string, face: Face, at: Date): Promise<string> {
  const { large, small, width, height } = await drawFace(face);
  const id = newId();
  const [full, light] = [new Uint8Array(large), new Uint8Array(small)];
  await db.image.create({
    data: { id, large: full, small: light, width, height, uploadedById: memberId, uploadedAt: at },
  });
  return id;
}

async function seedProfiles(people: readonly Person[], now: Date, roll: () => number): Promise<void> {
  for (const portrait of portraits) await seedPortrait(portrait, now);
  const cast = new Set(portraits.map(({ id }) => id));
  const crowd = people.filter(({ id }) => !cast.has(id));
  const some = (list: readonly string[]) => list.filter(() => roll() < 0.25).slice(0, 3);
  for (const [index, { id, name }] of crowd.entries()) {
    if (roll() < 0.35) continue;
    const face = index % 6 === 0 ? faceOf(name, index / 6) : undefined;
    const words = newcomers.find((_, at) => id === `newc0000000${at + 1}`)?.words;
    await db.profile.create({
      data: {
        memberId: id,
        presentation: words ?? "",
        skills: some(crowdSkills),
        interests: some(crowdInterests),
        photoId: face ? await photoOf(id, face, ago(now, 30)) : null,
        ...(roll() < 0.6 && { cardFor: "members", photoFor: "members", skillsFor: "members", interestsFor: "members" }),
        updatedAt: ago(now, 1 + Math.floor(roll() * 200)),
      },
    });
  }
}

/** One of the crowd's faces, of those that go with a first name. */
function faceOf(name: string, index: number): Face | undefined {
  const cuts = heardAs(name) === "m" ? ["short", "bald", "curly"] : ["long", "bun", "curly"];
  const fitting = crowdFaces.filter(({ cut }) => cuts.includes(cut));
  return fitting[index % fitting.length];
}

async function seedPortrait({ id, face, seenBy, status, ...said }: Portrait, now: Date): Promise<void> {
  const photoId = face ? await photoOf(id, face, ago(now, 40)) : null;
  const most = { photoFor: seenBy, presentationFor: seenBy } as const;
  const rest = seenBy === "everyone" ? "members" : seenBy;
  await db.profile.create({
    data: {
      memberId: id,
      ...said,
      ...(status && { status, statusAt: ago(now, 2) }),
      photoId,
      ...(seenBy && {
        cardFor: seenBy,
        ...most,
        statusFor: rest,
        skillsFor: rest,
        interestsFor: rest,
        activityFor: rest,
      }),
      ...(seenBy === "everyone" && { mandatesFor: "everyone" as const }),
      updatedAt: ago(now, 2),
    },
  });
  if (seenBy !== "everyone") return;
  for (const field of ["card", "photo", "presentation", "mandates"])
    await db.consent.create({
      data: {
        id: newId(),
        memberId: id,
        kind: "public_field",
        field,
        textVersion: organisation.texts.privacy,
        givenAt: ago(now, 40),
      },
    });
}

/** An adherent of each section that has some leads it, but for a few sections that wait for somebody: one in the Puy-de-Dôme. */
async function seedLeaders(people: readonly Person[], now: Date): Promise<void> {
  const leaders = new Map<string, string>([[`national/63/${CLERMONT}`, INES]]);
  const orphans = new Set([`national/63/${AROUND}`]);
  for (const person of people) {
    if (!person.adherent || leaders.has(person.scope) || orphans.has(person.scope) || person.id.startsWith("cast"))
      continue;
    if (leaders.size % 4 === 3) {
      leaders.set(person.scope, "");
      continue;
    }
    leaders.set(person.scope, person.id);
    const beginsAt = ago(now, 100 + leaders.size * 9);
    const endsAt = ago(now, -400 - leaders.size);
    await db.mandate.create({
      data: {
        id: newId(),
        memberId: person.id,
        role: "section_leader",
        scope: person.scope,
        beginsAt,
        endsAt,
        givenAt: beginsAt,
        givenById: person.scope.startsWith("national/63/") ? BRUNO : null,
      },
    });
  }
}

/** Coopains: the cast among themselves, then everybody with a few of her section and one or two from elsewhere. */
async function seedTies(people: readonly Person[], now: Date, roll: () => number): Promise<void> {
  const pairs = new Map<string, [string, string]>();
  const tie = (a: string, b: string) => {
    if (a !== b) pairs.set([a, b].sort().join(" "), [a, b]);
  };
  for (const [a, b] of [
    [INES, MARYSE],
    [INES, BRUNO],
    [MARYSE, BRUNO],
    [BRUNO, "cast00000006"],
    ["cast00000005", "cast00000006"],
    [INES, "cast00000007"],
  ] as const)
    tie(a, b);
  const pick = (list: readonly Person[]) => list[Math.floor(roll() * list.length)]?.id ?? INES;
  const settled = people.filter(({ id }) => !id.startsWith("newc") && id !== YANIS);
  const near = Map.groupBy(settled, ({ scope }) => scope);
  for (const { id, scope } of settled) {
    for (let n = Math.floor(roll() * 4); n > 0; n--) tie(id, pick(near.get(scope) ?? settled));
    if (roll() < 0.5) tie(id, pick(settled));
  }
  const rows = [...pairs.values()];
  const since = rows.map(() => ago(now, 3 + Math.floor(roll() * 300)));
  await db.$executeRaw(sql`
    insert into coopain (member_id, other_id, since)
    select a, b, since from unnest(${rows.map(([a]) => a)}::text[], ${rows.map(([, b]) => b)}::text[], ${since}::timestamptz[]) as t(a, b, since)
    union all
    select b, a, since from unnest(${rows.map(([a]) => a)}::text[], ${rows.map(([, b]) => b)}::text[], ${since}::timestamptz[]) as t(a, b, since)`);
  const asks = (fromId: string, toId: string, words: string, days: number) =>
    db.coopainRequest.create({ data: { id: newId(), fromId, toId, words, sentAt: ago(now, days) } });
  await asks(INES, YANIS, "Bienvenue ! On se voit samedi au marché ?", 2);
  const [first, second] = settled.filter(({ id, scope }) => scope.endsWith(CLERMONT) && !id.startsWith("cast"));
  if (first) await asks(first.id, INES, "On a collé ensemble mardi, rue du Port.", 1);
  if (second && !pairs.has([INES, second.id].sort().join(" "))) await asks(INES, second.id, "", 5);
}

async function seedWelcomes(people: readonly Person[], now: Date): Promise<void> {
  const gaspard = people.find(({ name }) => name === "Gaspard Thévenet");
  if (gaspard)
    await db.welcome.create({
      data: {
        memberId: gaspard.id,
        sectionId: CLERMONT,
        pointPersonId: INES,
        assignedById: INES,
        assignedAt: ago(now, 5),
      },
    });
  const rosa = people.find(({ name }) => name === "Rosa Pereira");
  if (rosa)
    await db.adherentProposal.create({ data: { memberId: rosa.id, proposedById: INES, proposedAt: ago(now, 3) } });
}

/** Whoever shares the section of Clermont-Ferrand with its secretary passes her part on: it waits for the federation. */
async function seedHandover(people: readonly Person[], now: Date): Promise<void> {
  const scope = `national/63/${CLERMONT}`;
  const [holder, successor] = people.filter(
    ({ id, scope: home, adherent }) => home === scope && adherent && !id.startsWith("cast"),
  );
  if (!holder || !successor) throw new Error("nobody to pass the section on");
  const post = { role: "section_leader", scope } as const;
  const [beginsAt, endsAt] = [ago(now, 344), ago(now, -21)];
  const mandate = await db.mandate.create({
    data: { ...post, id: newId(), memberId: holder.id, beginsAt, endsAt, givenAt: beginsAt, givenById: BRUNO },
  });
  await db.handover.create({
    data: {
      ...post,
      ...{ id: newId(), mandateId: mandate.id, holderId: holder.id, successorId: successor.id },
      ...{ effectiveAt: ago(now, -14), endsAt: ago(now, -744), proposedAt: ago(now, 2) },
    },
  });
}
