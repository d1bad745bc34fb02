import { type Sql, sql } from "./client.ts";

/** `covers(outer, inner)` in SQL; the function is created by the first migration. */
export const sqlCovers = (outer: Sql, inner: Sql): Sql => sql`scope_covers(${outer}, ${inner})`;
