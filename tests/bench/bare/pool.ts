import { Pool } from "pg";

const holder = globalThis as unknown as { barePool?: Pool };
holder.barePool ??= new Pool({ connectionString: process.env.DATABASE_URL, max: 20 });

/** One pool per process, and no other layer. */
export const pool: Pool = holder.barePool;
