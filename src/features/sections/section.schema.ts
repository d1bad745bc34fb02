import { z } from "zod";
import { idText } from "@/core/text.ts";

/** A section's id: "63113", "63-autres", "FE-DE". */
export const sectionIdText = z.string().regex(/^[0-9A-Za-z-]{2,20}$/, "Cette section n’existe pas.");

const slug = z.string().regex(/^[a-z0-9-]{1,60}$/);

/** A federation's address. */
export const federationInput = z.object({ federation: slug });
/** A section's address, and after which member its list goes on. */
export const sectionInput = z.object({
  federation: slug,
  section: slug,
  apres: idText.nullish().catch(null),
});

/** What was searched for: typed words, and the commune chosen among those proposed. */
export const searchInput = z.object({
  commune: z.string().max(80).catch(""),
  communeCode: z
    .string()
    .regex(/^[0-9A-Z-]{2,6}$/)
    .catch(""),
});
