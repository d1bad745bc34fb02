import { counted } from "@/core/french-dates.ts";
import type { ActView, HomeActs } from "@/core/member-act.ts";
import { paths } from "@/core/paths.ts";
import { listGroupInvitations } from "./invitation.queries.ts";
import { listGroupSuggestions } from "./suggestion.queries.ts";
import { listRequestsToAnswer } from "./suggestion-acts.queries.ts";

const quoted = (text: string) => `« ${text} »`;

/** Requests that wait for who keeps a group, the invitations that she received; where none is, a group that she may want to join. */
export const groupHomeActs: HomeActs = async (member): Promise<ActView[]> => {
  const [asked, invited] = await Promise.all([listRequestsToAnswer(member), listGroupInvitations(member)]);
  const suggested = asked.length + invited.length > 0 ? [] : await listGroupSuggestions(member, 1);
  return [
    ...asked.map(({ count, ...group }) => ({
      kind: "groupes" as const,
      href: paths.groupMembers(group),
      title: `Réponds aux demandes dans ${quoted(group.name)}`,
      reason: `${counted(count, "demande attend", "demandes attendent")} dans ce groupe, que tu gères.`,
    })),
    ...invited.map(({ group, by }) => ({
      kind: "groupes" as const,
      href: paths.group(group),
      title: `Une invitation dans ${quoted(group.name)}`,
      reason: `${by?.name ?? "Quelqu’un du groupe"} t’y invite.`,
    })),
    ...suggested.map(({ reasons, ...group }) => ({
      kind: "groupes" as const,
      href: paths.group(group),
      title: `Découvre ${quoted(group.name)}`,
      reason: `Un groupe qui te ressemble : ${reasons.join(", ")}.`,
    })),
  ];
};
