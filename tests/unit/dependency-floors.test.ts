import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Entry = { version?: string; resolved?: string; optionalDependencies?: Record<string, string> };
type Lock = { packages: Record<string, Entry> };
const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
const lock: Lock = JSON.parse(read("package-lock.json"));
const listed: Record<string, Record<string, string>> = JSON.parse(read("package.json"));

/** The first versions without known holes. */
const FLOORS = {
  next: "16.2.6",
  "next-auth": "4.24.15",
  nodemailer: "9.0.5",
  "engine.io": "6.6.9",
  "socket.io-parser": "4.2.6",
  ws: "8.21.0",
};

const installed = (name: string) =>
  Object.entries(lock.packages).flatMap(([path, entry]) =>
    path.endsWith(`node_modules/${name}`) && entry.version ? [entry.version] : [],
  );

function isAtLeast(version: string, floor: string): boolean {
  const [found = [], wanted = []] = [version, floor].map((text) => (text.split("-")[0] ?? "").split(".").map(Number));
  const difference = wanted.map((part, i) => (found[i] ?? 0) - part).find((part) => part !== 0);
  return difference === undefined ? !version.includes("-") : difference > 0;
}

describe("what is installed", () => {
  it.each(Object.entries(FLOORS))("%s is at %s or above, wherever it is nested", (name, floor) => {
    const versions = installed(name);
    expect(versions).not.toEqual([]);
    expect(versions.filter((version) => !isAtLeast(version, floor))).toEqual([]);
  });

  it("is listed with exact versions", () => {
    const versions = ["dependencies", "devDependencies", "optionalDependencies"].flatMap((kind) =>
      Object.entries(listed[kind] ?? {}),
    );
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it("comes from no named host: the lock file holds for any registry", () => {
    const named = Object.values(lock.packages).filter(({ resolved }) => resolved?.startsWith("http"));
    expect(named).toEqual([]);
  });

  it("names the packages of every platform, or npm ci refuses the lock file (bin/lib/complete-lock.mjs mends it)", () => {
    const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !lock.packages[`${path && `${path}/`}node_modules/${name}`] && !lock.packages[`node_modules/${name}`],
      ),
    );
    expect(missing).toEqual([]);
  });

  it("has one version of Prisma", () => {
    const versions = ["prisma", "@prisma/client", "@prisma/adapter-pg", "@prisma/driver-adapter-utils"].flatMap(
      installed,
    );
    expect(new Set(versions).size).toBe(1);
    const engine = installed("@prisma/engines-version")[0];
    expect(installed("@prisma/schema-engine-wasm")).toEqual([engine]);
  });
});
