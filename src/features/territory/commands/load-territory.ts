import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import { deriveTerritory, type SourceCommune, type SourceDepartment, type SourceRegion } from "../territory.rules.ts";

const PACKAGE = "node_modules/@etalab/decoupage-administratif";
const PATIENCE = { maxWait: 60_000, timeout: 120_000 };

async function read<Content>(file: string): Promise<Content> {
  // From the checkout, and read rather than imported: the bundler would carry 15 MB into the pages.
  return JSON.parse(await readFile(join(/* turbopackIgnore: true */ process.cwd(), PACKAGE, file), "utf8"));
}

/**
 * Loads every commune, federation and section from @etalab/decoupage-administratif; run again, it changes nothing.
 * Answers the numbers loaded, or null when this version is already there.
 */
export async function loadTerritory(): Promise<{ federations: number; sections: number; communes: number } | null> {
  const { version } = await read<{ version: string }>("package.json");
  const seeded = await db.seeded.findUnique({ where: { name: "territory" } });
  if (seeded?.version === version) return null;

  const [communes, departments, regions] = await Promise.all([
    read<SourceCommune[]>("data/communes.json"),
    read<SourceDepartment[]>("data/departements.json"),
    read<SourceRegion[]>("data/regions.json"),
  ]);
  const rows = deriveTerritory({ communes, departments, regions });
  await db.$transaction(async (tx) => {
    // Two processes starting at once: the second waits, then finds everything equal.
    await tx.$executeRaw(sql`select pg_advisory_xact_lock(hashtext('territory'))`);
    await tx.$executeRaw(sql`
      insert into federation (id, name, slug, region)
      select id, name, slug, region from json_populate_recordset(null::federation, ${JSON.stringify(rows.federations)}::json)
      on conflict (id) do update set name = excluded.name, slug = excluded.slug, region = excluded.region`);
    await tx.$executeRaw(sql`
      insert into section (id, federation_id, name, slug, scope)
      select id, federation_id, name, slug, scope from json_populate_recordset(null::section, ${JSON.stringify(rows.sections)}::json)
      on conflict (id) do update set name = excluded.name, slug = excluded.slug`);
    await tx.$executeRaw(sql`
      insert into commune as c (code, kind, name, search_name, postal_codes, federation_id, population, section_id)
      select code, kind, name, search_name, postal_codes, federation_id, population, section_id
      from json_populate_recordset(null::commune, ${JSON.stringify(rows.communes)}::json)
      on conflict (code) do update set kind = excluded.kind, name = excluded.name, search_name = excluded.search_name,
        postal_codes = excluded.postal_codes, federation_id = excluded.federation_id, population = excluded.population,
        section_id = excluded.section_id
      where c is distinct from excluded`);
    const at = clock.now();
    await tx.seeded.upsert({
      where: { name: "territory" },
      create: { name: "territory", version, at },
      update: { version, at },
    });
  }, PATIENCE);
  await db.$executeRaw(sql`analyze commune`);
  return { federations: rows.federations.length, sections: rows.sections.length, communes: rows.communes.length };
}
