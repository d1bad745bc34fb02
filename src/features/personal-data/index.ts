import { eraseAccount } from "./commands/erase-account.ts";
import { exportPersonalData } from "./commands/export-personal-data.ts";
import { requestErasureCode } from "./commands/request-erasure-code.ts";

/** Every command of personal data, by its name in the code. */
export const personalDataCommands = { exportPersonalData, requestErasureCode, eraseAccount };

export { exportFile } from "./export.rules.ts";
export { parts } from "./parts.queries.ts";
export { personalDataFacts } from "./personal-data.facts.ts";
export { getExportPage } from "./personal-data.queries.ts";
export { eraseAccount, exportPersonalData, requestErasureCode };
