import { defineFact } from "@/core/fact.ts";

type OfMember = { memberId: string };
const cutMember = ({ memberId }: OfMember) => [`member:${memberId}`];
const staleOpenDebates = () => ["open-debates"];

export const memberJoined = defineFact<OfMember & { sectionId: string }>({ name: "member.joined" });
export const sessionEnded = defineFact<{ sessionId: string }>({
  name: "session.ended",
  cut: ({ sessionId }) => [`session:${sessionId}`],
});
export const memberSuspended = defineFact<OfMember & { suspensionId: string }>({
  name: "member.suspended",
  cut: cutMember,
});
export const mandateGiven = defineFact<OfMember & { mandateId: string }>({ name: "mandate.given" });
export const adherentVerified = defineFact<OfMember>({ name: "member.adherent-verified", stale: staleOpenDebates });
export const memberErased = defineFact<OfMember>({ name: "member.erased", cut: cutMember, stale: staleOpenDebates });
export const passwordChanged = defineFact<OfMember>({ name: "member.password-changed" });
export const emailChanged = defineFact<OfMember>({ name: "member.email-changed" });
export const publicNameChanged = defineFact<OfMember>({ name: "public-name.changed", stale: staleOpenDebates });

export const accountFacts = [
  memberJoined,
  sessionEnded,
  memberSuspended,
  mandateGiven,
  adherentVerified,
  memberErased,
  passwordChanged,
  emailChanged,
  publicNameChanged,
] as const;
