/** A sheet is drawn for each asking. */
export const sheetsOfAccount = { name: "event-sheets", points: 60, seconds: 3600 } as const;
