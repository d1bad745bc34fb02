import { defineFact } from "@/core/fact.ts";

type OfMember = { memberId: string };
const cutMember = ({ memberId }: OfMember) => [`member:${memberId}`];
const staleOpenDebates = () => ["open-debates"];

export const memberJoined = defineFact<OfMember & { sectionId: string }>({ name: "member.joined" });
export const sessionEnded = defineFact<{ sessionId: string }>({
  name: "session.ended",
  cut: ({ sessionId }) => [`session:${sessionId}`],
});
/** Pages of sections and federations say who is in charge, and can act. */
const staleSections = () => ["sections"];
export const memberSuspended = defineFact<OfMember & { suspensionId: string }>({
  name: "member.suspended",
  cut: cutMember,
  stale: staleSections,
});
const regateMember = ({ memberId }: OfMember) => [memberId];
export const mandateGiven = defineFact<OfMember & { mandateId: string; scope: string }>({
  name: "mandate.given",
  stale: staleSections,
  regate: regateMember,
});
/** A mandate was taken away, given up, handed over, or lost with its holder's account. */
export const mandateEnded = defineFact<OfMember & { mandateId: string; scope: string }>({
  name: "mandate.ended",
  stale: staleSections,
  regate: regateMember,
});
export const adherentVerified = defineFact<OfMember>({
  name: "member.adherent-verified",
  stale: staleOpenDebates,
  regate: regateMember,
});
export const memberMoved = defineFact<OfMember & { fromSectionId: string; toSectionId: string }>({
  name: "member.moved",
  stale: () => ["open-debates", "sections"],
  regate: regateMember,
});
export const memberErased = defineFact<OfMember>({ name: "member.erased", cut: cutMember, stale: staleOpenDebates });
export const passwordChanged = defineFact<OfMember>({ name: "member.password-changed" });
export const emailChanged = defineFact<OfMember>({ name: "member.email-changed" });
/** Set up, taken away, or with new recovery codes: what her sessions may do has changed. */
export const secondFactorChanged = defineFact<OfMember>({ name: "second-factor.changed", regate: regateMember });
/** A session that waited for its second code is open. */
export const secondFactorPassed = defineFact<OfMember & { sessionId: string }>({
  name: "second-factor.passed",
  regate: regateMember,
});
export const publicNameChanged = defineFact<OfMember>({ name: "public-name.changed", stale: staleOpenDebates });

export const accountFacts = [
  memberJoined,
  sessionEnded,
  memberSuspended,
  mandateGiven,
  mandateEnded,
  memberMoved,
  adherentVerified,
  memberErased,
  passwordChanged,
  emailChanged,
  secondFactorChanged,
  secondFactorPassed,
  publicNameChanged,
] as const;
