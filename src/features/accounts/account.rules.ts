import { organisation } from "@/core/organisation.ts";
import { reasons } from "@/core/reasons.ts";

export const ADULT_AGE = 18;
/** How long after signing in a session counts as fresh: its owner has just proven who she is. */
const FRESH_MS = 15 * 60_000;

type Birth = { birthYear: number; birthDate?: string | undefined };

/** Today's calendar day in Paris, "YYYY-MM-DD". */
const parisDay = (now: Date) => new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Paris" }).format(now);

/** The calendar day `years` after a birth, "YYYY-MM-DD"; a 29 February comes of age on 1 March. */
function birthday(birthDate: string, years: number): string {
  const [year = 0, month = 1, day = 1] = birthDate.split("-").map(Number);
  return new Date(Date.UTC(year + years, month - 1, day)).toISOString().slice(0, 10);
}

/** What is wrong with this age, and beside which field; null when she may join. The date counts only when the year leaves a doubt. */
export function ageProblem(birth: Birth, now: Date): { field: "birthYear" | "birthDate"; message: string } | null {
  const today = parisDay(now);
  const reached = Number(today.slice(0, 4)) - birth.birthYear; // the age of this calendar year
  if (reached < organisation.minimumAge) return { field: "birthYear", message: reasons.too_young };
  if (reached > organisation.minimumAge) return null;
  if (!birth.birthDate)
    return { field: "birthDate", message: "Il nous faut ta date de naissance, juste pour vérifier ton âge." };
  if (Number(birth.birthDate.slice(0, 4)) !== birth.birthYear)
    return { field: "birthDate", message: "La date et l’année ne vont pas ensemble." };
  return birthday(birth.birthDate, organisation.minimumAge) <= today
    ? null
    : { field: "birthDate", message: reasons.too_young };
}

/** The day from which a minor is an adult, or null for an adult. With the year alone: its last day, so never too soon. */
export function adultOn({ birthYear, birthDate }: Birth, now: Date): Date | null {
  const exact = birthDate && Number(birthDate.slice(0, 4)) === birthYear ? birthDate : null;
  const day = exact ? birthday(exact, ADULT_AGE) : `${birthYear + ADULT_AGE}-12-31`;
  return day <= parisDay(now) ? null : new Date(`${day}T00:00:00Z`);
}

/** Whether this session began so recently that signing in was itself the proof. */
export function isFreshSession(createdAt: Date, now: Date): boolean {
  return now.getTime() - createdAt.getTime() < FRESH_MS;
}

const browsers: [RegExp, string][] = [
  [/Edg(?:e|A|iOS)?\//, "Edge"],
  [/OPR\/|Opera/, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\/|Chromium\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const machines: [RegExp, string][] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "Mac"],
  [/CrOS/, "Chromebook"],
  [/Linux|X11/, "Linux"],
];

/** "Firefox sur Windows", from the browser's own words about itself. */
export function deviceWords(userAgent: string): string {
  const browser = browsers.find(([sign]) => sign.test(userAgent))?.[1];
  const machine = machines.find(([sign]) => sign.test(userAgent))?.[1];
  if (browser && machine) return `${browser} sur ${machine}`;
  return browser ?? machine ?? "Appareil inconnu";
}
