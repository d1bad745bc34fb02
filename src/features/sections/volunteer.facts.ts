import { defineFact } from "@/core/fact.ts";

type OfVolunteer = { volunteerId: string; sectionId: string };
export const volunteerOffered = defineFact<OfVolunteer>({ name: "volunteer.offered" });
export const volunteerAnswered = defineFact<OfVolunteer>({ name: "volunteer.answered" });

export const volunteerFacts = [volunteerOffered, volunteerAnswered] as const;
