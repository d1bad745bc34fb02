/** Overseas numbers as they are dialled at home ("0692…"), with the code of their territory. */
const overseas: readonly (readonly [RegExp, string])[] = [
  [/^0(?:590|690|691)/, "+590"],
  [/^0(?:594|694)/, "+594"],
  [/^0(?:596|696|697)/, "+596"],
  [/^0(?:262|263|269|639|692|693)/, "+262"],
];

/** A number as people write it, in the form that every telephone dials: "06 12…" → "+33612…". Null when it is none. */
export function normalisedPhone(typed: string): string | null {
  const bare = typed
    .normalize("NFKC")
    .replace(/\(0\)/g, "")
    .replace(/[\s.\-/()\u2010-\u2015]/g, "");
  if (/^0[1-9]\d{8}$/.test(bare)) {
    const code = overseas.find(([beginning]) => beginning.test(bare))?.[1] ?? "+33";
    return code + bare.slice(1);
  }
  const world = bare.replace(/^00/, "+");
  if (/^\+33/.test(world)) return /^\+330?[1-9]\d{8}$/.test(world) ? world.replace(/^\+330/, "+33") : null;
  return /^\+[1-9]\d{7,14}$/.test(world) ? world : null;
}

/** "+33612345678" → "06 12 34 56 78"; a number of elsewhere stays as every telephone dials it. */
export function phoneWords(phone: string): string {
  const home = /^\+(?:33|262|590|594|596)(\d{9})$/.exec(phone)?.[1];
  return home ? (`0${home}`.match(/../g) ?? []).join("\u00a0") : phone;
}
