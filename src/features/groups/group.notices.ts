import type { Actor } from "@/core/actor.ts";
import { did, doers } from "@/core/notice-words.ts";
import { paths } from "@/core/paths.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { sqlCovers } from "@/platform/db/scope.ts";
import { type NoticeRow, type Notices, type NoticeWords, toldColumns } from "@/platform/notices.ts";
import { roleInGroup, visibleGroups } from "./group.policy.ts";
import { type GroupRole, groupHeading, groupWords } from "./group.rules.ts";
import { invitationStands, invitationWaits } from "./invitation.policy.ts";
import { requestWaits } from "./request.policy.ts";
import { answerableRequests } from "./request.queries.ts";

/**
 * Those who are told of what happens in the group `g`, by `member_id`: who is in it or follows it, and who lives in the section
 * whose group it is. Of a federation's group and the country's own, `widely` alone: too much is said there.
 */
export const toldOfGroup = (widely = false): Sql => sql`
  select b.member_id from group_membership b where b.group_id = g.id
  union all select h.id from section s join member h on h.section_id = s.id
    where g.kind = 'place' and ${widely ? sqlCovers(sql`g.place`, sql`s.scope`) : sql`s.scope = g.place`} and h.erased_at is null`;

const topic = sql`'group:' || g.id`;
/** Being on the group's page reads it. */
const ofGroup = sql`jsonb_build_object('groupId', g.id)`;

/** What members are told of coming into groups, and of what they are in them. The walls are told of by their posts. */
export const groupNotices: Notices = {
  sources: [
    {
      kind: "group.requested",
      fact: "group.requested",
      told: ({ requestId }) => sql`select ${toldColumns({
        member: sql`k.member_id`,
        topic,
        key: topic,
        subject: "group-requests",
        subjectId: sql`g.id`,
        actor: sql`q.member_id`,
      })} from group_request q join member_group g on g.id = q.group_id
        join group_membership k on k.group_id = g.id and k.role in ('manager', 'lead')
        where q.id = ${requestId} and ${requestWaits}`,
    },
    {
      kind: "group.answered",
      fact: "group.request-answered",
      // The group answers, whoever of it did.
      told: ({ requestId }) =>
        sql`select ${toldColumns({
          member: sql`q.member_id`,
          key: topic,
          subject: "group-answer",
          subjectId: sql`q.id`,
          ids: ofGroup,
        })} from group_request q join member_group g on g.id = q.group_id where q.id = ${requestId} and q.accepted is not null`,
    },
    {
      kind: "group.invited",
      fact: "group.invited",
      told: ({ invitationId }) =>
        sql`select ${toldColumns({
          member: sql`i.member_id`,
          key: topic,
          subject: "group-invitation",
          subjectId: sql`i.id`,
          ids: ofGroup,
          actor: sql`i.invited_by_id`,
        })} from group_invitation i join member_group g on g.id = i.group_id where i.id = ${invitationId} and ${invitationWaits}`,
    },
    {
      kind: "group.role",
      fact: "group.role-given",
      // Less than before is said by who decided it, not by a line.
      concerns: ({ raised, role }) => raised === "oui" && role !== "member",
      told: ({ groupId, memberId }) => sql`select ${toldColumns({
        member: sql`b.member_id`,
        key: topic,
        subject: "group-role",
        subjectId: sql`g.id`,
      })} from group_membership b join member_group g on g.id = b.group_id
        where g.id = ${groupId} and b.member_id = ${memberId} and b.role in ('manager', 'lead')`,
    },
    {
      kind: "group.role",
      fact: "group.member-removed",
      told: ({ groupId, memberId }) =>
        sql`select ${toldColumns({
          member: sql`m.id`,
          key: topic,
          subject: "group-removal",
          subjectId: sql`g.id`,
        })} from member_group g join member m on m.id = ${memberId} where g.id = ${groupId}`,
    },
  ],
  subjects: {
    "group-requests": (actor) => sql`exists (select 1 from member_group g join group_request q on q.group_id = g.id
      join member m on m.id = q.member_id where g.id = n.subject_id and ${visibleGroups(actor)}
        and coalesce(${roleInGroup(actor)} >= 'manager', false) and ${answerableRequests(actor)})`,
    "group-answer": (actor) => sql`exists (select 1 from group_request q join member_group g on g.id = q.group_id
      where q.id = n.subject_id and q.member_id = ${actor.id} and ${visibleGroups(actor)})`,
    "group-invitation": (actor) => sql`exists (select 1 from group_invitation i join member_group g on g.id = i.group_id
      where i.id = n.subject_id and i.member_id = ${actor.id} and ${invitationWaits} and ${invitationStands()} and ${visibleGroups(actor)})`,
    "group-role": (
      actor,
    ) => sql`exists (select 1 from member_group g where g.id = n.subject_id and ${visibleGroups(actor)}
      and coalesce(${roleInGroup(actor)} >= 'manager', false))`,
    // Whoever was taken out may know of it no longer: she is told that it happened, and its name where she still may.
    "group-removal": (
      actor,
    ) => sql`exists (select 1 from member_group g where g.id = n.subject_id and g.hidden_at is null
      and not exists (select 1 from group_membership b where b.group_id = g.id and b.member_id = ${actor.id}))`,
  },
  describe,
};

