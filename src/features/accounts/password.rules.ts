// What people really choose when twelve characters are asked for: a common word (or two) with digits around it,
// a walk on the keyboard, a sequence, a repetition, their own name. The list follows the published rankings of
// leaked passwords (SecLists "10-million-password-list-top", NCSC "100k most common", their French twins):
// their entries of twelve characters and more are nearly all made of these pieces, so the pieces are what we keep.
const PIECES = `
password passwort passw0rd motdepasse motdepas monmotdepasse azerty azertyuiop qwerty qwertyuiop qwertz asdfgh
asdfghjkl zxcvbn zxcvbnm wxcvbn qsdfgh qsdfghjklm welcome bienvenue bonjour bonsoir salut coucou hello soleil
doudou loulou chouchou nounours princesse princess jetaime jtaime iloveyou loveyou love amour cheval chocolat
marseille paris lyon france bordeaux toulouse football foot soccer baseball basketball superman batman spiderman
starwars pokemon naruto dragon monkey shadow master sunshine flower secret letmein trustno trustnoone whatever
computer ordinateur internet google facebook youtube linkedin windows samsung iphone android apple microsoft
admin administrator administrateur root user utilisateur test testing guest invite changeme changezmoi default
login account compte freedom liberte egalite fraternite republique vive lavie politique socialiste militant
gauche camarade parti section coopol lacoopol citoyen michael jordan jennifer daniel charlie nicolas thomas
alexandre sophie camille maxime julien antoine caroline isabelle philippe valerie sandrine stephane sebastien
maman papa famille bebe enfant chaton minou toutou chien lapin tigre panthere papillon etoile lumiere vacances
janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi
vendredi samedi dimanche printemps ete automne hiver summer winter spring autumn january february april august
correct horse battery staple abcdef abcdefgh mypassword thisis mon ma mes le la les un une my the is moi toi
`
  .trim()
  .split(/\s+/)
  .sort((a, b) => b.length - a.length);

const WALKS = [
  "azertyuiop",
  "qsdfghjklm",
  "wxcvbn",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "abcdefghijklmnopqrstuvwxyz",
  "0123456789",
  "1qaz2wsx3edc4rfv5tgb",
  "1a2z3e4r5t6y7u8i9o",
];
const LOOK_ALIKES: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "8": "b",
  "@": "a",
  $: "s",
  "€": "e",
  "!": "i",
};

const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const reversed = (text: string) => [...text].reverse().join("");
const straight = WALKS.flatMap((walk) => [walk + walk, reversed(walk + walk)]);

/** What is left of a password once everything that a guesser tries first is taken away. */
function remainder(password: string, own: readonly string[]): string {
  let left = password;
  for (const piece of [...own, ...PIECES]) if (piece.length > 1) left = left.split(piece).join(" ");
  return left
    .replace(/(?:19|20)\d\d/g, " ")
    .split(/([^a-z]+)/)
    .map(withoutWalks)
    .join("")
    .replace(/(.)\1+/g, "$1")
    .replace(/[\s_.,!?*#+-]/g, "");
}

function withoutWalks(run: string): string {
  for (let length = run.length; length >= 3; length--)
    for (let start = 0; start + length <= run.length; start++) {
      const part = run.slice(start, start + length);
      if (straight.some((walk) => walk.includes(part)))
        return withoutWalks(run.slice(0, start)) + withoutWalks(run.slice(start + length));
    }
  return run;
}

const ENOUGH = 5;
const DIFFERENT = 5;

/** "1q2w3e4r5t6y": two walks, one sign each in turn. */
function isWoven(typed: string): boolean {
  const strands = [0, 1].map((first) => [...typed].filter((_, index) => index % 2 === first).join(""));
  return strands.every((strand) => straight.some((walk) => walk.includes(strand)));
}

/** Digits alone add little to common words. */
const weight = (text: string) => text.replace(/\d/g, "").length + text.replace(/\D/g, "").length / 2;

function words(text: string): string[] {
  return plain(text)
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word.length >= 3);
}

/**
 * Whether a guesser would try this password early: repetitions, sequences, keyboard walks, common words, the
 * person's own name or address, or the name of this site, with little else. Works off line.
 */
export function isCommonPassword(password: string, owner: { name: string; email: string }): boolean {
  const typed = plain(password);
  if (new Set(typed).size < DIFFERENT) return true;
  if (/^(.{1,6}?)\1+.{0,2}$/.test(typed)) return true; // one short piece again and again
  if (isWoven(typed)) return true;
  const own = [...words(owner.name), ...words(owner.email.split("@")[0] ?? "")];
  const letters = [...typed].map((sign) => LOOK_ALIKES[sign] ?? sign).join("");
  return [typed, letters].some((text) => weight(remainder(text, own)) < ENOUGH);
}
