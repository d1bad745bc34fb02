import type { Member } from "./actor.ts";

/** Of the field as à la carte calls them, and coming to anything else. */
export type ActionKind = "tractage" | "boitage" | "porte-a-porte" | "collage" | "phoning" | "venir";

/** Something a member could do now, and why it is proposed to her. */
export type ActView = {
  /** What à la carte calls it; of those she ticked, acts come first. */
  kind: "debattre" | "accueillir" | "coopains" | "groupes" | "animer" | ActionKind;
  href: string;
  title: string;
  reason: string;
};

/** What a feature proposes to a member, the nearest to her first. `home` collects them. */
export type HomeActs = (member: Member) => Promise<ActView[]>;
