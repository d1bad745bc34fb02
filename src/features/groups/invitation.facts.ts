import { defineFact } from "@/core/fact.ts";

type OfInvitation = { groupId: string; invitationId: string; memberId: string };
// What lets somebody know of a closed group lets her no longer: the gates of her open sockets are asked again.
const regate = ({ memberId }: OfInvitation) => [memberId];

export const invitedToGroup = defineFact<OfInvitation>({ name: "group.invited" });
export const groupInvitationAnswered = defineFact<OfInvitation>({ name: "group.invitation-answered", regate });
export const groupInvitationWithdrawn = defineFact<OfInvitation>({ name: "group.invitation-withdrawn", regate });

export const groupInvitationFacts = [invitedToGroup, groupInvitationAnswered, groupInvitationWithdrawn] as const;
