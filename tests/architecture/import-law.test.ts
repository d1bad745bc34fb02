import { describe, expect, it } from "vitest";
import { levels } from "@/features/levels.ts";
import { type SourceFile, sourceFiles, sourceFolders } from "./source-files.ts";

/** Which rooms each room may import from. Read from the folder list: a folder not yet born is already guarded. */
const LAW: Record<string, readonly string[]> = {
  core: ["core"],
  ui: ["ui", "core"],
  platform: ["platform", "core", "ui"],
  features: ["features", "platform", "core", "ui", "live/client"],
  "live/client": ["live/client", "core"],
  live: ["live", "features", "platform", "core"],
  app: ["app", "features", "platform", "core", "ui", "live/client"],
};

function roomOf(path: string): string {
  const [, first = "", second = ""] = path.split("/");
  return first === "live" && second === "client" ? "live/client" : first;
}

const featureOf = (path: string) => /^src\/features\/([^/]+)\//.exec(path)?.[1];
const isOurs = (path: string) => path.startsWith("src/");

function breaches(find: (file: SourceFile) => string[]): string[] {
  return sourceFiles.flatMap((file) => find(file).map((fault) => `${file.path}: ${fault}`));
}

describe("who may import whom", () => {
  it("lets each room import only from the rooms below it", () => {
    expect(
      breaches((file) => {
        const allowed = LAW[roomOf(file.path)];
        if (!allowed) return []; // the composition at the root of src/ may see everything
        return file.imports
          .filter(({ from }) => isOurs(from) && !allowed.includes(roomOf(from)))
          .map(({ from }) => `imports ${from}`);
      }),
    ).toEqual([]);
  });

  it("has a law for every folder of src", () => {
    const rooms = new Set(sourceFiles.filter(({ path }) => path.split("/").length > 2).map(({ path }) => roomOf(path)));
    expect([...rooms].filter((room) => !LAW[room])).toEqual([]);
  });

  it("gives every feature a level", () => {
    const features = new Set(sourceFiles.map(({ path }) => featureOf(path)).filter((name) => name !== undefined));
    expect([...features].filter((name) => !levels.some((level) => level.includes(name)))).toEqual([]);
  });

  it("lets a feature import another only from a lower level and through its index", () => {
    const levelOf = (feature: string) => levels.findIndex((level) => level.includes(feature));
    expect(
      breaches((file) => {
        const own = featureOf(file.path);
        if (!own) return [];
        return file.imports.flatMap(({ from }) => {
          const other = featureOf(from);
          if (!other || other === own) return [];
          if (levelOf(other) >= levelOf(own)) return [`imports upward: ${from}`];
          return /\/index(\.ts)?$/.test(from) ? [] : [`goes around the index: ${from}`];
        });
      }),
    ).toEqual([]);
  });

  it("keeps Next in the app, its doors, components and actions", () => {
    const allowed = /^src\/(app|ui|platform\/next)\/|^src\/application\.ts$|\/components\/|\.actions\.ts$/;
    expect(
      breaches(({ path, imports }) =>
        allowed.test(path)
          ? []
          : imports.filter(({ from }) => /^next(\/|$)/.test(from)).map(({ from }) => `imports ${from}`),
      ),
    ).toEqual([]);
  });

  it("keeps the database in platform, queries and commands; policies take only the sql tag", () => {
    const allowed = /^src\/platform\/|^src\/[^/]+\.ts$|\.(queries|jobs|personal-data|notices)\.ts$|\/commands\//;
    expect(
      breaches(({ path, text, imports }) => {
        if (allowed.test(path)) return [];
        const faults = imports
          .filter(({ from, typeOnly }) => !typeOnly && /platform\/db\/generated/.test(from))
          .map(({ from }) => `imports ${from}`);
        const taken = [...text.matchAll(/import\s+\{([^}]*)\}\s+from\s+"[^"]*platform\/db\/client(?:\.ts)?"/g)].flatMap(
          (match) => (match[1] ?? "").split(","),
        );
        const tooMuch = taken
          .map((name) => name.trim())
          .filter((name) => name && !name.startsWith("type ") && !["sql", "join"].includes(name));
        return [...faults, ...tooMuch.map((name) => `takes ${name} from the database`)];
      }),
    ).toEqual([]);
  });

  it("reads the environment in one file", () => {
    expect(
      breaches(({ path, text }) =>
        path !== "src/platform/env.ts" && /process\.env\b/.test(text) ? ["reads process.env"] : [],
      ),
    ).toEqual([]);
  });

  it("uses server-only in platform/next alone", () => {
    expect(
      breaches(({ path, imports }) =>
        !path.startsWith("src/platform/next/") && imports.some(({ from }) => from === "server-only")
          ? ["imports server-only"]
          : [],
      ),
    ).toEqual([]);
  });

  it("sends no server code and no zod to the browser", () => {
    expect(
      breaches(({ text, imports }) => {
        if (!/^\s*"use client"/.test(text)) return [];
        return imports
          .filter(
            ({ from, typeOnly }) =>
              !typeOnly &&
              (from === "zod" ||
                /^src\/(platform|live\/(?!client))/.test(from) ||
                /\.(queries|policy|schema|views|jobs|live)(\.ts)?$/.test(from)),
          )
          .map(({ from }) => `imports ${from}`);
      }),
    ).toEqual([]);
  });

  it("has no cycle", () => {
    const paths = new Set(sourceFiles.map(({ path }) => path));
    const find = (from: string) =>
      [from, `${from}.ts`, `${from}.tsx`, `${from}/index.ts`].find((path) => paths.has(path));
    const graph = new Map(
      sourceFiles.map(({ path, imports }) => [
        path,
        imports.filter(({ typeOnly }) => !typeOnly).flatMap(({ from }) => find(from) ?? []),
      ]),
    );
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (path: string, trail: string[]) => {
      if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
      if (done.has(path) || trail.includes(path)) return;
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const path of graph.keys()) visit(path, []);
    expect(cycles).toEqual([]);
  });
});

describe("names", () => {
  it("has no drawer for what has no place", () => {
    const drawers = new Set(["utils", "helpers", "services", "common", "types", "lib", "hooks", "misc", "shared"]);
    expect(sourceFolders.filter((folder) => drawers.has(folder.split("/").at(-1) ?? ""))).toEqual([]);
  });

  it("writes file names in kebab-case", () => {
    expect(
      sourceFiles
        .map(({ path }) => path)
        .filter((path) => !/^[a-z0-9-]+(\.[a-z0-9-]+)*\.tsx?$/.test(path.split("/").at(-1) ?? "")),
    ).toEqual([]);
  });

  it("lets a feature hold only the kinds of file that have a meaning", () => {
    const kinds =
      /^src\/features\/(levels\.ts|[a-z-]+\/(index\.ts|[a-z-]+\.(schema|rules|policy|queries|views|facts|jobs|live|feed|catch-up|personal-data|activity|acts|affinity|actions|notices)\.tsx?|commands\/[a-z-]+\.ts|components\/[a-z-]+\.tsx?))$/;
    expect(
      sourceFiles.map(({ path }) => path).filter((path) => path.startsWith("src/features/") && !kinds.test(path)),
    ).toEqual([]);
  });

  it("ends every command in a policy: no command file without one", () => {
    const commands = sourceFiles.filter(
      ({ path, text }) => /\/commands\//.test(path) && /\b(batchCommand|command)\(\{/.test(text),
    );
    expect(commands.filter(({ text }) => !/\bpolicy\b/.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
