import type { Sql } from "./db/client.ts";

/** Real acts of a member that tell how present she is, offered by the feature that knows of them. Votes are never among them by number. */
export type ActivitySource = {
  /** In French, as her own page explains: "contributions et réponses dans les débats". */
  label: string;
  /** Rows (day date), one for each act since a moment. */
  days: (memberId: string, since: Date) => Sql;
};
