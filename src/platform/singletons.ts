import type { Transporter } from "nodemailer";
import type { Pool } from "pg";
import type { PgBoss } from "pg-boss";
import type { Fact } from "@/core/fact.ts";
import type { Database } from "./db/client.ts";
import type { Announcement } from "./facts.ts";
import type { Job } from "./jobs.ts";
import type { Limits } from "./limits.ts";
import type { MailGate } from "./mail-gate.ts";

/**
 * What must be one per process. Next bundles its own copy of every module and `server.ts` has another:
 * both reach these through `globalThis`.
 */
type Singletons = {
  pool?: Pool;
  plannedPool?: Pool;
  burstPool?: Pool;
  db?: Database;
  boss?: PgBoss;
  /** Job name → id of this process's worker for it. */
  workers: Map<string, string>;
  limits?: Limits;
  /** Free places at the image encoder, and who waits for one. */
  encoding?: { places: number; waiting: (() => void)[] };
  /** Jobs that follow facts, by the fact's name; installed where the process is composed. */
  factJobs?: Readonly<Record<string, readonly Job[]>>;
  /** Connections to the mail server, kept from one mail to the next. */
  smtp?: Transporter;
  /** What decides whether a mail to a member leaves; installed where the process is composed. */
  mailGate?: MailGate;
  /** Sends live consequences out; installed by `server.ts`, absent in the command line and most tests. */
  publisher?: (facts: readonly Fact[], announcements: readonly Announcement[]) => void;
};

const holder = globalThis as unknown as { __coopol?: Singletons };
holder.__coopol ??= { workers: new Map() };

export const singletons: Singletons = holder.__coopol;
