import joursFeries from "@socialgouv/jours-feries";

/** How a sentence says them, after "jour férié :". */
const words: Record<string, string> = {
  "Jour de l'an": "jour de l’An",
  "Lundi de Pâques": "lundi de Pâques",
  "Fête du travail": "1er mai",
  "Victoire des alliés": "8 mai",
  Ascension: "Ascension",
  "Lundi de Pentecôte": "lundi de Pentecôte",
  "Fête Nationale": "14 juillet",
  Assomption: "15 août",
  Toussaint: "Toussaint",
  Armistice: "11 novembre",
  Noël: "Noël",
  "Vendredi Saint": "Vendredi saint",
  "Saint Étienne": "Saint-Étienne",
};

/** Departments of the former Alsace-Moselle: two more days. */
const ALSACE_MOSELLE: readonly string[] = ["57", "67", "68"];

/** The abolition of slavery, by territory: month and day (Code du travail, art. L. 3422-2). */
const abolition: Readonly<Record<string, string>> = {
  "971": "05-27",
  "972": "05-22",
  "973": "06-10",
  "974": "12-20",
  "976": "04-27",
  "977": "10-09",
  "978": "05-28",
};

const HALF_A_DAY_MS = 12 * 3_600_000;
const known = new Map<string, ReadonlyMap<string, string>>();

/** Public holidays of a year in a territory ("national/67/…"): the day ("2027-05-01") to its words ("1er mai"). */
export function holidaysOf(year: number, scope: string): ReadonlyMap<string, string> {
  const federation = scope.split("/")[1] ?? "";
  const alsace = ALSACE_MOSELLE.includes(federation);
  const key = `${year} ${alsace ? "alsace" : (abolition[federation] ?? "")}`;
  let found = known.get(key);
  if (!found) {
    const days = new Map(
      Object.entries(joursFeries(year, { alsace })).map(([name, date]) => [dayOf(date), words[name] ?? name]),
    );
    const freed = abolition[federation];
    if (freed) days.set(`${year}-${freed}`, "abolition de l’esclavage");
    found = days;
    known.set(key, found);
  }
  return found;
}

/** What a day is called when it is a public holiday there: "1er mai"; else null. */
export function holidayOn(day: string, scope: string): string | null {
  return holidaysOf(Number(day.slice(0, 4)), scope).get(day) ?? null;
}

/** Noon, not midnight: a change of clock between two holidays moves the machine's midnight to the day before. */
function dayOf(date: Date): string {
  const noon = new Date(date.getTime() + HALF_A_DAY_MS);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${noon.getFullYear()}-${two(noon.getMonth() + 1)}-${two(noon.getDate())}`;
}
