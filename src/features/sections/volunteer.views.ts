import type { PersonView } from "./person.views.ts";

/** Somebody who offers to look after a section, for those who name its leaders. */
export type VolunteerView = PersonView & {
  volunteerId: string;
  offeredAt: Date;
  words: string;
  place: { id: string; name: string; scope: string };
  /** Somebody leads the section by now. */
  led: boolean;
  /** She is still of that section, and not the reader. */
  can: { name: boolean; answer: boolean };
};
