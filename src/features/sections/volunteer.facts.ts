import { defineFact } from "@/core/fact.ts";

type OfVolunteer = { volunteerId: string; sectionId: string };
export const volunteerOffered = defineFact<OfVolunteer>({ name: "volunteer.offered" });
export const volunteerAnswered = defineFact<OfVolunteer>({ name: "volunteer.answered" });

/** One of those who name a section's leaders is told of an offer. */
export const volunteerTold = defineFact<{ memberId: string; volunteerId: string }>({ name: "volunteer.told" });

export const volunteerFacts = [volunteerTold, volunteerOffered, volunteerAnswered] as const;
