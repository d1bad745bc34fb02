import { type Sql, sql } from "@/platform/db/client.ts";

/** A territory's names and addresses, by its scope. */
export const placeColumns = (scope: Sql): Sql => sql`
  (select f.name from federation f where f.id = split_part(${scope}, '/', 2)) as federation,
  (select f.slug from federation f where f.id = split_part(${scope}, '/', 2)) as federation_slug,
  (select s.name from section s where s.scope = ${scope}) as section,
  (select s.slug from section s where s.scope = ${scope}) as section_slug`;
