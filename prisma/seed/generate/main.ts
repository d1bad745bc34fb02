import type { PoolClient } from "pg";
import { clock } from "@/platform/clock.ts";
import { pool } from "@/platform/db/client.ts";
import { isDemo } from "@/platform/env.ts";
import { generateConversations } from "./conversations.ts";
import { generateDebates } from "./debates.ts";
import { generateEvents } from "./events.ts";
import { generateGroups } from "./groups.ts";
import { generateMembers } from "./members.ts";
import { generatePosts } from "./posts.ts";
import { generateProfiles } from "./profiles.ts";
import { generateStaff } from "./staff.ts";
import { generateTies } from "./ties.ts";

/** How many members are added, how much of the rest among them, and in which federations when not in all. */
export type Size = {
  members: number;
  ties: number;
  events?: number;
  groups?: number;
  posts?: number;
  conversations?: number;
  federations?: readonly string[];
};
export type Generated = { counts: Record<string, number>; seconds: number };

/** Their addresses: a domain that no mail ever reaches (RFC 2606). Whoever else is there is a person. */
export const GENERATED = "generated.example.org";
const LARGEST = 1_000_000;
const TIES_PER_MEMBER = 10;

type Asked = Partial<Record<"ties" | "events" | "groups" | "posts" | "conversations", string>>;

/** The size asked for on the command line, checked; ten ties a member, and nothing else, unless told otherwise. */
export function sizeOf(members: string, { ties, events, groups, posts, conversations }: Asked = {}): Size {
  const count = (text: string, name: string, least: number, most: number) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most)
      throw new Error(`--${name} is a whole number from ${least} to ${most}`);
    return value;
  };
  const people = count(members, "members", 10, LARGEST);
  return {
    members: people,
    ties: ties ? count(ties, "ties", 0, 20 * LARGEST) : people * TIES_PER_MEMBER,
    events: events ? count(events, "events", 0, LARGEST) : 0,
    groups: groups ? count(groups, "groups", 0, LARGEST / 10) : 0,
    posts: posts ? count(posts, "posts", 0, 5 * LARGEST) : 0,
    conversations: conversations ? count(conversations, "conversations", 0, 5 * LARGEST) : 0,
  };
}

/**
 * Refuses a database where somebody lives: invented members would lead real sections. The embedded demo may be filled,
 * and a database with nobody in it; `anyway` is somebody's own word for any other.
 */
export async function refuseRealPeople(anyway: boolean): Promise<void> {
  if (isDemo() || anyway) return;
  const { rows } = await pool().query<{ people: number }>(
    "select count(*)::int as people from member where erased_at is null and email not like $1",
    [`%@${GENERATED}`],
  );
  const people = rows[0]?.people ?? 0;
  if (people > 0)
    throw new Error(
      `${people} members live in this database: invented ones would stand among them and lead their sections.\nOn a copy made for trials, add --yes true.`,
    );
}

/**
 * Adds invented members with all that they write and hold, in one transaction: what fails leaves the database, its
 * indexes and its constraints as they were. The same on every machine for the same size and day.
 */
export async function generate(size: Size): Promise<Generated> {
  const begin = performance.now();
  const client = await pool().connect();
  try {
    await client.query("begin");
    await client.query("set local work_mem = '256MB'; set local maintenance_work_mem = '512MB'");
    await client.query("set local synchronous_commit = off");
    await prepare(client);
    await generateMembers(client, size, clock.now());
    await generateProfiles(client);
    await generateStaff(client);
    await generateTies(client, size.ties);
    await generateDebates(client);
    await generateEvents(client, size.events ?? 0);
    const { groups = 0, posts = 0 } = size;
    if (groups + posts > 0) await generateGroups(client, groups);
    if (posts > 0) await generatePosts(client, { posts, groups });
    await generateConversations(client, size.conversations ?? 0);
    const counts = await countsOf(client);
    await client.query("commit");
    await client.query("vacuum analyze");
    return { counts, seconds: Math.round((performance.now() - begin) / 100) / 10 };
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

/** A dice that falls the same way each time: `u(k, side)` in [0, 1); `pick` and `id` draw with it. */
async function prepare(client: PoolClient): Promise<void> {
  await client.query(`
    create or replace function pg_temp.u(k bigint, side int) returns float8 language sql immutable parallel safe
      return (hashint8extended(k, side) & 140737488355327)::float8 / 140737488355328;
    create or replace function pg_temp.pick(list text[], k bigint, side int) returns text language sql immutable parallel safe
      return list[1 + floor(pg_temp.u(k, side) * cardinality(list))::int];
    create or replace function pg_temp.id(kind text, k bigint) returns text language sql immutable parallel safe
      return left(md5(kind || ':' || k), 12)`);
}

async function countsOf(client: PoolClient): Promise<Record<string, number>> {
  const { rows } = await client.query<Record<string, number>>(`
    select (select count(*)::int from member) as members,
      (select count(*)::int from member where adherent_since is not null) as adherents,
      (select count(*)::int from profile) as profiles,
      (select count(*)::int / 2 from coopain) as ties,
      (select count(*)::int from coopain_request) as requests,
      (select count(*)::int from block) as blocks,
      (select count(*)::int from suspension) as suspensions,
      (select count(*)::int from mandate) as mandates,
      (select count(*)::int from welcome) as welcomes,
      (select count(*)::int from contribution) as contributions,
      (select count(*)::int from vote) as votes,
      (select count(*)::int from event) as events,
      (select count(*)::int from sign_up) as sign_ups,
      (select count(*)::int from field_report) as field_reports,
      (select count(*)::int from member_group where kind <> 'place') as groups,
      (select count(*)::int from group_membership) as group_memberships,
      (select count(*)::int from post) as posts,
      (select count(*)::int from post_comment) as comments,
      (select count(*)::int from post_reaction) as reactions,
      (select count(*)::int from conversation) as conversations,
      (select count(*)::int from message) as messages`);
  return rows[0] ?? {};
}
