import { addFile } from "./commands/add-file.ts";
import { removeFile } from "./commands/remove-file.ts";

/** Every command of the files of groups, by its name in the code. */
export const groupFileCommands = { addFile, removeFile };

export { groupFileReports } from "./commands/moderate-file.ts";
export { takeFile } from "./commands/take-file.ts";
export { groupFileFacts } from "./file.facts.ts";
export { drawPdf, groupFileFactJobs, groupFileJobs, purgeFiles } from "./file.jobs.ts";
export { groupFileNotices } from "./file.notices.ts";
export { groupFilesPersonalData } from "./file.personal-data.ts";
export { visibleFiles } from "./file.policy.ts";
export { getFile, getFilePlace, getFilePreview, listFiles } from "./file.queries.ts";
export type { FilesView, FileView } from "./file.views.ts";
export { addFile, removeFile };
