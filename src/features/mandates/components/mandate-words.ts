import type { Role } from "@/core/actor.ts";
import type { Standing } from "../managed-member.views.ts";

export const standingWords: Record<Standing, string> = {
  sympathiser: "Sympathisant·e",
  declared: "Se dit adhérent·e, à vérifier",
  adherent: "Adhérent·e",
};

/** Roles as filters say them. */
export const roleFilters: readonly { value: Role; label: string }[] = [
  { value: "section_leader", label: "Sections" },
  { value: "federation_admin", label: "Fédérations" },
  { value: "moderator", label: "Modération" },
  { value: "national_admin", label: "Administration nationale" },
];
