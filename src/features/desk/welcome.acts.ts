import { relativeTime } from "@/core/french-dates.ts";
import type { ActView, HomeActs } from "@/core/member-act.ts";
import { paths } from "@/core/paths.ts";
import { clock } from "@/platform/clock.ts";
import { firstNameOf } from "./desk.rules.ts";
import { countAlone, listEntrusted, listToMeet } from "./welcome-acts.queries.ts";

const entrusted = "on te confie son accueil";

/** Newcomers to welcome: those entrusted to her, those of a section that she leads, those whom she could meet. */
export const deskHomeActs: HomeActs = async (member) => {
  const now = clock.now();
  const [hers, alone, toMeet] = await Promise.all([listEntrusted(member), countAlone(member), listToMeet(member)]);
  const arrived = (joinedAt: Date) => `arrivé·e ${relativeTime(joinedAt, now)}`;
  return [
    ...hers.map(({ id, name, joinedAt }) =>
      act(paths.welcome(id), `Souhaite la bienvenue à ${firstNameOf(name)}`, `${arrived(joinedAt)} · ${entrusted}`),
    ),
    ...alone.map(({ scope, section, count }) =>
      act(
        paths.console(scope),
        count === 1 ? "Une personne attend un mot de bienvenue" : `${count} personnes attendent un mot de bienvenue`,
        `section ${section} · personne ne leur a encore écrit`.replace("leur a", count === 1 ? "lui a" : "leur a"),
      ),
    ),
    ...toMeet.map(({ id, name, joinedAt }) =>
      act(
        paths.member({ id, name }),
        `Fais connaissance avec ${firstNameOf(name)}`,
        `${arrived(joinedAt)} dans ta section`,
      ),
    ),
  ];
};

const act = (href: string, title: string, reason: string): ActView => ({ kind: "accueillir", href, title, reason });
