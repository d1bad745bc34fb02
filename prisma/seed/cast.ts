import { newId } from "@/core/ids.ts";
import { organisation } from "@/core/organisation.ts";
import { hashPassword } from "@/features/accounts/index.ts";
import { db } from "@/platform/db/client.ts";
import cast from "./cast.json" with { type: "json" };
import { around, elsewhere, firstNames, lastNames, neighbours } from "./crowd.ts";

const CROWD = 200;
/** Those who live anywhere; the others live where debates are held. */
const ANYWHERE = 140;
const DAY_MS = 24 * 3_600_000;
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const ago = (now: Date, days: number) => new Date(now.getTime() - days * DAY_MS);

/** The same numbers at every run (mulberry32), so that the demo is the same everywhere. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Person = {
  id: string;
  name: string;
  email: string;
  communeCode: string;
  claim: "sympathiser" | "adherent";
  adherent: boolean;
  /** Her answer about her name in open debates; null when she was not asked yet. */
  publicName: boolean | null;
  joinedAt: Date;
};

const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function crowd(now: Date): Person[] {
  const roll = dice(1936);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T;
  return Array.from({ length: CROWD }, (_, index) => {
    const [first, last] = [pick(firstNames), pick(lastNames)];
    const claim = roll() < 0.6 ? "adherent" : "sympathiser";
    const asked = roll();
    return {
      id: Array.from({ length: 12 }, () => ALPHABET[Math.floor(roll() * 32)]).join(""),
      name: `${first} ${last}`,
      email: `${plain(first)}.${plain(last)}.${index + 1}@membres.example`,
      communeCode: pick(index >= ANYWHERE ? neighbours : index % 2 === 0 ? around : elsewhere),
      claim,
      adherent: claim === "adherent" && roll() < 0.85,
      publicName: asked < 0.45 ? true : asked < 0.9 ? false : null,
      joinedAt: ago(now, 2 + Math.floor(roll() * 700)),
    };
  });
}

function consentsOf({ id: memberId, publicName, joinedAt: givenAt }: Person) {
  const textVersion = organisation.texts.privacy;
  const account = { id: newId(), memberId, kind: "political_data" as const, textVersion, givenAt, withdrawnAt: null };
  if (publicName === null) return [account];
  const answer = { ...account, id: newId(), kind: "public_name" as const, withdrawnAt: publicName ? null : givenAt };
  return [account, answer];
}

/** The demo's people: the named cast and a crowd around them. Told again, it adds only who is missing. */
export async function seedCast(now: Date): Promise<void> {
  const named = cast.map(
    (person): Person => ({
      ...person,
      claim: person.claim as Person["claim"],
      joinedAt: ago(now, person.joined),
    }),
  );
  const people = [...named, ...crowd(now)];
  const communes = await db.commune.findMany({
    where: { code: { in: people.map(({ communeCode }) => communeCode) } },
    include: { section: true },
  });
  const sections = new Map(communes.map(({ code, section }) => [code, section]));
  const [password] = new Set(cast.map((person) => person.password));
  const passwordHash = await hashPassword(password ?? "");
  const present = new Set((await db.member.findMany({ select: { id: true } })).map(({ id }) => id));
  const missing = people.filter(({ id, communeCode }) => !present.has(id) && sections.get(communeCode));

  await db.member.createMany({
    data: missing.map(({ adherent, publicName: _, ...person }) => ({
      id: person.id,
      name: person.name,
      email: person.email,
      claim: person.claim,
      communeCode: person.communeCode,
      sectionId: sections.get(person.communeCode)?.id ?? "",
      joinedAt: person.joinedAt,
      adherentSince: adherent ? person.joinedAt : null,
      passwordHash: person.id.startsWith("cast") ? passwordHash : null,
    })),
  });
  await db.consent.createMany({ data: missing.flatMap(consentsOf) });
  const isMissing = new Set(missing.map(({ id }) => id));
  for (const person of cast.filter(({ id }) => isMissing.has(id))) {
    await giveRole(person, sections.get(person.communeCode)?.scope ?? "national", now);
  }
}

async function giveRole(person: (typeof cast)[number], sectionScope: string, now: Date): Promise<void> {
  if (person.mandate) {
    const role = person.mandate.role as "section_leader" | "federation_admin" | "moderator" | "national_admin";
    const depth = { section: 3, federation: 2, national: 1 }[person.mandate.at] ?? 1;
    const scope = sectionScope.split("/").slice(0, depth).join("/");
    const beginsAt = ago(now, 400);
    await db.mandate.create({ data: { id: newId(), memberId: person.id, role, scope, beginsAt, givenAt: beginsAt } });
  }
  if (person.suspension) {
    const [beginsAt, endsAt] = [ago(now, 2), ago(now, -12)];
    await db.suspension.create({
      data: { id: newId(), memberId: person.id, reason: person.suspension, beginsAt, endsAt },
    });
  }
}
