import { getFile } from "@/features/group-files/index.ts";
import { storedFileRoute } from "@/platform/next/stored-file-route.ts";

/** A file of a group, for those who read the group. */
export const GET = storedFileRoute<{ id: string; fichier: string }>(getFile);
