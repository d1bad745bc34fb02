/** A text as French sets it: what belongs to a sign or a number never begins the next line. */
export function unbroken(text: string): string {
  return text
    .replace(/ (?=[?!;])/g, "\u202f")
    .replace(/ (?=[:»%€])/g, "\u00a0")
    .replace(/« /g, "«\u00a0")
    .replace(/(?<=\bn[°º]) (?=\d)/g, "\u00a0");
}
