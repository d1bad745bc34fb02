import type { PoolClient } from "pg";

type Part = { drop: string; restore: string };

/**
 * Fills a table while its indexes and foreign keys are away, and puts them back word for word: built at once they cost a
 * tenth. A key that other tables refer to stays. Inside a transaction, so that nobody ever sees the table without them.
 */
export async function withoutIndexes(client: PoolClient, table: string, fill: () => Promise<unknown>): Promise<void> {
  const { rows: constraints } = await client.query<Part>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as restore
     from pg_constraint c where conrelid = $1::regclass and contype in ('f', 'p', 'u')
       and not exists (select 1 from pg_constraint f where f.contype = 'f' and f.confrelid = c.conrelid
         and c.contype <> 'f' and f.conindid = c.conindid)
     order by contype = 'f' desc, conname`,
    [table],
  );
  const { rows: indexes } = await client.query<Part>(
    `select format('drop index %s', indexrelid::regclass) as drop, pg_get_indexdef(indexrelid) as restore
     from pg_index where indrelid = $1::regclass
       and not exists (select 1 from pg_constraint c where c.conindid = indexrelid and c.contype in ('p', 'u'))`,
    [table],
  );
  const parts = [...constraints, ...indexes];
  for (const { drop } of parts) await client.query(drop);
  await fill();
  for (const { restore } of parts.reverse()) await client.query(restore);
}
