declare module "@socialgouv/jours-feries" {
  /** Names to days, each at midnight of the machine's own zone. */
  export default function joursFeries(year: number, options?: { alsace?: boolean }): Record<string, Date>;
}
