import type { Reason } from "@/core/reasons.ts";
import type { EventKind } from "@/features/events/index.ts";
import type { CardView } from "@/features/profiles/index.ts";
import type { Figures, Measure } from "./field-report.rules.ts";

export type PhotoView = { id: string; caption: string; width: number; height: number; small: string; large: string };

export type ReportedEventView = {
  id: string;
  slug: string;
  title: string;
  kind: EventKind;
  startsAt: Date;
  zone: string;
  /** The commune, or null on line. */
  place: string | null;
};

/** A report as its page and lists show it. */
export type FieldReportView = {
  id: string;
  event: ReportedEventView;
  /** Null when her card does not reach the reader, or her account is erased. */
  author: CardView | null;
  figures: Figures;
  participants: number;
  minutes: number;
  heard: string;
  publishedAt: Date;
  editedAt: Date | null;
  hidden: boolean;
  photos: PhotoView[];
  can: { edit: boolean; report: boolean };
};

/** What the form of a new report, or of one that is corrected, starts from. */
export type ReportFormView = {
  event: ReportedEventView;
  /** Who has a place on it: the usual number of participants. */
  participants: number;
  minutes: number;
};

/** Why an event takes no report now. */
export type NoReportView = { event: ReportedEventView; reason: Reason };

/** Sums of reports, and how many they are. */
export type SumsView = Figures & { reports: number; participants: number; minutes: number };

export type FiguresView = {
  scope: string;
  name: string;
  level: "section" | "federation" | "national";
  /** Places above and below that the reader may open. */
  above: { name: string; href: string }[];
  below: { name: string; href: string; sums: SumsView }[];
  /** The last twelve months, the latest first; "2026-11". */
  months: { month: string; sums: SumsView }[];
  kinds: { kind: EventKind; sums: SumsView }[];
  total: SumsView;
  measure: Measure | "reports";
  /** What is unfolded: the reports behind a figure. */
  chosen: { month: string | null; kind: EventKind | null };
  reports: FieldReportView[];
  after: string | null;
  /** She answers for this place: she reads all of its reports, others those that reach them. */
  whole: boolean;
};
