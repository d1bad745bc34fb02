import { getSignInSheet, sheetsOfAccount } from "@/features/participation/index.ts";
import { fileRoute } from "@/platform/next/file-route.ts";

/** GET: the sheet that is signed on the spot, as PDF, for those who organise. */
export const GET = fileRoute<{ id: string }>(getSignInSheet, sheetsOfAccount);