type Row = {
  id: string;
  group: { id: string; slug: string; name: string; place: string | null };
  known: boolean;
  waiting: { count: number; name: string | null } | null;
  accepted: boolean | null;
  inviter: string | null;
  role: GroupRole | null;
};

const ours = (subject: string) => subject in groupNotices.subjects;

async function describe(actor: Actor, all: readonly NoticeRow[]): Promise<ReadonlyMap<string, NoticeWords>> {
  const notices = all.filter(({ subject }) => ours(subject));
  if (notices.length === 0) return new Map();
  const column = (name: "id" | "subject" | "subjectId") => notices.map((notice) => notice[name]);
  // Who asks and who invites are named by what they wrote themselves, as on the pages of the group.
  const rows = await readRows<Row>(sql`
    select t.id, json_build_object('id', g.id, 'slug', g.slug, 'name', g.name, 'place', g.place) as "group",
      ${visibleGroups(actor)} as known, ${roleInGroup(actor)} as role, y.accepted,
      (select k.name from member k where k.id = z.invited_by_id and k.erased_at is null) as inviter,
      case when t.subject = 'group-requests' then (
        select json_build_object('count', count(*), 'name', (array_agg(m.name order by q.asked_at desc))[1])
        from group_request q join member m on m.id = q.member_id where q.group_id = g.id and ${answerableRequests(actor)}) end as waiting
    from unnest(${column("id")}::text[], ${column("subject")}::text[], ${column("subjectId")}::text[]) as t(id, subject, subject_id)
      left join group_request y on y.id = t.subject_id left join group_invitation z on z.id = t.subject_id
      join member_group g on g.id = coalesce(y.group_id, z.group_id, t.subject_id)`);
  const found = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    notices.flatMap((notice): [string, NoticeWords][] => {
      const row = found.get(notice.id);
      const words = row && wordsOf(notice, row);
      return words ? [[notice.id, words]] : [];
    }),
  );
}

function wordsOf({ subject }: NoticeRow, { group, known, waiting, accepted, inviter, role }: Row): NoticeWords | null {
  const name = groupWords(group);
  const about = groupHeading(group);
  switch (subject) {
    case "group-requests": {
      const who = doers(waiting?.name, waiting?.count);
      const text = (where: string) => did(who, "demande", "demandent", `à entrer dans ${where}`);
      return { text: text(name), href: paths.groupMembers(group), about, under: text("ce groupe") };
    }
    case "group-answer":
      return accepted
        ? { text: `Bienvenue dans ${name}\u00a0: ta demande est acceptée`, href: paths.group(group) }
        : { text: `Ta demande d’entrer dans ${name} n’est pas acceptée`, href: paths.groupAbout(group) };
    case "group-invitation":
      return { text: `${inviter ?? "Un·e membre"} t’invite dans ${name}`, href: paths.group(group) };
    case "group-role": {
      const now = role === "lead" ? "responsable" : "gestionnaire";
      return { text: `Tu es maintenant ${now} de ${name}`, href: paths.groupMembers(group) };
    }
    case "group-removal":
      return known
        ? { text: `Tu ne fais plus partie de ${name}`, href: paths.group(group) }
        : { text: "Tu ne fais plus partie d’un groupe dont tu étais membre", href: paths.groups };
    default:
      return null;
  }
}
