import type { HolderView } from "@/features/mandates/index.ts";
import type { PlaceDeskView } from "@/features/messages/index.ts";
import type { CardView } from "@/features/profiles/index.ts";
import type { MemberCount } from "./section.rules.ts";

/** A federation on the map and in its table. */
export type FederationPresence = {
  id: string;
  name: string;
  slug: string;
  region: string | null;
  members: MemberCount;
  sections: number;
  /** Sections with somebody in charge. */
  led: number;
  /** Running debates of the federation and its sections, of those that this reader may see. */
  debates: number;
};
export type SectionsMapView = {
  federations: FederationPresence[];
  /** The reader's own section; null for visitors. */
  mine: { name: string; href: string } | null;
  /** How to write to those in charge of the whole; null for visitors. */
  desk: PlaceDeskView | null;
};

/** A section among those of its federation, or found by a commune. */
export type SectionRowView = { id: string; name: string; href: string; members: MemberCount; led: boolean };
/** A commune that was searched for, and the section of those who live there. */
export type FoundSectionView = {
  code: string;
  label: string;
  section: { name: string; href: string; federation: string };
};

/** `chosen`: the one that was picked among the proposed communes. */
export type SectionSearchView = { text: string; found: FoundSectionView[]; chosen: FoundSectionView | null };

type PlaceView = {
  id: string;
  name: string;
  scope: string;
  members: MemberCount;
  holders: HolderView[];
  /** How to write to those in charge. */
  desk: PlaceDeskView;
  /** Whether the reader lives there. */
  isMine: boolean;
  isMember: boolean;
  can: { manage: boolean };
};
export type FederationView = PlaceView & { slug: string; region: string | null; sections: SectionRowView[] };

/** Who looks after a section meanwhile. */
export type StandInView =
  | { level: "section"; name: string; href: string; km: number }
  | { level: "federation"; name: string; href: string }
  | { level: "national"; name: string; href: string };

/** A page of the members whose card the reader may see; `after` begins the next one. */
export type PeopleView = {
  cards: CardView[];
  first: boolean;
  after: string | null;
  /** She turned more pages than people do: nobody is listed for a while. */
  paused?: true;
};
export type SectionView = PlaceView & {
  slug: string;
  href: string;
  federation: { id: string; name: string; slug: string };
  /** Null when somebody is in charge. */
  standIn: StandInView | null;
  /** She has offered to look after it, and waits for an answer. */
  volunteered: boolean;
  /** Names by initial; one alone when the section is one commune. */
  communes: { initial: string; names: string[] }[];
  /** Null for visitors: nobody is listed to them. */
  people: PeopleView | null;
};
