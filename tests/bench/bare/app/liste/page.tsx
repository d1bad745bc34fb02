import { pool } from "../../pool.ts";

/** Fifty plain rows from one query: what a list costs at least. */
export default async function PlainListPage() {
  const { rows } = await pool.query<{ code: string; name: string; population: number }>(
    "select code, name, population from commune order by population desc limit 50",
  );
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.code}>
          {row.name} ({row.code}) : {row.population}
        </li>
      ))}
    </ul>
  );
}
