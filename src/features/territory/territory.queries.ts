import { db, type Sql, sql } from "@/platform/db/client.ts";
import { codeTyped, searchName } from "./territory.rules.ts";
import { type CommuneFound, type CommuneView, type HomeView, toCommuneView } from "./territory.views.ts";

// Territory is public: these queries take no actor. Only places where one may live are found: Paris, Lyon and
// Marseille as a whole have no section, their arrondissements have.

const MOST = 20;

function find(condition: Sql, order: Sql, limit: number): Promise<CommuneFound[]> {
  return db.$queryRaw<CommuneFound[]>(sql`
    select c.code, c.kind::text as kind, c.name, c.federation_id as "federationId", f.name as "federationName",
           c.postal_codes as "postalCodes"
    from commune c join federation f on f.id = c.federation_id
    where c.section_id is not null and ${condition}
    order by ${order} limit ${limit}`);
}

/**
 * Communes, arrondissements and countries for what is being typed: a name (accents, hyphens and typos forgiven) or the
 * beginning of a postal code. The most exact first, then the most inhabited; 20 at most.
 */
export async function searchCommunes({ text, limit = MOST }: { text: string; limit?: number }): Promise<CommuneView[]> {
  const most = limit >= 1 ? Math.min(Math.floor(limit), MOST) : MOST;
  const code = codeTyped(text);
  if (code) {
    const condition =
      code.length === 5
        ? sql`(c.postal_codes @> array[${code}] or c.code = ${code})`
        : sql`(' ' || array_to_string(c.postal_codes, ' ')) like ${`% ${code}%`}`;
    const found = await find(condition, sql`c.population desc, c.code`, most);
    return found.map((row) => toCommuneView(row, code));
  }
  const name = searchName(text)
    .slice(0, 80)
    .replace(/ arr[a-z]*$/, "");
  if (name.length < 2) return [];
  const beginning = `${name}%`;
  const word = `% ${name}%`;
  const written = await find(
    sql`(c.search_name like ${beginning} or c.search_name like ${word})`,
    sql`case when c.search_name = ${name} then 0
             when c.search_name like ${beginning} then case when c.kind = 'arrondissement' then 1 else 2 end
             else 3 end,
        case when c.kind = 'arrondissement' then c.code end,
        c.population desc, c.code`,
    most,
  );
  // Resemblance costs more and adds noise: only for what nothing is called.
  const found = written.length > 0 ? written : await find(...resembling(name), most);
  return found.map((row) => toCommuneView(row));
}

const resembling = (name: string): [condition: Sql, order: Sql] => [
  sql`c.search_name % ${name}`,
  sql`round(similarity(c.search_name, ${name})::numeric, 1) desc,
      case when c.kind = 'arrondissement' then c.code end,
      c.population desc, c.code`,
];

/** The countries that people abroad choose from, in French alphabetical order. */
export async function listCountries(): Promise<CommuneView[]> {
  const found = await find(sql`c.kind = 'country'`, sql`c.search_name`, 300);
  return found.map((row) => toCommuneView(row));
}

/** Where somebody lives, with her section; null when the code is unknown or is a whole with arrondissements. */
export async function findCommune(code: string): Promise<HomeView | null> {
  const commune = await db.commune.findUnique({ where: { code }, include: { section: true, federation: true } });
  if (!commune?.section) return null;
  const { section, federation } = commune;
  const view = toCommuneView({ ...commune, federationName: federation.name });
  return { ...view, section: { id: section.id, name: section.name, scope: section.scope } };
}

/** Where a commune is, in degrees; null when it is unknown, abroad, or nobody knows. */
export async function findCommunePoint(code: string): Promise<{ latitude: number; longitude: number } | null> {
  if (!/^\d[\dAB]\d{3}$/.test(code)) return null;
  const found = await db.commune.findUnique({ where: { code }, select: { latitude: true, longitude: true } });
  if (!found || found.latitude === null || found.longitude === null) return null;
  return { latitude: found.latitude, longitude: found.longitude };
}
