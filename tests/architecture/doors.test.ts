import { commandsByFeature, commandsOf, featuresWithCommands } from "@tests/support/commands.ts";
import { actionDoors, type Door, liveDoors, pageDoors, routeDoors, rows, withoutDoor } from "@tests/support/matrix.ts";
import { afterEach, describe, expect, it, vi } from "vitest";
import * as composition from "@/composition.ts";
import { reasons } from "@/core/reasons.ts";
import { sourceFiles } from "./source-files.ts";

const commands = commandsOf(featuresWithCommands);
const commandNames = commands.map(({ commandName }) => commandName);

/** What stands behind a door is a command that exists, or a query of that name in the file of the door. */
const missing = (found: readonly string[], listed: readonly Door[]) =>
  found.filter((door) => !listed.some((one) => one.door === door));
const gone = (found: readonly string[], listed: readonly Door[]) =>
  listed.map(({ door }) => door).filter((door) => !found.includes(door));

const EXPORT = /^export (?:const|(?:async )?function) (\w+)/gm;
const exportsOf = (text: string) => [...text.matchAll(EXPORT)].map(([, name = ""]) => name);
const read = (path: string) => sourceFiles.find((file) => file.path === path)?.text ?? "";

describe("every door stands in the matrix", () => {
  const inActionFiles = sourceFiles
    .filter(({ path }) => path.endsWith(".actions.ts"))
    .flatMap(({ path, text }) =>
      exportsOf(text).map((name) => `${/features\/([^/]+)\//.exec(path)?.[1] ?? path}#${name}`),
    );
  /** A function that says "use server" in its body is a door too, wherever it stands. */
  const INLINE = /function (\w+)\([^)]*\)[^{]*\{\s*["']use server["']/g;
  const inline = sourceFiles.flatMap(({ path, text }) =>
    [...text.matchAll(INLINE)].map(([, name]) => `${path.split("/").at(-1)}#${name}`),
  );
  const actions = [...inActionFiles, ...inline];
  const METHOD = /^export (?:const|(?:async )?function) (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/gm;
  const urlOf = (path: string) =>
    path
      .replace(/^src\/app/, "")
      .replace(/\/\([^)]*\)/g, "")
      .replace(/\/(?:route|page)\.tsx?$/, "") || "/";
  const routes = sourceFiles
    .filter(({ path }) => /^src\/app\/(.*\/)?route\.tsx?$/.test(path))
    .flatMap(({ path, text }) => [...text.matchAll(METHOD)].map(([, method]) => `${method} ${urlOf(path)}`));
  const pages = sourceFiles.filter(({ path }) => /^src\/app\/(.*\/)?page\.tsx?$/.test(path));

  it("every server action", () => {
    expect(missing(actions, actionDoors)).toEqual([]);
    expect(gone(actions, actionDoors)).toEqual([]);
  });

  it("every API route, with its methods", () => {
    expect(missing(routes, routeDoors)).toEqual([]);
    expect(gone(routes, routeDoors)).toEqual([]);
  });

  it("every live call and room", () => {
    const live = [
      ...composition.liveCalls.map(({ commandName }) => `call ${commandName}`),
      ...composition.rooms.map(({ name }) => `room ${name}`),
    ];
    expect(missing(live, liveDoors)).toEqual([]);
    expect(gone(live, liveDoors)).toEqual([]);
  });

  it("every page, with the query behind it", () => {
    const urls = pages.map(({ path }) => urlOf(path));
    expect(missing(urls, pageDoors)).toEqual([]);
    expect(gone(urls, pageDoors)).toEqual([]);
    const silent = pages.filter(({ path, text }) => {
      const behind = pageDoors.find(({ door }) => door === urlOf(path))?.behind;
      return behind ? !text.includes(`${behind}(`) : /\.queries|currentActor|features\/\w+\/index/.test(text);
    });
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it("no page that may not exist has a title of its own then", () => {
    // A static title stays in the head of a 404: what is hidden would look otherwise than what is absent.
    const titled = pages.filter(
      ({ text }) => /\b(?:orNotFound|notFound)\(/.test(text) && /export const metadata\b/.test(text),
    );
    expect(titled.map(({ path }) => path)).toEqual([]);
  });

  it("every command is behind a listed door, or is listed as having none", () => {
    const behind = new Set([...actionDoors, ...routeDoors, ...liveDoors].map((door) => door.behind));
    const listed = [...behind, ...withoutDoor.map(({ command }) => command)];
    expect(commandNames.filter((name) => !listed.includes(name))).toEqual([]);
    expect(withoutDoor.filter(({ command }) => behind.has(command) || !commandNames.includes(command))).toEqual([]);
  });

  it("every door leads to what the matrix says is behind it", () => {
    const nameInCode = new Map<string, string>(
      Object.values(commandsByFeature).flatMap((commands) =>
        Object.entries(commands).map(([name, { commandName }]) => [commandName, name] as [string, string]),
      ),
    );
    const wrong = actionDoors.filter(({ door, behind }) => {
      const [feature = "", name = ""] = door.split("#");
      if (inline.includes(door)) return false; // it calls a listed action
      const files = sourceFiles.filter(
        ({ path }) => path.startsWith(`src/features/${feature}/`) && path.endsWith(".actions.ts"),
      );
      return !calls(files.map(({ text }) => text).join("\n"), name, nameInCode.get(behind) ?? "?");
    });
    expect(wrong).toEqual([]);
    const off = routeDoors.filter(({ door, behind }) => {
      const [, url = ""] = door.split(" ");
      const text = read(`src/app${url}/route.ts`);
      return !text.includes(nameInCode.get(behind) ?? behind) && !text.includes("authOptions");
    });
    expect(off).toEqual([]);
  });

  /** Whether an exported action, or a local one that it uses, hands over to this command. */
  function calls(text: string, action: string, command: string): boolean {
    const declarations = text.split(/^(?=(?:export )?(?:const|async function|function) )/m);
    const own = declarations.find((one) => new RegExp(`(?:const|function) ${action}\\b`).test(one)) ?? "";
    const local = [...own.matchAll(/await (\w+)\(/g)].map(([, name]) => name);
    const used = declarations.filter((one) => local.some((name) => one.startsWith(`const ${name} =`)));
    return [own, ...used].some((one) => new RegExp(`formAction\\((?:\\w+\\.)?${command}\\b`).test(one));
  }

  it("lets no row of the matrix stand without a door or a command", () => {
    const used = new Set(
      [...actionDoors, ...routeDoors, ...liveDoors, ...pageDoors, ...withoutDoor].map(({ row }) => row),
    );
    // Members' and adherents' debates are read and written through the doors of open ones, coopains on the profile's page.
    // The groups of places, of adherents and closed ones through those of open groups.
    const groups = ["placeGroup", "membersGroup", "closedGroup"];
    const within = ["members", "adherents", "coopainsOf", "sectionEvent", ...groups];
    expect(Object.keys(rows).filter((row) => !used.has(row as never) && !within.includes(row))).toEqual([]);
  });
});

describe("what follows a fact", () => {
  it("follows it once: nobody is written to twice", () => {
    for (const [name, jobs] of Object.entries(composition.factJobs))
      expect(new Set(jobs.map((job) => job.name)).size, name).toBe(jobs.length);
  });

  it("is worked on: each of its jobs is listed, under a name of its own", () => {
    const listed = composition.jobs.map(({ name }) => name);
    expect(new Set(listed).size).toBe(listed.length);
    for (const job of Object.values(composition.factJobs).flat()) expect(listed).toContain(job.name);
  });
});

describe("no door stands elsewhere", () => {
  it("declares server actions on top of *.actions.ts, or in a function that is listed", () => {
    const elsewhere = sourceFiles.filter(({ path, text }) => {
      const said = text.match(/["']use server["']/g)?.length ?? 0;
      const known = path.endsWith(".actions.ts")
        ? text.startsWith('"use server"')
        : said === (text.match(/\w+\([^)]*\)[^{]*\{\s*["']use server["']/g)?.length ?? 0);
      return said > 0 && !known;
    });
    expect(elsewhere.map(({ path }) => path)).toEqual([]);
  });

  it("exports nothing from them but actions", () => {
    const exported = sourceFiles.filter(({ path }) => path.endsWith(".actions.ts"));
    const strange = exported.flatMap(({ path, text }) => [
      ...exportsOf(text)
        .filter((name) => !name.endsWith("Action"))
        .map((name) => `${path}#${name}`),
      ...(/^export (?:\*|\{|default)/m.test(text) ? [`${path} exports what is not declared there`] : []),
    ]);
    expect(strange).toEqual([]);
  });

  it("answers sockets in the gateway alone, and reads request headers in the platform alone", () => {
    const breaches = sourceFiles.filter(
      ({ path, text }) =>
        (/\.on\(\s*"(?:connection|call|join)"/.test(text) && !path.startsWith("src/live/gateway.ts")) ||
        (/x-forwarded-|x-real-ip/i.test(text) && !/^src\/(application\.ts|platform\/http\/)/.test(path)),
    );
    expect(breaches.map(({ path }) => path)).toEqual([]);
  });

  it("writes no HTML by hand, and redirects to our own paths only", () => {
    const breaches = sourceFiles.filter(
      ({ text }) =>
        text.includes("dangerouslySetInnerHTML") ||
        [...text.matchAll(/\bredirect\(([^)]*)/g)].some(
          ([, to = ""]) => !/^(?:`\$\{)?paths\.|^path$|^saying\(paths\.|^actor\.|^to/.test(to.trim()),
        ),
    );
    expect(breaches.map(({ path }) => path)).toEqual([]);
  });
});

describe("every command", () => {
  it("stands in the list, whatever its feature", () => {
    const folder = /^src\/features\/([\w-]+)\/commands\//;
    const found = sourceFiles.filter(
      ({ path, text }) => folder.test(path) && /= (?:batchCommand|command)\(/.test(text),
    );
    const features = new Set(found.map(({ path }) => folder.exec(path)?.[1]));
    expect([...features].sort()).toEqual([...featuresWithCommands].sort());
    const index = (feature: string) => read(`src/features/${feature}/index.ts`);
    const unlisted = featuresWithCommands.flatMap((feature) =>
      [...index(feature).matchAll(/^import \{ ([\w, ]+) \} from "\.\/commands\//gm)]
        .flatMap(([, names = ""]) => names.split(", "))
        .filter((name) => !(name in commandsByFeature[feature])),
    );
    expect(unlisted).toEqual([]);
  });

  it("has a name of its own", () => {
    expect(new Set(commandNames).size).toBe(commandNames.length);
  });

  it.each(commands.map((command) => [command.commandName, command] as const))(
    "%s refuses fields that it does not know",
    (name, { input }) => {
      const asked = ["account.give-mandate", "group.set-role"].includes(name) ? [] : ["role"];
      for (const extra of [...asked, "authorId", "verifiedAt", "adherentSince", "isAdmin"]) {
        const { success, error } = input.safeParse({ [extra]: "national_admin" });
        expect(success).toBe(false);
        expect(error?.issues.some((issue) => issue.code === "unrecognized_keys" && issue.keys.includes(extra))).toBe(
          true,
        );
      }
    },
  );
});

describe("reasons", () => {
  it("are all given somewhere", () => {
    const texts = sourceFiles.filter(({ path }) => path !== "src/core/reasons.ts").map(({ text }) => text);
    const isUsed = (reason: string) =>
      texts.some((text) => text.includes(`"${reason}"`) || text.includes(`reasons.${reason}`));
    expect(Object.keys(reasons).filter((reason) => !isUsed(reason))).toEqual([]);
  });

  it("are sentences, without English or technical words", () => {
    for (const sentence of Object.values(reasons)) {
      expect(sentence).toMatch(/^[A-ZÀ-Ý].*[.?!]$/);
      expect(sentence).not.toMatch(/error|null|undefined|SQL|'/i);
    }
  });
});

describe("cookies", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.resetModules();
  });

  async function optionsFor(origin: string) {
    vi.resetModules();
    vi.stubEnv("APP_ORIGIN", origin);
    vi.stubEnv("DATABASE_URL", "postgresql://x@db.example.org/x");
    vi.stubEnv("AUTH_SECRET", "x".repeat(40));
    vi.stubEnv("SMTP_URL", "smtps://mail.example.org");
    vi.stubEnv("MAIL_FROM", "x@example.org");
    vi.stubEnv("COOPOL_DEMO", "0");
    const session = await import("@/platform/session.ts");
    return { name: session.sessionCookie(), options: session.cookieOptions() };
  }

  it("are out of scripts’ reach and sent to our pages alone; bound to the host over https", async () => {
    expect(await optionsFor("https://coopol.example.org")).toEqual({
      name: "__Host-coopol-session",
      options: { httpOnly: true, sameSite: "lax", secure: true, path: "/" },
    });
    expect(await optionsFor("http://localhost:3000")).toMatchObject({
      options: { httpOnly: true, sameSite: "lax", secure: false, path: "/" },
    });
  });

  it("are written with those options everywhere", () => {
    const bare = sourceFiles.filter(({ text }) =>
      [...text.matchAll(/cookies\(\)\)\s*\.set\(([^;]*);/g)].some(
        ([, call = ""]) => !call.includes("...cookieOptions()"),
      ),
    );
    expect(bare.map(({ path }) => path)).toEqual([]);
  });
});

describe("logs", () => {
  it("go through the logger: nothing is printed but by the command line and the start of the server", () => {
    const printing = sourceFiles.filter(
      ({ path, text }) => /\bconsole\.\w+\(/.test(text) && !["src/cli.ts", "src/server.ts"].includes(path),
    );
    expect(printing.map(({ path }) => path)).toEqual([]);
  });

  it("are never handed a person, an input or a request", () => {
    const CALL = /\blog\.(?:debug|info|warn|error|fatal)\(([\s\S]*?)\);/g;
    const FORBIDDEN =
      /\b(?:email|input|body|cookie|headers(?!(?:\(\)\))?\.get\("x-request-id"\))|password|actor|member)\b(?!Name)/;
    const telling = sourceFiles.flatMap(({ path, text }) =>
      [...text.matchAll(CALL)].filter(([, said = ""]) => FORBIDDEN.test(said)).map(([, said]) => `${path}: ${said}`),
    );
    expect(telling).toEqual([]);
  });
});
