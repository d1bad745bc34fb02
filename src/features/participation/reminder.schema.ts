import { z } from "zod";

export const ofReminderInput = z.strictObject({ token: z.string().max(64) });
