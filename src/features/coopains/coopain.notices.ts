import { did, doers } from "@/core/notice-words.ts";
import { paths } from "@/core/paths.ts";
import { sql } from "@/platform/db/client.ts";
import { type Notices, type NoticeWords, toldColumns } from "@/platform/notices.ts";
import { namesFor, noBlock, profileOf, visibleProfiles } from "../profiles/index.ts";
import { isOpen } from "./coopain.policy.ts";

/** What members are told of their coopains. A refusal, a removal and a block are told to nobody. */
export const coopainNotices: Notices = {
  sources: [
    {
      kind: "coopain.requested",
      fact: "coopain.requested",
      told: ({ fromId, toId }) =>
        sql`select ${toldColumns({
          member: sql`q.to_id`,
          key: sql`'request:' || q.from_id`,
          subject: "coopain-request",
          subjectId: sql`q.id`,
          actor: sql`q.from_id`,
        })} from coopain_request q where q.from_id = ${fromId} and q.to_id = ${toId} and ${isOpen}`,
    },
    {
      kind: "coopain.accepted",
      fact: "coopain.accepted",
      told: ({ memberId, otherId }) =>
        sql`select ${toldColumns({
          member: sql`t.other_id`,
          key: sql`'coopain:' || t.member_id`,
          subject: "coopain",
          subjectId: sql`t.member_id`,
          actor: sql`t.member_id`,
        })} from coopain t where t.member_id = ${memberId} and t.other_id = ${otherId}`,
    },
    {
      kind: "coopain.joined",
      fact: "member.joined",
      told: ({ memberId }) =>
        sql`select ${toldColumns({
          member: sql`m.invited_by_id`,
          key: sql`'joined:' || m.id`,
          subject: "invited-member",
          subjectId: sql`m.id`,
          actor: sql`m.id`,
        })} from member m where m.id = ${memberId} and m.invited_by_id is not null`,
    },
  ],
  subjects: {
    "coopain-request": (
      actor,
    ) => sql`exists (select 1 from coopain_request q join member m on m.id = q.from_id ${profileOf}
      where q.id = n.subject_id and q.to_id = ${actor.id} and ${isOpen} and ${visibleProfiles(actor)})`,
    coopain: (actor) => sql`exists (select 1 from coopain t join member m on m.id = t.other_id ${profileOf}
      where t.member_id = ${actor.id} and t.other_id = n.subject_id and ${visibleProfiles(actor)})`,
    // She may not see the card of who followed her invitation: that somebody did is hers to know.
    "invited-member": (actor) => sql`exists (select 1 from member m
      where m.id = n.subject_id and m.invited_by_id = ${actor.id} and m.erased_at is null and ${noBlock(actor)})`,
  },
  async describe(actor, notices) {
    const names = await namesFor(
      actor,
      notices.map(({ actorId }) => actorId),
    );
    return new Map(
      notices.flatMap(({ id, kind, actorId }): [string, NoticeWords][] => {
        const name = names.get(actorId ?? "");
        const card = actorId && name ? paths.member({ id: actorId, name }) : paths.coopains;
        if (kind === "coopain.requested")
          return [[id, { text: did(doers(name), "te", "te", "demande en coopain"), href: paths.coopains }]];
        if (kind === "coopain.accepted")
          return [[id, { text: did(doers(name), "a", "ont", "accepté\u00a0: vous voilà coopains"), href: card }]];
        if (kind !== "coopain.joined") return [];
        const who = name ?? "Quelqu’un";
        return [[id, { text: `${who} a suivi ton invitation et s’est inscrit·e`, href: name ? card : paths.invite }]];
      }),
    );
  },
};
