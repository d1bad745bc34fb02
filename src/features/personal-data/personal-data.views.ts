/** One feature's part of an export: keys are French words. */
export type Chapter = { title: string; data: Record<string, unknown> };

/** All that La Coopol holds of a member. */
export type PersonalDataView = { madeAt: Date; chapters: readonly Chapter[] };

/** What the page of the export shows. */
export type ExportPageView = { hasPassword: boolean; freshSession: boolean; suspended: boolean };
