import { readRows, sql } from "@/platform/db/client.ts";
import { searchCommunes } from "../territory/index.ts";

export type PlaceView = { id: string; name: string };

const OTHERS = 4;

/** The sections that somebody means, the likeliest first: one by its id, or those of the communes of that name or code. */
export async function findPlaces({
  section,
  lieu,
}: {
  section?: string | undefined;
  lieu?: string | undefined;
}): Promise<PlaceView[]> {
  if (section) return readRows<PlaceView>(sql`select s.id, s.name from section s where s.id = ${section}`);
  if (!lieu) return [];
  const communes = (await searchCommunes({ text: lieu, limit: 12 })).map(({ code }) => code);
  if (communes.length === 0) return [];
  return readRows<PlaceView>(sql`
    select s.id, s.name from unnest(${communes}::text[]) with ordinality as asked(code, place)
    join commune c on c.code = asked.code join section s on s.id = c.section_id
    group by s.id, s.name order by min(asked.place) limit ${1 + OTHERS}`);
}
