import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import { seedCast } from "./cast.ts";
import { seedDebates } from "./debates.ts";
import { seedField } from "./field.ts";
import { seedGroups } from "./groups/main.ts";
import { seedMessages } from "./messages.ts";
import { seedNotices } from "./notices.ts";
import { seedPeople } from "./people.ts";
import version from "./version.json" with { type: "json" };

/** Tells the demo's story in an empty database, or again when it holds an older version. False when it is current. */
export async function seedDemo(): Promise<boolean> {
  const seeded = await db.seeded.findUnique({ where: { name: "demo" } });
  if (seeded?.version === version.demo) return false;
  await resetDemo();
  return true;
}

/** Empties everything that people write (territory stays) and tells the story again, with dates relative to today. */
export async function resetDemo(): Promise<void> {
  const now = clock.now();
  await db.$executeRaw(sql`
    truncate member, member_group, debate, event, event_series, image, stored_file, moderation_case, fact, fact_told, command_receipt, rate_limit, email_code cascade`);
  await db.$executeRaw(sql`delete from seeded where name = 'demo'`);
  await seedCast(now);
  await seedDebates(now);
  await seedPeople(now);
  await seedField(now);
  await seedGroups(now);
  await seedMessages(now);
  await seedNotices(now);
  await db.seeded.create({ data: { name: "demo", version: version.demo, at: now } });
}
