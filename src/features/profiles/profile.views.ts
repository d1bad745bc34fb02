import { type RichText, richText } from "@/core/rich-text.ts";
import type { CardView } from "./card.queries.ts";
import { linkLabel } from "./label.rules.ts";
import { type Offer, toOffer } from "./offer.rules.ts";
import type { Field, Visibility } from "./visibility.rules.ts";

export type MandateView = {
  id: string;
  role: string;
  place: string;
  beginsAt: Date;
  endsAt: Date | null;
  past: boolean;
};
export type CoopainsView = { count: number; people: CardView[] };

/** A member as one reader sees her: what does not reach this reader is not in it, as if she had said nothing. */
export type ProfileView = {
  id: string;
  name: string;
  href: string;
  own: boolean;
  section: { name: string; slug: string; federation: { name: string; slug: string } };
  /** Verified by the party. Among members only: never told to a visitor. */
  adherent: boolean;
  photo: string | null;
  status: { text: string; at: Date } | null;
  presentation: { source: string; rich: RichText | null } | null;
  skills: string[];
  interests: string[];
  links: { href: string; label: string }[];
  mandates: MandateView[];
  coopains: CoopainsView | null;
  offer: Offer | null;
};

/** What reaches a reader, of each field null where it does not. */
export type ProfileRow = {
  id: string;
  name: string;
  section: string;
  section_slug: string;
  federation: string;
  federation_slug: string;
  adherent: boolean;
  photo_id: string | null;
  presentation: string | null;
  status: string | null;
  status_at: Date | null;
  skills: string[] | null;
  interests: string[] | null;
  links: string[] | null;
  willing: string[] | null;
  free: string[] | null;
  reach_km: number | null;
  pace: string | null;
  sees_mandates: boolean;
  sees_coopains: boolean;
};

/** A row as it reaches a component; the address of the photo is the caller's to write. */
export function toProfileView(
  row: ProfileRow,
  parts: Pick<ProfileView, "href" | "own" | "photo" | "mandates" | "coopains">,
): ProfileView {
  const offer = toOffer({ willing: row.willing, free: row.free, reachKm: row.reach_km, pace: row.pace });
  const offers = offer.willing.length + offer.free.length > 0 || offer.reachKm !== null || offer.pace !== null;
  return {
    id: row.id,
    name: row.name,
    section: {
      name: row.section,
      slug: row.section_slug,
      federation: { name: row.federation, slug: row.federation_slug },
    },
    adherent: row.adherent,
    status: row.status && row.status_at ? { text: row.status, at: row.status_at } : null,
    presentation: row.presentation ? { source: row.presentation, rich: richText(row.presentation) } : null,
    skills: row.skills ?? [],
    interests: row.interests ?? [],
    links: (row.links ?? []).map((href) => ({ href, label: linkLabel(href) })),
    offer: offers ? offer : null,
    ...parts,
  };
}

/** Her own profile, as she edits it. */
export type MyProfileView = {
  id: string;
  name: string;
  href: string;
  photo: string | null;
  presentation: string;
  status: string;
  skills: string[];
  interests: string[];
  links: string[];
  offer: Offer;
  offerFilled: boolean;
  visibilities: Record<Field, Visibility>;
  /** Fields that everyone may read, by her consent. */
  agreed: Field[];
  /** Under 18: nothing of her may be for everyone. */
  minor: boolean;
};
