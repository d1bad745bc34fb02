import { PgBoss } from "pg-boss";

/** Has the running application do a timed job now, rather than when its hour comes. */
export async function runJob(name: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: process.env.E2E_DATABASE_URL ?? "",
    supervise: false,
    schedule: false,
    migrate: false,
  });
  boss.on("error", (error) => console.error(error));
  await boss.start();
  try {
    await boss.send(name, {});
  } finally {
    await boss.stop({ graceful: false });
  }
}
