import { paths } from "@/core/paths.ts";
import { sql } from "@/platform/db/client.ts";
import { keptWords } from "@/platform/kept-words.ts";
import { authorColumns, plainReports } from "@/platform/plain-reports.ts";
import { reportHidden, reportShown } from "../field-report.facts.ts";
import { visibleReports } from "../field-report.policy.ts";
import { picturesToJudge } from "../field-report.queries.ts";

type Row = {
  id: string;
  scope: string;
  author_id: string | null;
  author: string | null;
  section: string | null;
  heard: string;
  title: string;
  hidden: boolean;
  seen: boolean;
  at: Date;
};

/** What field reports offer to moderation; once one is hidden, totals follow. */
export const fieldReportReports = plainReports<Row, { reportId: string; eventId: string }>({
  kind: "field-report",
  title: "Signaler un compte rendu",
  select: (actor) => sql`
    select r.id, r.scope, r.author_id, r.heard, e.title, r.hidden_at is not null as hidden, r.published_at as at,
      ${authorColumns}, ${visibleReports(actor)} as seen
    from field_report r join event e on e.id = r.event_id
    left join member m on m.id = r.author_id left join section s on s.id = m.section_id`,
  id: sql`r.id`,
  visible: (actor) => sql`r.hidden_at is null and ${visibleReports(actor)}`,
  words: ({ id, title, heard, seen }) => ({
    // What was heard; pictures and their captions are read with it on the page of its case.
    text: heard === "" ? `Compte rendu : ${title}` : heard,
    place: { label: `Compte rendu : ${title}`, href: seen ? paths.fieldReport(id) : null },
  }),
  history: ({ id }) => keptWords("field-report", id),
  pictures: ({ id }) => picturesToJudge(id),
  authorOfCase: sql`(select r.author_id from field_report r where r.id = k.object_id)`,
  hiding: {
    table: sql`field_report`,
    ids: sql`id as "reportId", event_id as "eventId"`,
    hidden: reportHidden,
    shown: reportShown,
  },
});
