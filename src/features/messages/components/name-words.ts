import type { PersonView } from "../message.views.ts";

const together = new Intl.ListFormat("fr");

export const firstName = (name: string): string => name.split(/\s+/)[0] ?? name;

/** The names of the others among these, of those whom the reader knows. */
export const namesOf = (ids: readonly string[], me: string, people: Readonly<Record<string, PersonView>>): string[] =>
  ids.flatMap((id) => (id === me ? [] : people[id]?.name || []));

/** "Samir", "Samir et Inès", "Samir, Inès et 3 autres". */
export function someNames(names: readonly string[], most = 3): string {
  const said = names.map(firstName);
  if (said.length <= most) return together.format(said);
  const others = said.length - (most - 1);
  return together.format([...said.slice(0, most - 1), `${others} autres`]);
}

/** "Samir écrit…", "Samir et Inès écrivent…"; nothing for nobody. */
export function typingWords(names: readonly string[]): string {
  if (names.length === 0) return "";
  if (names.length > 3) return "Plusieurs personnes écrivent…";
  return `${someNames(names)} ${names.length === 1 ? "écrit" : "écrivent"}…`;
}
