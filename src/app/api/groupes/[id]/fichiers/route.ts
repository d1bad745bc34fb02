import { paths } from "@/core/paths.ts";
import { getFilePlace, MAX_FILE_BYTES, seemsToBe, takeFile } from "@/features/group-files/index.ts";
import { storedUploadRoute } from "@/platform/next/stored-file-route.ts";

/** Gives a group a file: through `takeFile`, which looks into it and hands it to `addFile`. */
export const POST = storedUploadRoute<{ id: string }, { id: string; slug: string }>({
  open: getFilePlace,
  maxBytes: MAX_FILE_BYTES,
  tooHeavy: "file_too_heavy",
  typeOf: seemsToBe,
  anotherKind: "file_of_another_kind",
  save: takeFile,
  back: (group) => ({ path: paths.groupFiles(group), fragment: "fichiers" }),
});
