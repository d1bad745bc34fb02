import type { PersonalData } from "@/platform/personal-data.ts";
import { eraseLetters, readLetters } from "./letter.personal-data.ts";
import { eraseVolunteering, readVolunteering } from "./volunteer.personal-data.ts";

/** What sections hold of a member. */
export const sectionsPersonalData: PersonalData = {
  title: "Ma section et mes lettres",
  read: async (memberId) => ({ ...(await readVolunteering(memberId)), ...(await readLetters(memberId)) }),
  async erase(tx, { id }) {
    await eraseLetters(tx, id);
    await eraseVolunteering(tx, id);
    return [];
  },
};
