import type { PersonalData } from "@/platform/personal-data.ts";
import { eraseDesk, readDesk } from "./desk.personal-data.ts";
import { eraseLetters, readLetters } from "./letter.personal-data.ts";

/** What sections hold of a member. */
export const sectionsPersonalData: PersonalData = {
  title: "Ma section et mes lettres",
  read: async (memberId) => ({ ...(await readDesk(memberId)), ...(await readLetters(memberId)) }),
  async erase(tx, { id }) {
    await eraseLetters(tx, id);
    await eraseDesk(tx, id);
    return [];
  },
};
