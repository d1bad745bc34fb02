import { isContested } from "@/platform/contested.ts";
import { db, sql, type Tx } from "@/platform/db/client.ts";

/** Whether a report, which the caller has locked, is being judged, or was so lately that anybody may contest. */
export async function isReportContested(tx: Tx, reportId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ contested: boolean }[]>(
    sql`select ${isContested("field-report", sql`${reportId}`)} as contested`,
  );
  return row?.contested === true;
}

/** Reports and pictures that were taken away while they were contested go for good, once nobody may contest. */
export async function forgetTakenAway(): Promise<void> {
  await db.$executeRaw(sql`
    delete from image where id in (select f.image_id from field_report_photo f join field_report r on r.id = f.report_id
      where (f.removed_at is not null or r.removed_at is not null) and not ${isContested("field-report", sql`r.id`)})`);
  await db.$executeRaw(sql`
    delete from field_report r where r.removed_at is not null and not ${isContested("field-report", sql`r.id`)}`);
}
