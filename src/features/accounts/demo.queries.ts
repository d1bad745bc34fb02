import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Role } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { env, isDemo } from "@/platform/env.ts";
import { type CastView, roleName } from "./account.views.ts";
import { CAST_DOMAIN } from "./demo.rules.ts";
import { type MailView, readEml } from "./eml.rules.ts";

const LATEST = 30;
/** How long the demo calls somebody new. */
const NEW_MS = 7 * 24 * 3_600_000;
const rolesInOrder: readonly (Role | null)[] = [
  null,
  "section_leader",
  "federation_admin",
  "moderator",
  "national_admin",
];

/** One person of the demo's cast for each role, from newcomer to national admin; nobody outside the demo. */
export async function listCast(): Promise<CastView[]> {
  if (!isDemo()) return [];
  const members = await db.member.findMany({
    where: { email: { endsWith: `@${CAST_DOMAIN}` }, erasedAt: null, suspensions: { none: {} } },
    include: { mandates: true, commune: true },
    orderBy: { joinedAt: "asc" },
  });
  const cast = members.map(({ email, name, adherentSince, joinedAt, mandates, commune }) => {
    const role = mandates[0]?.role ?? null;
    const isNew = clock.now().getTime() - joinedAt.getTime() < NEW_MS;
    const member = isNew ? "Sympathisant·e depuis peu" : "Sympathisant·e";
    const words = role ? roleName(role) : adherentSince ? "Adhérent·e" : member;
    const rank = rolesInOrder.indexOf(role) * 2 + (adherentSince ? 1 : 0);
    return { email, name, role: words, place: commune.name, rank };
  });
  const first = new Map(cast.toReversed().map((one) => [one.role, one]));
  return [...first.values()].sort((a, b) => a.rank - b.rank).map(({ rank: _, ...view }) => view);
}

/** The demo's outgoing mail, the latest first. `not_found` everywhere else. */
export async function listDemoMail(): Promise<MailView[]> {
  const folder = env().MAIL_DIR;
  if (!isDemo() || !folder) throw new AppError("not_found", "absent");
  const names = await readdir(folder).catch(() => []);
  const latest = names
    .filter((name) => name.endsWith(".eml"))
    .sort()
    .reverse()
    .slice(0, LATEST);
  return Promise.all(latest.map(async (name) => readEml(name, await readFile(join(folder, name), "utf8"))));
}
