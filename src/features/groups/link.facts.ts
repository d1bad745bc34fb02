import { defineFact } from "@/core/fact.ts";

type OfLink = { groupId: string; linkId: string };

export const groupLinkCreated = defineFact<OfLink>({ name: "group.link-created" });
export const groupLinkRevoked = defineFact<OfLink>({ name: "group.link-revoked" });
/** Somebody came in by it; who, "group.joined" tells. */
export const groupLinkUsed = defineFact<OfLink>({ name: "group.link-used" });

export const groupLinkFacts = [groupLinkCreated, groupLinkRevoked, groupLinkUsed] as const;
