/** How far back acts count, in days. */
export const WINDOW_DAYS = 60;

/** From the quietest: at how many days of acts it begins, and how it is said. */
const levels = [
  { from: 0, name: "Au calme ces temps-ci", sentence: "Rien de visible ces deux derniers mois." },
  { from: 1, name: "De passage", sentence: "Passe de temps en temps dire un mot ou donner un coup de main." },
  { from: 4, name: "Souvent là", sentence: "Prend part à la vie du réseau presque chaque semaine." },
  { from: 12, name: "Très souvent là", sentence: "Prend part à la vie du réseau plusieurs fois par semaine." },
] as const;

export type ActivityLevel = { step: 0 | 1 | 2 | 3; name: string; sentence: string };

/** The level of so many days with at least one act. */
export function levelOf(days: number): ActivityLevel {
  const step = Math.max(
    0,
    levels.findLastIndex(({ from }) => days >= from),
  ) as ActivityLevel["step"];
  const { name, sentence } = levels[step];
  return { step, name, sentence };
}
