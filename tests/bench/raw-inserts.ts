import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { newId } from "@/core/ids.ts";
import { pool } from "@/platform/db/client.ts";
import { env } from "@/platform/env.ts";
import { BODY } from "./sockets.ts";

const INSERT = `insert into contribution_raw (id, debate_id, seq, side, body, author_id, client_id, created_at)
  values ($1, $2, $3, $4::contribution_side, $5, $6, $7, now())`;

/** Connections that insert one row after the other into a table like ours, with its indexes and its checks. */
export async function createRawWriters(count: number, debateId: string, authors: readonly { id: string }[]) {
  await pool().query("drop table if exists contribution_raw");
  await pool().query("create table contribution_raw (like contribution including all)");
  const clients = await Promise.all(
    Array.from({ length: count }, async () => {
      const client = new Client({ connectionString: env().DATABASE_URL });
      await client.connect();
      return client;
    }),
  );
  let seq = 0;

  return {
    /** Inserts a second, each connection waiting for its commit. */
    async write(ms: number): Promise<number> {
      const begin = performance.now();
      let inserted = 0;
      await Promise.all(
        clients.map(async (client, n) => {
          const author = authors[n % authors.length]?.id;
          while (performance.now() - begin < ms) {
            const values = [newId(), debateId, ++seq, "pour", BODY, author, randomUUID()];
            await client.query({ name: "raw", text: INSERT, values });
            inserted++;
          }
        }),
      );
      return (inserted * 1000) / (performance.now() - begin);
    },
    async close(): Promise<void> {
      await Promise.all(clients.map((client) => client.end()));
    },
  };
}
