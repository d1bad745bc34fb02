import { did, doers, quoted } from "@/core/notice-words.ts";
import { paths } from "@/core/paths.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { type Notices, type NoticeWords, toldColumns } from "@/platform/notices.ts";
import { namesFor } from "../profiles/index.ts";
import { visibleReports } from "./field-report.policy.ts";

/** What those who were there are told: what came of it. */
export const fieldReportNotices: Notices = {
  sources: [
    {
      kind: "event.reported",
      fact: "field-report.published",
      told: ({ reportId }) => sql`select distinct ${toldColumns({
        member: sql`s.member_id`,
        topic: sql`'event:' || r.event_id`,
        key: sql`'event:' || r.event_id`,
        subject: "field-report",
        subjectId: sql`r.id`,
        actor: sql`r.author_id`,
      })} from field_report r join shift h on h.event_id = r.event_id join sign_up s on s.shift_id = h.id
        where r.id = ${reportId} and r.hidden_at is null and s.state = 'in' and s.member_id is not null
          and s.attendance is distinct from 'absent'`,
    },
  ],
  subjects: {
    "field-report": (actor) => sql`exists (select 1 from field_report r join event e on e.id = r.event_id
      where r.id = n.subject_id and ${visibleReports(actor)})`,
  },
  async describe(actor, all) {
    const notices = all.filter(({ subject }) => subject === "field-report");
    if (notices.length === 0) return new Map();
    const rows = await readRows<{ id: string; title: string; by: string | null }>(sql`
      select r.id, e.title, r.author_id as by from field_report r join event e on e.id = r.event_id
      where r.id = any(${notices.map(({ subjectId }) => subjectId)}::text[]) and ${visibleReports(actor)}`);
    const reports = new Map(rows.map((row) => [row.id, row]));
    const names = await namesFor(
      actor,
      rows.map(({ by }) => by),
    );
    return new Map(
      notices.flatMap(({ id, subjectId }): [string, NoticeWords][] => {
        const report = reports.get(subjectId);
        if (!report) return [];
        const text = did(doers(names.get(report.by ?? "")), "raconte", "racontent", quoted(report.title));
        return [[id, { text, href: paths.fieldReport(subjectId), about: report.title }]];
      }),
    );
  },
};
