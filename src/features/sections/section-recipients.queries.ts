import { listRecipients, type Recipient } from "@/features/mandates/index.ts";
import { db } from "@/platform/db/client.ts";

/** Those who answer for a section, itself or from above. */
export async function listSectionRecipients(sectionId: string): Promise<(Recipient & { scope: string })[]> {
  const section = await db.section.findUnique({ where: { id: sectionId }, select: { scope: true } });
  if (!section) return [];
  return (await listRecipients(section.scope)).map((recipient) => ({ ...recipient, scope: section.scope }));
}
