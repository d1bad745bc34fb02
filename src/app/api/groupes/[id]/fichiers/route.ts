import { paths } from "@/core/paths.ts";
import { getFilePlace, takeFile } from "@/features/group-files/index.ts";
import { storedUploadRoute } from "@/platform/next/stored-file-route.ts";
import { documents } from "@/platform/take-file.ts";

/** Gives a group a file: through `takeFile`, which looks into it and hands it to `addFile`. */
export const POST = storedUploadRoute<{ id: string }, { id: string; slug: string }>({
  ...documents,
  open: getFilePlace,
  save: takeFile,
  back: (group) => ({ path: paths.groupFiles(group), fragment: "fichiers" }),
});
