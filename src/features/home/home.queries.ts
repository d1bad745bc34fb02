import type { Member } from "@/core/actor.ts";
import type { HomeActs } from "@/core/member-act.ts";
import { agendaHomeActs } from "@/features/agenda/index.ts";
import { coopainHomeActs } from "@/features/coopains/index.ts";
import { debateHomeActs } from "@/features/debates/index.ts";
import { deskHomeActs } from "@/features/desk/index.ts";
import { groupHomeActs } from "@/features/groups/index.ts";
import { getMyOffer, isFilled, offerReason } from "@/features/profiles/index.ts";
import { type ActView, chooseActs } from "./home.rules.ts";

export type { ActView };
export type MemberHomeView = {
  firstName: string;
  acts: ActView[];
  /** She said what she would do; otherwise she may be invited to. */
  offerFilled: boolean;
};

/** What each feature proposes to a member, nearest to her first. A feature adds its line here when it exists. */
const sources: readonly HomeActs[] = [agendaHomeActs, deskHomeActs, coopainHomeActs, groupHomeActs, debateHomeActs];

/** The home page of one member: three acts at most, those that she said she would do first. */
export async function getMemberHome(member: Member): Promise<MemberHomeView> {
  const [offer, ...proposed] = await Promise.all([getMyOffer(member), ...sources.map((source) => source(member))]);
  return {
    firstName: member.name.split(" ")[0] ?? member.name,
    acts: chooseActs(proposed.flat(), (kind) => offerReason(offer, kind)),
    offerFilled: isFilled(offer),
  };
}
