import { existsSync, readFileSync } from "node:fs";
import { seededVersions } from "./database.mjs";
import { appNode, at } from "./root.mjs";
import { runQuietly, step } from "./run.mjs";

const json = (path) => (existsSync(at(path)) ? JSON.parse(readFileSync(at(path), "utf8")) : undefined);

/** What each seeding leaves in the `seeded` table, known without starting the application. */
const expected = {
  territory: () => {
    const source = json("node_modules/@etalab/decoupage-administratif/package.json")?.version;
    return source && `${source}+${json("src/features/territory/derivation.json")?.derivation}`;
  },
  demo: () => json("prisma/seed/version.json")?.demo,
};

/** Runs one of src/cli.ts's commands. */
export const cli = (env, ...args) => runQuietly(appNode(), ["--import", "tsx", "src/cli.ts", ...args], { env });

/** Loads the territory unless this version is there. */
export async function loadTerritoryOnce(env) {
  if ((await seededVersions(env.DATABASE_URL)).territory === expected.territory()) return;
  await step("Chargement du territoire (34 969 communes)", () => cli(env, "territory:load"));
}

/** Tells the demo's story unless this version is there. */
export async function seedDemoOnce(env) {
  if ((await seededVersions(env.DATABASE_URL)).demo === expected.demo()) return;
  await step("Mise en scène de la démonstration", () => cli(env, "demo:seed"));
}

/** The demo accounts: { name, email, password, role, description }[]. */
export const demoAccounts = () => json("prisma/seed/cast.json") ?? [];
