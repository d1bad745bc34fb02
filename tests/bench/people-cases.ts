import type { Grant, Member } from "@/core/actor.ts";
import { federationScope } from "@/core/scope.ts";
import { listSuggestions } from "@/features/coopains/index.ts";
import { getFederationDesk, getSectionDesk, listMembers, listNewcomers } from "@/features/desk/index.ts";
import { searchManagedMembers } from "@/features/mandates/managed-member.queries.ts";
import { getDirectory, getProfile, proposeMembers } from "@/features/profiles/index.ts";
import { getSection } from "@/features/sections/index.ts";
import { pool } from "@/platform/db/client.ts";

const typed =
  "ma le be na jo mar dup ben cla léa fat ngu mart mich roch vial nadi hugo merci carli diall belka thier isabe mercie dubreu garcia fontai merceir dupond xavi zoé".split(
    " ",
  );
const names = ["mercier", "nadia", "le", "dubreuil", "jean", "thévenet"];
const labels = ["graphisme", "photo", "cuisine", "langue des signes"];
const distances = ["5", "10", "20", "50"];

export type Case = { name: string; ask: (reader: Member, turn: number) => Promise<unknown> };
export const at = <T>(list: readonly T[], turn: number): T => list[turn % list.length] as T;

/** What members, and those in charge, ask of people: as their pages do. */
export const cases: Case[] = [
  { name: "typeahead", ask: (reader, turn) => proposeMembers(reader, at(typed, turn)) },
  { name: "directory, name", ask: (reader, turn) => getDirectory(reader, { q: at(names, turn) }) },
  { name: "directory, skill", ask: (reader, turn) => getDirectory(reader, { competence: at(labels, turn) }) },
  { name: "directory, near", ask: (reader, turn) => getDirectory(reader, { distance: at(distances, turn) }) },
  { name: "directory, own section", ask: (reader) => getDirectory(reader, {}) },
  { name: "suggestions", ask: (reader) => listSuggestions(reader) },
  { name: "profile", ask: async (reader) => getProfile(reader, await neighbourOf(reader)) },
  { name: "section page", ask: async (reader) => getSection(reader, await addressOf(reader)) },
  { name: "section console", ask: (reader) => getSectionDesk(leading(reader), placeOf(reader)) },
  { name: "section console, newcomers", ask: (reader) => listNewcomers(leading(reader), reader.section.id) },
  { name: "section console, members", ask: (reader) => listMembers(leading(reader), { sectionId: reader.section.id }) },
  { name: "federation console", ask: (reader) => getFederationDesk(administering(reader), placeOf(reader).federation) },
  {
    name: "national member search",
    ask: (reader, turn) => searchManagedMembers(national(reader), { membre: at(names, turn) }),
  },
];

const holding = (reader: Member, grant: Grant): Member => ({ ...reader, grants: [grant] });
const leading = (reader: Member) => holding(reader, { role: "section_leader", scope: reader.section.scope });
const national = (reader: Member) => holding(reader, { role: "national_admin", scope: "national" });
const administering = (reader: Member) =>
  holding(reader, { role: "federation_admin", scope: federationScope(reader.section.scope) ?? "national" });

function placeOf({ section }: Member): { federation: string; section: string } {
  const [, federation = "", own = ""] = section.scope.split("/");
  return { federation, section: own };
}

/** What the cases need to know beforehand, asked once in each world and kept. */
const asides = new WeakMap<object, Map<string, unknown>>();
async function aside<Row extends object>(key: string, text: string, values: unknown[]): Promise<Row> {
  const known = asides.get(pool()) ?? new Map<string, unknown>();
  asides.set(pool(), known);
  if (!known.has(key)) known.set(key, (await pool().query<Row>(text, values)).rows[0]);
  return known.get(key) as Row;
}

const neighbourOf = async ({ id }: Member) =>
  (
    await aside<{ id: string }>(
      `of ${id}`,
      `select t.other_id as id from coopain t join member m on m.id = t.other_id and m.erased_at is null
       where t.member_id = $1 and not exists (select 1 from suspension u where u.member_id = t.other_id) limit 1`,
      [id],
    )
  ).id;

const addressOf = ({ section }: Member) =>
  aside<{ federation: string; section: string }>(
    `at ${section.id}`,
    "select f.slug as federation, s.slug as section from section s join federation f on f.id = s.federation_id where s.id = $1",
    [section.id],
  );
