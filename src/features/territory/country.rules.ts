// ISO 3166-1 alpha-2, without France and its territories (they have communes) and without places that nobody inhabits;
// XK is Kosovo.
const CODES =
  "AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO GA GB GD GE GG GH GI GL GM GN GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MP MR MS MT MU MV MW MX MY MZ NA NE NF NG NI NL NO NP NR NU NZ OM PA PE PG PH PK PL PN PR PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WS XK YE ZA ZM ZW".split(
    " ",
  );

/** Names that people use, where the standard's are those of a form. */
const USUAL: Record<string, string> = { HK: "Hong Kong", MO: "Macao", PS: "Palestine", MM: "Birmanie", VA: "Vatican" };

/** Every country that a French person abroad may live in, with its French name, in alphabetical order. */
export function countries(): { code: string; name: string }[] {
  const names = new Intl.DisplayNames(["fr"], { type: "region", fallback: "code" });
  const list = CODES.map((code) => ({ code, name: (USUAL[code] ?? names.of(code) ?? code).replaceAll("'", "’") }));
  return list.sort((a, b) => a.name.localeCompare(b.name, "fr"));
}
