import type { PersonalData } from "@/platform/personal-data.ts";
import { eraseVolunteering, readVolunteering } from "./volunteer.personal-data.ts";

/** What sections hold of a member. */
export const sectionsPersonalData: PersonalData = {
  title: "Ma section",
  read: readVolunteering,
  async erase(tx, { id }) {
    await eraseVolunteering(tx, id);
    return [];
  },
};
