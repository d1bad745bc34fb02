import type { Member } from "@/core/actor.ts";
import { listedProfiles, profileOf } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import { deskNewcomers, isNewcomer, welcomable, welcomeOf } from "./desk.policy.ts";
import { newcomersSince } from "./desk.rules.ts";

export type ToWelcome = { id: string; name: string; joinedAt: Date };

const MOST = 3;

/** The newcomers that this member was asked to look after, the longest here first. */
export function listEntrusted(member: Member): Promise<ToWelcome[]> {
  return db.$queryRaw<ToWelcome[]>(sql`
    select m.id, m.name, m.joined_at as "joinedAt"
    from welcome mine join member m on m.id = mine.member_id ${welcomeOf}
    where mine.point_person_id = ${member.id} and w.point_person_id = ${member.id}
      and ${isNewcomer(clock.now())} and ${welcomable(member)}
    order by w.written_at is not null, m.joined_at, m.id limit ${MOST}`);
}

/** The sections that this member leads, where newcomers were written to by nobody. */
export function countAlone(member: Member): Promise<{ scope: string; section: string; count: number }[]> {
  const led = member.grants.filter(({ role }) => role === "section_leader").map(({ scope }) => scope);
  if (led.length === 0) return Promise.resolve([]);
  return db.$queryRaw<{ scope: string; section: string; count: number }[]>(sql`
    select s.scope, s.name as section, count(*)::int as count
    from section s join member m on m.section_id = s.id ${welcomeOf}
    where s.scope = any(${led}::text[]) and m.joined_at > ${newcomersSince(clock.now())}
      and ${deskNewcomers(member)} and w.written_at is null and w.point_person_id is null
    group by s.id order by min(m.joined_at) limit ${MOST}`);
}

/** For a member who said that she would welcome: newcomers of her section whose card she sees, entrusted to nobody. */
export function listToMeet(member: Member): Promise<ToWelcome[]> {
  const now = clock.now();
  return db.$queryRaw<ToWelcome[]>(sql`
    select m.id, m.name, m.joined_at as "joinedAt" from member m ${profileOf} ${welcomeOf}
    where exists (select 1 from profile mine where mine.member_id = ${member.id} and 'accueillir' = any(mine.willing))
      and m.section_id = ${member.section.id} and m.joined_at > ${newcomersSince(now)}
      and ${isNewcomer(now)} and ${listedProfiles(member)} and w.point_person_id is null
    order by w.written_at is not null, m.joined_at, m.id limit ${MOST}`);
}
