import { z } from "zod";
import { idText } from "@/core/text.ts";

export const makeFeedInput = z.strictObject({});
export const revokeFeedInput = z.strictObject({ feedId: idText });

/** A place as a feed's address writes it: "national", "63", "63/63113". */
export const placeFeedInput = z.object({
  lieu: z
    .string()
    .regex(/^(?:national|[0-9A-Za-z]{2,3}(?:\/[0-9A-Za-z-]{1,20})?)$/)
    .transform((path) => (path === "national" ? path : `national/${path}`)),
});
