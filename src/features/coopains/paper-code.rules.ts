import { drawnFrom } from "../accounts/index.ts";

// No 0 O, 1 I L, 2 Z, 5 S, 8 B, U V: what a hand or a printer makes look alike.
const SIGNS = "3467ACDEFGHJKMNPQRTWXY9";
/** 10 signs of 23: 45 bits. */
const LENGTH = 10;

/** The code that stands for a link on paper: drawn from its row's id, so that the database never holds it. */
export function paperCodeOf(linkId: string): string {
  let rest = drawnFrom("paper-code", linkId).readBigUInt64BE(0);
  let code = "";
  for (let sign = 0; sign < LENGTH; sign++) {
    code += SIGNS[Number(rest % BigInt(SIGNS.length))];
    rest /= BigInt(SIGNS.length);
  }
  return code;
}

/** As it is printed and read aloud: "C4KM-7QRT-XA". */
export const spelled = (code: string) => code.replace(/(.{4})(?=.)/g, "$1-");

/** What was typed, as the code is: capitals, without spaces, dashes or accents around. */
export const readPaperCode = (typed: string) =>
  typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "");

/** What the database keeps of a paper code, with a key: 45 bits alone could be tried one by one. */
export const hashOfPaperCode = (code: string) => drawnFrom("paper-code-hash", code).toString("base64url");
