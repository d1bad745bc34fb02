import { defineFact } from "@/core/fact.ts";

type OfGroup = { groupId: string };
type OfMember = OfGroup & { memberId: string };
/** Her rooms are asked again: what she reads, or may do there, has changed. */
const regate = ({ memberId }: OfMember) => [memberId];

/** Who may read it has changed: everybody who follows it live is asked again. */
const regateRoom = ({ groupId }: OfGroup) => [`group:${groupId}`];

export const groupCreated = defineFact<OfGroup>({ name: "group.created" });
export const groupEdited = defineFact<OfGroup>({ name: "group.edited" });
/** One comes into it otherwise, or other people do. */
export const groupEntryChanged = defineFact<OfGroup>({ name: "group.entry-changed", regate: regateRoom });
export const groupJoined = defineFact<OfMember>({ name: "group.joined", regate });
export const groupFollowed = defineFact<OfMember>({ name: "group.followed", regate });
export const groupLeft = defineFact<OfMember>({ name: "group.left", regate });
/** Somebody who keeps the group took her out of it. */
export const memberRemoved = defineFact<OfMember>({ name: "group.member-removed", regate });
/** By a lead, by a mandate, or because nobody led it any more. */
export const roleGiven = defineFact<OfMember & { role: string; raised: "oui" | "non" }>({
  name: "group.role-given",
  regate,
});
/** Somebody of the national level reads it for a day, having said why. */
export const groupVisited = defineFact<OfMember & { visitId: string }>({ name: "group.visited", regate });
export const groupHidden = defineFact<OfGroup>({ name: "group.hidden", regate: regateRoom });
export const groupShown = defineFact<OfGroup>({ name: "group.shown" });

export const groupFacts = [
  groupCreated,
  groupEdited,
  groupEntryChanged,
  groupJoined,
  groupFollowed,
  groupLeft,
  memberRemoved,
  roleGiven,
  groupVisited,
  groupHidden,
  groupShown,
] as const;
