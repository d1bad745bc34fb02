import { ofPlace } from "@/core/french-places.ts";

/** A letter in a list: to whom, from whom, how it begins, whether somebody answered. */
export type LetterRowView = {
  id: string;
  href: string;
  /** "Section Issoire", "Fédération du Puy-de-Dôme". */
  place: string;
  from: string;
  beginning: string;
  sentAt: Date;
  answered: boolean;
};

/** A person in a letter: her profile is linked for those who may see it. Null: her account is gone. */
export type PenView = { name: string; href: string | null; photo: string | null } | null;
export type LetterView = {
  id: string;
  place: { name: string; href: string };
  from: PenView;
  words: string;
  sentAt: Date;
  answers: { id: string; from: PenView; words: string; sentAt: Date }[];
  /** Whether the reader wrote it. */
  mine: boolean;
  can: { answer: boolean };
};

/** A place's name as a letter says it, with its kind. */
export const placeName = (place: { section: string | null; federation: string }): string =>
  place.section ? `Section ${place.section}` : `Fédération ${ofPlace(place.federation)}`;
