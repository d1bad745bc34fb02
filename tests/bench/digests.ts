import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { mailGate } from "@/composition.ts";
import { newId } from "@/core/ids.ts";
import { zonedDay, zonedMoment } from "@/core/zoned-time.ts";
import { writeDigests } from "@/features/notifications/digest.jobs.ts";
import { clock } from "@/platform/clock.ts";
import { pool } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { deliver } from "@/platform/mail-transport.ts";
import { singletons } from "@/platform/singletons.ts";
import { root } from "./child-server.ts";
import { median, rounded } from "./figures.ts";
import { createDebate, createMembers, createWall } from "./world.ts";

const SUBSCRIPTIONS = 40;
const ROUNDS = 3;

type Arrived = { mails: number; recipients: number; bytes: number };

/** A mail server on loopback, in a process of its own; `arrived`: what came since it was last asked. */
async function openSink(): Promise<{ arrived: () => Promise<Arrived>; close: () => void }> {
  const child = fork(join(root, "tests/bench/sink-server.ts"), { execArgv: ["--import", "tsx"] });
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  Object.assign(process.env, {
    COOPOL_DEMO: "0",
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    MAIL_FROM: "La Coopol <ne-pas-repondre@example.org>",
  });
  return {
    async arrived() {
      child.send("how many?");
      return ((await once(child, "message")) as [Arrived])[0];
    },
    close: () => child.kill(),
  };
}

/** Each member follows twenty debates and is in twenty groups where something happened: a line for each. */
async function tellEverybody(members: readonly { id: string }[], at: Date): Promise<void> {
  const some = members.slice(0, 5);
  for (let n = 0; n < SUBSCRIPTIONS / 2; n++) {
    const debate = await createDebate(some, 6);
    const group = await createWall(some, 5);
    const { rows } = await pool().query<{ id: string }>(
      "select id from post where group_id = $1 order by created_at desc limit 1",
      [group.id],
    );
    const tell = (kind: string, subject: string, id: string, ids: object) =>
      pool().query(
        `insert into notice (id, member_id, kind, topic, key, subject, subject_id, ids, count, first_at, at, in_app, mail)
         select lower(substr(translate(encode(sha256((m.id || $3 || $2)::bytea), 'hex'), 'ilou', 'abcd'), 1, 12)), m.id, $1,
           split_part($2, '-', 1) || ':' || $3, $2 || ':' || $3, $2, $3, $4, 5, $5, $5, true, 'daily' from unnest($6::text[]) as m(id)`,
        [kind, subject, id, ids, at, members.map((member) => member.id)],
      );
    await tell("debate.contributed", "debate-news", debate.id, { seq: 6 });
    await tell("group.posted", "group-posts", group.id, { postId: rows[0]?.id ?? newId() });
  }
  await pool().query("analyze");
}

/**
 * Digests of members with forty subscriptions, each read through the law of what it is about, into a local mail server;
 * beside it the same messages given to the same server by the same connections, without a database.
 */
export async function benchDigests(args: string[]) {
  const { values } = parseArgs({
    args,
    options: { members: { type: "string", default: "1500" }, json: { type: "boolean" } },
  });
  const count = Number(values.members);
  const sink = await openSink();
  singletons.limits = { consume: async () => {} };
  singletons.mailGate = mailGate;
  await prepareJobs([], { working: false });
  const today = zonedDay(new Date(), "Europe/Paris");
  const eight = zonedMoment(`${today}T08:00`, "Europe/Paris") ?? new Date();
  clock.now = () => eight;
  const members = await createMembers(count);
  await tellEverybody(members, new Date(eight.getTime() - 10 * 3_600_000));
  console.error(`${count} members, ${SUBSCRIPTIONS} lines each`);

  const rounds: { aSecond: number; cpuMsPerThousand: number; bareASecond: number; bareCpuMsPerThousand: number }[] = [];
  let size = 0;
  let wrong = 0;
  for (let round = 0; round < ROUNDS; round++) {
    await pool().query("update notice set mailed_at = null");
    await pool().query("delete from digest");
    const written = await measured(count, async () => {
      for (let after: string | null = ""; after !== null; ) after = (await writeDigests(after)).next;
    });
    const arrived = await sink.arrived();
    wrong += Math.abs(arrived.mails - count) + Math.abs(arrived.recipients - count);
    size = arrived.bytes / Math.max(1, arrived.mails);
    const html = "x"
      .repeat(72)
      .concat("\n")
      .repeat(Math.round(size / 73));
    const message = { subject: "12 contributions", text: "Une phrase.\n", html, headers: {} };
    const bare = await measured(count, async () => {
      const waiting = members.map(({ id }) => id);
      const send = async () => {
        for (let id = waiting.pop(); id; id = waiting.pop())
          await deliver({ ...message, to: `bench-${id}@example.org` });
      };
      await Promise.all(Array.from({ length: 8 }, send));
    });
    await sink.arrived();
    rounds.push({ ...written, bareASecond: bare.aSecond, bareCpuMsPerThousand: bare.cpuMsPerThousand });
    console.error(JSON.stringify(rounds.at(-1)));
  }
  sink.close();
  const middle = (name: keyof (typeof rounds)[number]) => median(rounds.map((one) => one[name]));
  return {
    members: count,
    subscriptions: SUBSCRIPTIONS,
    bytesEach: Math.round(size),
    wrong,
    aSecond: middle("aSecond"),
    cpuMsPerThousand: middle("cpuMsPerThousand"),
    bareASecond: middle("bareASecond"),
    bareCpuMsPerThousand: middle("bareCpuMsPerThousand"),
    rounds,
  };
}

/** How many a second, and the CPU of this process for a thousand. */
async function measured(count: number, work: () => Promise<void>) {
  const [began, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return {
    aSecond: rounded((count * 1_000) / (performance.now() - began)),
    cpuMsPerThousand: rounded((user + system) / 1_000 / (count / 1_000), 0),
  };
}
