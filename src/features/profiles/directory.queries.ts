import type { Actor, Member } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { limits } from "@/platform/limits.ts";
import { type CardRow, type CardView, toCardView } from "./card.queries.ts";
import { nameWords } from "./directory.rules.ts";
import { type Band, type DirectoryInput, directoryInput, typeaheadInput } from "./directory.schema.ts";
import { findSpellings } from "./directory-labels.queries.ts";
import { searchesADay, searchesAMinute } from "./directory-limit.rules.ts";
import { findPlaces, type PlaceView } from "./directory-places.queries.ts";
import { type Filter, peopleFound } from "./directory-search.queries.ts";
import { findResembling } from "./name-words.queries.ts";

const PAGE_SIZE = 20;
const PROPOSED = 8;
/** Of the members that a filter finds, how many are asked whether they show themselves: what a search costs is bounded. */
const CONSIDERED = { page: 120, typing: 80 };
/** When fewer names begin with what was typed, those that resemble it are looked at too. */
const FEW = 3;

export type FoundView = CardView & { band: Band | null; labels: string[] };
export type DirectoryView = {
  asked: DirectoryInput;
  /** The section looked at, and others of the same name. */
  place: PlaceView | null;
  otherPlaces: PlaceView[];
  /** Nothing was asked for: these are the people of her own section. */
  own: boolean;
  people: FoundView[];
  /** After whom the next page begins. */
  next: string | null;
  /** More were found than are looked at: better say more. */
  many: boolean;
  /** Nobody has just that name: these resemble it. */
  loose: boolean;
  /** Something asked for could not be read, or is not known: in which field. */
  unknown: "q" | "lieu" | "distance" | null;
};

type Row = CardRow & { band: Band | null; labels: string[] | null; many: boolean };

/** The members who show themselves to this one and answer what she asks, twenty at a time. Throws `rate_limited`. */
export async function getDirectory(actor: Actor, input: unknown): Promise<DirectoryView> {
  const reader = memberOf(actor);
  const asked = directoryInput.parse(input);
  const { q, section, lieu, competence, interet, distance, apres } = asked;
  const own = !q && !section && !lieu && !competence && !interet && !distance;
  if (!own || apres) await countSearch(reader);
  const view: DirectoryView = {
    asked,
    place: null,
    otherPlaces: [],
    own,
    people: [],
    next: null,
    many: false,
    loose: false,
    unknown: unreadable(input, asked),
  };
  if (view.unknown) return view;

  const places = own ? await findPlaces({ section: reader.section.id }) : await findPlaces({ section, lieu });
  const [place = null, ...otherPlaces] = places;
  if ((section || lieu) && !place) return { ...view, unknown: "lieu" };
  const [skills, interests] = await Promise.all([
    competence ? findSpellings("skills", competence) : null,
    interet ? findSpellings("interests", interet) : null,
  ]);
  if (skills?.length === 0 || interests?.length === 0) return { ...view, place, otherPlaces };
  if (distance && !(await hasCoordinates(reader))) return { ...view, place, otherPlaces, unknown: "distance" };

  const filter: Filter = { words: q ? nameWords(q) : [], section: place?.id, skills, interests, distance };
  const search = async (loose: boolean) =>
    readRows<Row>(
      peopleFound(
        reader,
        { ...filter, loose: loose ? await findResembling(filter.words) : undefined },
        { order: "name", limit: PAGE_SIZE + 1, after: apres, considered: CONSIDERED.page },
      ),
    );
  let rows = await search(false);
  let loose = false;
  // A page further on begins after somebody found: among those who resemble, when none has just that name.
  if (q && (apres ? rows.length === 0 : rows.length < FEW)) {
    const resembling = await search(true);
    loose = resembling.length > rows.length;
    if (loose) rows = resembling;
  }
  const people = rows.slice(0, PAGE_SIZE).map(toFoundView);
  return {
    ...view,
    place,
    otherPlaces,
    people,
    loose,
    next: rows.length > PAGE_SIZE ? (people.at(-1)?.id ?? null) : null,
    many: rows[0]?.many ?? false,
  };
}

/** The members whose name is being typed, the nearest to her first, eight at most. Throws `rate_limited`. */
export async function searchMembers(actor: Actor, input: unknown): Promise<CardView[]> {
  const reader = memberOf(actor);
  const { q } = typeaheadInput.parse(input);
  await countSearch(reader);
  return proposeMembers(reader, q);
}

/** The same without the count: benches measure it. */
export async function proposeMembers(reader: Member, q: string): Promise<CardView[]> {
  const words = nameWords(q);
  const propose = async (loose: boolean) =>
    readRows<CardRow>(
      peopleFound(
        reader,
        { words, loose: loose ? await findResembling(words) : undefined },
        { order: "nearness", limit: PROPOSED, considered: CONSIDERED.typing },
      ),
    );
  if (words.length === 0) return [];
  const rows = await propose(false);
  const all = rows.length < FEW ? [...rows, ...(await propose(true))] : rows;
  const once = new Map(all.map((row) => [row.id, row]));
  return [...once.values()].slice(0, PROPOSED).map(toCardView);
}

const toFoundView = (row: Row): FoundView => ({ ...toCardView(row), band: row.band, labels: row.labels ?? [] });

function memberOf(actor: Actor): Member {
  if (actor.kind !== "member") throw new AppError("not_found", "absent");
  return actor;
}

/** Counts one look into the directory, or into a list that shows as much of it. Throws `rate_limited`. */
export async function countSearch({ id }: Member): Promise<void> {
  await limits().consume(searchesAMinute, id);
  await limits()
    .consume(searchesADay, id)
    .catch((error: AppError) => {
      if (error.code !== "rate_limited") throw error;
      throw new AppError("rate_limited", "searched_enough", { retryAfter: error.retryAfter ?? searchesADay.seconds });
    });
}

/** A name or a place that was typed and is no text to look for. */
function unreadable(input: unknown, { q, lieu }: DirectoryInput): "q" | "lieu" | null {
  const typed = (input ?? {}) as { q?: unknown; lieu?: unknown };
  if (typed.q && String(typed.q).trim() && (!q || nameWords(q).length === 0)) return "q";
  return typed.lieu && String(typed.lieu).trim() && !lieu ? "lieu" : null;
}

async function hasCoordinates({ id }: Member): Promise<boolean> {
  const [row] = await readRows<{ known: boolean }>(sql`
    select c.latitude is not null as known from member m join commune c on c.code = m.commune_code where m.id = ${id}`);
  return row?.known ?? false;
}
