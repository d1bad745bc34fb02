import { counted } from "@/core/french-dates.ts";
import type { HomeActs } from "@/core/member-act.ts";
import { paths } from "@/core/paths.ts";
import { findWaitingRequests, listReceived } from "./coopain.queries.ts";

/** Somebody waits for her answer. */
export const coopainHomeActs: HomeActs = async (member) => {
  const [first] = await listReceived(member);
  if (!first) return [];
  const others = (await findWaitingRequests(member)) - 1;
  const more = others > 0 ? ` et ${counted(others, "autre personne", "autres personnes")}` : "";
  return [
    {
      kind: "coopains",
      href: paths.coopains,
      title: `Réponds à ${first.person.name}`,
      reason: `${first.person.name}${more} ${others > 0 ? "te demandent" : "te demande"} d’être coopains.`,
    },
  ];
};
