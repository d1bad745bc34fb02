import { parseArgs } from "node:util";
import { system } from "@/core/actor.ts";
import { publicError } from "@/core/app-error.ts";
import * as accounts from "@/features/accounts/index.ts";
import * as groups from "@/features/groups/index.ts";
import * as mandates from "@/features/mandates/index.ts";
import * as territory from "@/features/territory/index.ts";
import { factJobs, jobs } from "./composition.ts";
import { closeDatabase } from "./platform/db/client.ts";
import { toAppError } from "./platform/db/errors.ts";
import { isDemo } from "./platform/env.ts";
import { prepareJobs, stopJobs } from "./platform/jobs.ts";
import { log } from "./platform/log.ts";
import { singletons } from "./platform/singletons.ts";

type Options = Record<string, string | undefined>;
type Task = { usage: string; run: (options: Options) => Promise<string> };

/** Ends the process with a sentence when an option is missing. */
function need(options: Options, name: string): string {
  const value = options[name];
  if (!value) throw new Error(`--${name} is missing`);
  return value;
}

const dateOf = (text: string | undefined) => {
  if (!text) return undefined;
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new Error(`not a date: ${text} (use 2027-01-31)`);
  return date;
};

const tasks: Record<string, Task> = {
  "admin:create": {
    usage: "--email E --name N --commune CODE           a national administrator (the account is made if absent)",
    async run(options) {
      const input = {
        email: need(options, "email"),
        name: need(options, "name"),
        communeCode: need(options, "commune"),
      };
      const { memberId } = await accounts.createAdmin({ actor: system }, input);
      return `${input.email} is a national administrator (member ${memberId}); they sign in with a code by e-mail.`;
    },
  },
  "mandate:give": {
    usage:
      "--email E --role ROLE --scope SCOPE [--until DATE]   roles: section_leader federation_admin moderator national_admin",
    async run(options) {
      const memberId = await accounts.memberIdOfEmail(need(options, "email"));
      const input = {
        memberId,
        role: need(options, "role") as never,
        scope: need(options, "scope"),
        endsAt: dateOf(options.until),
      };
      await mandates.giveMandate({ actor: system }, input);
      return `${options.email}: ${input.role} for ${input.scope}.`;
    },
  },
  "second-factor:reset": {
    usage: "--email E                                   once you are sure that it is they; their sessions end",
    async run(options) {
      const memberId = await accounts.memberIdOfEmail(need(options, "email"));
      await accounts.resetSecondFactor({ actor: system }, { memberId });
      return `${options.email} has no second factor any more: they sign in with a code by e-mail and set up another.`;
    },
  },
  "member:suspend": {
    usage: "--email E --reason TEXT [--until DATE]      ends the member's pages and sockets within 5 seconds",
    async run(options) {
      const memberId = await accounts.memberIdOfEmail(need(options, "email"));
      await accounts.suspendMember(
        { actor: system },
        { memberId, reason: need(options, "reason"), endsAt: dateOf(options.until) },
      );
      return `${options.email} is suspended.`;
    },
  },
  "demo:reset": {
    usage: "                                            rebuilds the embedded demo's story",
    async run() {
      if (!isDemo()) throw new Error("demo:reset only works on the embedded demo database");
      const { resetDemo } = await import("../prisma/seed/main.ts");
      await resetDemo();
      return "The demo is as new.";
    },
  },
  "demo:seed": {
    usage:
      "                                            (npm start) tells the demo's story when the database has an older one or none",
    async run() {
      if (!isDemo()) throw new Error("demo:seed only works on the embedded demo database");
      const { seedDemo } = await import("../prisma/seed/main.ts");
      return (await seedDemo()) ? "Demo seeded." : "Demo already there.";
    },
  },
  generate: {
    usage:
      "--members N [--ties N] [--events N] [--groups N] [--posts N] [--conversations N] [--yes true]  invented members for measures and trials; refuses where somebody lives",
    async run(options) {
      const { generate, refuseRealPeople, sizeOf } = await import("../prisma/seed/generate/main.ts");
      const size = sizeOf(need(options, "members"), options);
      await refuseRealPeople(options.yes === "true");
      const { counts, seconds } = await generate(size);
      return `${Object.entries(counts)
        .map(([name, count]) => `${count} ${name}`)
        .join(", ")}.\nIn ${seconds} s.`;
    },
  },
  "territory:load": {
    usage:
      "                                            (npm start) communes, federations, sections and their groups; idempotent",
    async run() {
      const loaded = await territory.loadTerritory();
      await groups.ensurePlaceGroups();
      return loaded
        ? `${loaded.communes} communes, ${loaded.sections} sections, ${loaded.federations} federations.`
        : "Territory already there.";
    },
  },
};

/** A refusal in its sentence, field by field; anything else as it is. */
function wordsOf(error: unknown): string {
  const failure = toAppError(error);
  if (failure.code === "unexpected") return (error as Error).message;
  const { message, fields = {} } = publicError(failure);
  return [message, ...Object.entries(fields).map(([field, fault]) => `${field}: ${fault}`)].join("\n");
}

/** Runs one administration command; answers its exit code. */
async function main(argv: string[]): Promise<number> {
  const [name = "", ...rest] = argv;
  const task = tasks[name];
  if (!task) {
    console.error(
      `Usage: npm run coopol -- <command> [options]\n${Object.entries(tasks)
        .map(([command, { usage }]) => `  ${command.padEnd(21)}${usage}`)
        .join("\n")}`,
    );
    return 64;
  }
  try {
    const option = { type: "string" } as const;
    const { values } = parseArgs({
      args: rest,
      options: {
        email: option,
        name: option,
        commune: option,
        role: option,
        scope: option,
        until: option,
        reason: option,
        members: option,
        ties: option,
        yes: option,
      },
    });
    log.level = "warn";
    singletons.factJobs = factJobs;
    await prepareJobs(jobs, { working: false });
    console.log(await task.run(values));
    return 0;
  } catch (error) {
    console.error(wordsOf(error));
    return 1;
  } finally {
    await stopJobs();
    await closeDatabase();
  }
}

process.exitCode = await main(process.argv.slice(2));
