import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import {
  type CardRow,
  type CardView,
  cardColumns,
  isSuspended,
  noBlock,
  profileOf,
  toCardView,
  visibleProfiles,
} from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { env } from "@/platform/env.ts";
import { canKeepGroup, visibleGroups } from "./group.policy.ts";
import { getGroup } from "./group.queries.ts";
import { canInviteAnybody, invitationStands, invitationWaits } from "./invitation.policy.ts";
import { inviteAgainCutoff } from "./invitation.rules.ts";
import { inviteSearchInput } from "./invitation.schema.ts";
import type { GroupInvitePageView, SentInvitationView } from "./invitation.views.ts";
import { listGroupLinks } from "./link.queries.ts";
import type { EntrantView, GroupInvitationView } from "./request.views.ts";
import { termsOf } from "./request-terms.rules.ts";

const SHOWN = 50;
const CANDIDATES = 30;
/** Letters of a name before anybody but coopains is looked for. */
const LEAST = 2;

const inside = sql`exists (select 1 from group_membership x where x.group_id = g.id and x.member_id = m.id and x.role <> 'follower')`;

type ReceivedRow = {
  id: string;
  group_id: string;
  slug: string;
  name: string;
  purpose: string;
  rules: string;
  questions: string[];
  words: string;
  at: Date;
  by: (EntrantView & { photo_id: string | null; seen: boolean }) | null;
};

/** The invitations that an actor received and has not answered, the newest first: none into a group that she is in, none from who has a block with her. */
async function received(actor: Actor, more: Sql): Promise<GroupInvitationView[]> {
  if (actor.kind !== "member") return [];
  const inviter = sql`(select json_build_object('id', k.id, 'name', k.name, 'section', k.section, 'photo_id', k.photo_id, 'seen', k.seen)
    from (select ${cardColumns(actor)}, ${visibleProfiles(actor)} as seen from member m ${profileOf}
      join section s on s.id = m.section_id where m.id = i.invited_by_id and m.erased_at is null) k)`;
  const rows = await readRows<ReceivedRow>(
    sql`
    select i.id, g.id as group_id, g.slug, g.name, g.purpose, g.rules, g.questions, i.words, i.invited_at as at, ${inviter} as by
    from group_invitation i join member_group g on g.id = i.group_id
    where i.member_id = ${actor.id} and ${invitationWaits} and ${invitationStands()} and ${visibleGroups(actor)}
      and not exists (select 1 from group_membership x where x.group_id = g.id and x.member_id = ${actor.id} and x.role <> 'follower')
      and ${more} order by i.invited_at desc, i.id limit ${SHOWN}`,
    { planned: true },
  );
  return rows.map(({ id, group_id, slug, name, purpose, rules, questions, words, at, by }) => {
    const card = by && toCardView(by);
    return {
      ...{ id, words, at: new Date(at), rules, terms: termsOf({ questions, rules }) },
      group: { id: group_id, slug, name, purpose },
      by: card && (by.seen ? card : { ...card, href: null, photo: null }),
    };
  });
}

export const listGroupInvitations = (actor: Actor): Promise<GroupInvitationView[]> => received(actor, sql`true`);

/** The one that waits for her into a group, or null. */
export const findInvitationInto = async (actor: Actor, groupId: string): Promise<GroupInvitationView | null> =>
  (await received(actor, sql`g.id = ${groupId}`))[0] ?? null;

/**
 * The page of who invites into a group: her coopains who are not in it, whom else she looks for where she keeps it, those
 * who were invited, and the links. Throws `not_found` for who may invite nobody.
 */
export async function getGroupInvitePage(actor: Actor, groupId: string, asked: unknown): Promise<GroupInvitePageView> {
  const group = await getGroup(actor, groupId);
  if (!canInviteAnybody(actor, group).allowed) throw new AppError("not_found", "absent");
  const { q } = inviteSearchInput.parse(asked);
  const keeps = canKeepGroup(actor, group).allowed;
  const [people, sent, links] = await Promise.all([
    listCandidates(actor, groupId, { q, keeps }),
    listSent(actor, groupId, keeps),
    keeps ? listGroupLinks(actor, groupId) : [],
  ]);
  return { group, q, keeps, people, sent, links, origin: env().APP_ORIGIN };
}

/** Whom the actor may invite now: the same law as the command's, in one statement. Coopains first. */
async function listCandidates(
  actor: Actor,
  groupId: string,
  { q, keeps }: { q: string; keeps: boolean },
): Promise<CardView[]> {
  const now = clock.now();
  const coopain = sql`exists (select 1 from coopain t where t.member_id = ${actor.id} and t.other_id = m.id)`;
  const whom =
    keeps && q.length >= LEAST ? sql`(${coopain} or m.adult_on is null or m.adult_on <= ${now}::date)` : coopain;
  const named = q ? sql`m.folded_name like folded(${`%${q.replace(/[\\%_]/g, "\\$&")}%`})` : sql`true`;
  const rows = await readRows<CardRow>(sql`
    select ${cardColumns(actor)} from member_group g cross join member m ${profileOf} join section s on s.id = m.section_id
    where g.id = ${groupId} and m.id <> ${actor.id} and ${whom} and ${named} and ${visibleProfiles(actor)}
      and not ${isSuspended(now)} and (not g.adherents_only or m.adherent_since is not null) and not ${inside}
      and not exists (select 1 from group_invitation i where i.group_id = g.id and i.member_id = m.id
        and ((${invitationWaits} and ${invitationStands()}) or (i.accepted = false and i.answered_at > ${inviteAgainCutoff(now)})))
    order by ${coopain} desc, m.name, m.id limit ${CANDIDATES}`);
  return rows.map(toCardView);
}

/** Invitations that wait: her own, or all of them where she keeps the group. */
async function listSent(actor: Actor, groupId: string, keeps: boolean): Promise<SentInvitationView[]> {
  type Row = CardRow & { seen: boolean; invitation_id: string; at: Date; own: boolean; by: string | null };
  const rows = await readRows<Row>(sql`
    select ${cardColumns(actor)}, ${visibleProfiles(actor)} as seen, i.id as invitation_id, i.invited_at as at, i.invited_by_id = ${actor.id} as own,
      (select k.name from member k where k.id = i.invited_by_id and k.erased_at is null) as by
    from group_invitation i join member_group g on g.id = i.group_id join member m on m.id = i.member_id ${profileOf}
      join section s on s.id = m.section_id
    where g.id = ${groupId} and ${invitationWaits} and ${invitationStands()} and m.erased_at is null and ${noBlock(actor)}
      and not ${inside} and ${keeps ? sql`true` : sql`i.invited_by_id = ${actor.id}`}
    order by i.invited_at desc, i.id limit ${SHOWN}`);
  return rows.map((row) => {
    const card = toCardView(row);
    const person = row.seen ? card : { ...card, href: null, photo: null };
    return { id: row.invitation_id, person, at: row.at, by: row.own ? null : row.by };
  });
}
