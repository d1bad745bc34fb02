/** Below this a visitor is told "moins de 5": few enough to be guessed one by one. */
const FEW = 5;
/** Where each shade of the map begins, in members. */
const STEPS = [1, FEW, 50, 500] as const;
/** How far a section that stands in for another one may be, in kilometres. */
export const STAND_IN_KM = 100;

export type Step = 0 | 1 | 2 | 3 | 4;
/** How many members: `count` is null when it is under five and this reader is not told. */
export type MemberCount = { count: number | null; step: Step; atLeast?: true };

/** The number of members as this reader is told it. */
export function memberCount(count: number, isVisitor: boolean): MemberCount {
  const step = stepOf(count);
  return { count: isVisitor && step === 1 ? null : count, step };
}

const stepOf = (count: number) => STEPS.filter((from) => count >= from).length as Step;

/** Whether a visitor is told the number of one place. */
export const isTold = (count: number): boolean => count >= FEW;

/**
 * The number of members of several places, `told` of them in places of five or more. A visitor reads no total that
 * would tell the small ones by subtraction: what she is told of each, "au moins".
 */
export function memberTotal(total: number, told: number, isVisitor: boolean): MemberCount {
  if (!isVisitor || told === total || total < FEW) return memberCount(total, isVisitor);
  const count = told > 0 ? told : total - (total % FEW);
  return { count, step: stepOf(count), atLeast: true };
}

const plain = new Intl.NumberFormat("fr-FR");

/** "1 membre", "1 204 membres", "moins de 5 membres", "personne encore". */
export function memberWords({ count, atLeast }: MemberCount): string {
  if (count === null) return `moins de ${FEW} membres`;
  if (count === 0) return "personne encore";
  return `${plain.format(count)} ${count === 1 ? "membre" : "membres"}${atLeast ? " au moins" : ""}`;
}

/** What each shade of the map means, from the fewest. */
export const stepWords: readonly string[] = [
  "Personne encore",
  `Moins de ${FEW} membres`,
  "5 à 49",
  "50 à 499",
  "500 et plus",
];

/** "12 km", "moins d’1 km": whole kilometres. */
export function distanceWords(km: number): string {
  const whole = Math.round(km);
  return whole < 1 ? "à moins d’1 km" : `à ${plain.format(whole)} km`;
}

/** The same words at the head of a sentence. */
export const capital = (words: string) => words.charAt(0).toLocaleUpperCase("fr") + words.slice(1);
