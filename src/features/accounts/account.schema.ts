import { z } from "zod";
import { organisation } from "@/core/organisation.ts";
import { reasons } from "@/core/reasons.ts";
import { emailAddress, idText, line } from "@/core/text.ts";
import { clock } from "@/platform/clock.ts";
import { ageProblem } from "./account.rules.ts";
import { APPEARANCES } from "./appearance.rules.ts";
import { readSecondCode } from "./second-factor.rules.ts";

const EXPIRED = "Ce code a expiré. Demandes-en un autre.";

/** An INSEE code, or "FE-XX" for a country. */
const communeCode = z.string(reasons.unknown_commune).regex(/^(?:\d[\dAB]\d{3}|FE-[A-Z]{2})$/, reasons.unknown_commune);

/**
 * A person's name: letters of any script, with three marks each at most, spaces, apostrophes, hyphens, dots after
 * initials. Invitations carry it to strangers: it is no web address.
 */
const personName = line(2, 80).pipe(
  z
    .string()
    .regex(
      /^(?!.*\p{M}{4})(?!.*\.\p{L}{2})\p{L}[\p{L}\p{M} '’.·-]*$/u,
      "Un nom s’écrit avec des lettres, des espaces ou des tirets.",
    ),
);

const birthYear = z
  .string()
  .trim()
  .regex(/^\d{4}$/, "Écris l’année avec quatre chiffres.")
  .transform(Number)
  .refine((year) => year >= 1900 && year <= clock.now().getFullYear(), "Vérifie l’année.");

/** An empty field of a form is an absent one. */
const emptyIsAbsent = z.string().transform((text) => text || undefined);

const birthDate = emptyIsAbsent.pipe(z.iso.date("Vérifie la date.").optional()).optional();

export const requestSignUpInput = z
  .strictObject({
    name: personName,
    email: emailAddress,
    communeCode,
    claim: z.enum(["sympathiser", "adherent"], "Choisis l’un des deux."),
    birthYear,
    /** Asked only when the year leaves a doubt. */
    birthDate,
    consent: z.literal("oui", `Sans ton accord, ${organisation.name} ne peut pas créer ton compte.`),
    /** The invitation that this browser followed. One that does not hold changes nothing. */
    invitation: z.string().max(64).optional(),
  })
  .superRefine((input, context) => {
    const problem = ageProblem(input, clock.now());
    if (problem) context.addIssue({ code: "custom", path: [problem.field], message: problem.message });
  });

/** What the door adds to a code: which one was sent to this browser, and the browser's proof. */
const codeProof = {
  codeId: z.string(EXPIRED).regex(/^[0-9a-hjkmnp-tv-z]{12}$/, EXPIRED),
  browserSecret: z.string(EXPIRED).regex(/^[\w-]{22}$/, EXPIRED),
};

const sixDigits = z
  .string("Écris les six chiffres du code.")
  .max(40, "Écris les six chiffres du code.")
  .transform((text) => text.normalize("NFKC").replace(/[\s.-]/g, ""))
  .pipe(z.string().regex(/^\d{6}$/, "Écris les six chiffres du code."));

/** The browser's own words about itself, cut and cleaned; shown to the member only. */
const userAgent = z
  .string()
  .transform((text) =>
    text
      .toWellFormed()
      .replace(/\p{Cc}/gu, "")
      .slice(0, 300),
  )
  .default("");

const soundSecret = (text: string) => text.isWellFormed() && !/\p{Cc}/u.test(text);
const password = z
  .string("Écris ton mot de passe.")
  .min(1, "Écris ton mot de passe.")
  .max(200, "200 caractères au plus.")
  .refine(soundSecret, "Ce texte contient des caractères interdits.")
  .transform((text) => text.normalize("NFKC"));

export const PASSWORD_LENGTH = 12;
const newPassword = password.refine(
  (text) => [...text].length >= PASSWORD_LENGTH,
  `Il faut au moins ${PASSWORD_LENGTH} caractères.`,
);

export const confirmCodeInput = z.strictObject({ ...codeProof, code: sixDigits, userAgent });
export const requestAnotherCodeInput = z.strictObject(codeProof);
export const requestSignInCodeInput = z.strictObject({ email: emailAddress });
export const requestPasswordResetInput = z.strictObject({ email: emailAddress });
export const signInWithPasswordInput = z.strictObject({ email: emailAddress, password, userAgent });
export const resetPasswordInput = z.strictObject({ ...codeProof, code: sixDigits, password: newPassword, userAgent });
/** Not needed in a session that has just begun. */
export const currentPassword = emptyIsAbsent.pipe(password.optional()).optional();
export const setPasswordInput = z.strictObject({ password: newPassword, currentPassword });
export const requestEmailChangeInput = z.strictObject({ email: emailAddress, currentPassword });
export const confirmEmailChangeInput = z.strictObject({ ...codeProof, code: sixDigits });
export const nothingInput = z.strictObject({});
export const moveTownInput = z.strictObject({ communeCode });
export const chooseAppearanceInput = z.strictObject({ appearance: z.enum(APPEARANCES, "Choisis l’un des trois.") });

const SECOND_CODE = "Écris les six chiffres de ton application, ou un code de secours.";
/** Six digits, or a recovery code. */
const secondCode = z
  .string(SECOND_CODE)
  .max(60, SECOND_CODE)
  .refine((text) => readSecondCode(text) !== null, SECOND_CODE);

export const startSecondFactorInput = z.strictObject({ currentPassword });
export const confirmSecondFactorInput = z.strictObject({ code: sixDigits });
export const secondCodeInput = z.strictObject({ code: secondCode });
/** The door reads the session from the cookie: its browser is still a visitor's. */
const halfOpenSession = z.string().max(40).default("");
export const passSecondFactorInput = z.strictObject({ sessionId: halfOpenSession, code: secondCode });
export const abandonSignInInput = z.strictObject({ sessionId: halfOpenSession });
export const resetSecondFactorInput = z.strictObject({ memberId: idText });

export const revokeSessionInput = z.strictObject({ sessionId: idText });

/** Proof of who erases: her password, or a code sent for that. */
export const eraseAccountInput = z.strictObject({
  password: password.optional(),
  code: sixDigits.optional(),
  codeId: codeProof.codeId.optional(),
  browserSecret: codeProof.browserSecret.optional(),
});
export const answerPublicNameInput = z.strictObject({ answer: z.enum(["oui", "non"], "Choisis l’un des deux.") });

const endsAt = z
  .union([z.date(), z.iso.datetime({ offset: true }).transform((text) => new Date(text))], "Vérifie la date de fin.")
  .refine((date) => date > clock.now(), "La date de fin est passée.")
  .optional();

export const suspendMemberInput = z.strictObject({ memberId: idText, reason: line(5, 500), endsAt });
export const createAdminInput = z.strictObject({ email: emailAddress, name: personName, communeCode });
export const verifyAdherentInput = z.strictObject({ memberId: idText });
export const enterAsInput = z.strictObject({ castEmail: emailAddress, userAgent });
