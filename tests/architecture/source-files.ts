import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** One source file: its path from the root ("src/core/ids.ts"), its text, what it imports (paths from the root, or packages). */
export type SourceFile = { path: string; text: string; imports: { from: string; typeOnly: boolean }[] };

const root = join(import.meta.dirname, "../..");
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^"'`;]*?\sfrom\s*)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/g;

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === "generated" || entry.name === "node_modules") return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });
}

function resolve(from: string, specifier: string): string {
  if (specifier.startsWith("@/")) return `src/${specifier.slice(2)}`;
  if (specifier.startsWith(".")) return relative(root, join(root, dirname(from), specifier));
  return specifier;
}

/** Every TypeScript file under src/. */
export const sourceFiles: SourceFile[] = walk(join(root, "src"))
  .filter((path) => /\.tsx?$/.test(path))
  .map((absolute) => {
    const path = relative(root, absolute);
    const text = readFileSync(absolute, "utf8");
    const imports = [...text.matchAll(IMPORT)].map((match) => ({
      from: resolve(path, match[2] ?? match[3] ?? ""),
      typeOnly: match[1] !== undefined,
    }));
    return { path, text, imports };
  });

/** Every folder under src/, from the root. */
export const sourceFolders = [
  ...new Set(
    sourceFiles.flatMap(({ path }) =>
      path
        .split("/")
        .slice(0, -1)
        .map((_, i, all) => all.slice(0, i + 1).join("/")),
    ),
  ),
];
