import { organisation } from "@/core/organisation.ts";
import { paths } from "@/core/paths.ts";
import type { Mail } from "@/platform/mail.ts";
import { CODE_MINUTES } from "./code.rules.ts";

type Words = Omit<Mail, "to">;

const ignore = "Si tu n’as rien demandé, ne fais rien : personne ne peut entrer sans ce code.";
const validity = `Il est valable ${CODE_MINUTES} minutes, dans le navigateur où tu l’as demandé. Ne le donne à personne.`;

/** What each code's mail says; `code` is the six digits. */
export const codeMails = {
  joining: (code: string): Words => ({
    subject: `${code} : ton code pour rejoindre ${organisation.name}`,
    code,
    paragraphs: ["Bienvenue ! Voici le code qui confirme ton adresse e-mail :", validity, ignore],
  }),
  alreadyMember: (code: string): Words => ({
    subject: `${code} : ton code pour te connecter à ${organisation.name}`,
    code,
    paragraphs: [
      `Tu as déjà un compte sur ${organisation.name}. Voici un code pour te connecter :`,
      validity,
      "Ton compte n’a pas changé. Si tu n’as rien demandé, ne fais rien.",
    ],
  }),
  signingIn: (code: string): Words => ({
    subject: `${code} : ton code de connexion à ${organisation.name}`,
    code,
    paragraphs: ["Voici ton code pour te connecter :", validity, ignore],
  }),
  resettingPassword: (code: string): Words => ({
    subject: `${code} : ton code pour changer de mot de passe`,
    code,
    paragraphs: ["Voici le code pour choisir un nouveau mot de passe :", validity, ignore],
  }),
  changingEmail: (code: string): Words => ({
    subject: `${code} : ton code pour confirmer ta nouvelle adresse`,
    code,
    paragraphs: [
      `Voici le code qui confirme que cette adresse est la tienne sur ${organisation.name} :`,
      validity,
      ignore,
    ],
  }),
  erasing: (code: string): Words => ({
    subject: `${code} : ton code pour supprimer ton compte`,
    code,
    paragraphs: [
      "Voici le code qui confirme que c’est bien toi qui supprimes ton compte :",
      validity,
      "Si tu n’as rien demandé, quelqu’un utilise peut-être ta session : connecte-toi et ferme tes autres sessions.",
    ],
  }),
} satisfies Record<string, (code: string) => Words>;

/** To an address that has no account: the same request was answered on screen with the same words. */
export const noAccountMail: Words = {
  subject: `Pas encore de compte ${organisation.name} à cette adresse`,
  paragraphs: [
    `Quelqu’un, sans doute toi, a demandé à se connecter à ${organisation.name} avec cette adresse. Elle n’a pas de compte.`,
    "Si tu t’es inscrit·e avec une autre adresse, essaie avec celle-là. Sinon, l’inscription prend une minute.",
  ],
  link: { label: "M’inscrire", path: paths.signUp },
};

/** To an address that has an account already, when somebody wants to move another account to it. */
export const addressTakenMail: Words = {
  subject: `Cette adresse a déjà un compte ${organisation.name}`,
  paragraphs: [
    "Quelqu’un a voulu utiliser cette adresse pour un autre compte. Rien n’a changé : elle reste celle de ton compte.",
    "Si c’est toi, connecte-toi avec cette adresse, ou choisis-en une autre.",
  ],
  link: { label: "Me connecter", path: paths.signIn },
};

export const noticeMails = {
  password_changed: {
    subject: `Ton mot de passe ${organisation.name} a changé`,
    paragraphs: [
      "Ton mot de passe vient d’être changé, et tes autres sessions sont fermées.",
      "Si ce n’est pas toi, choisis tout de suite un nouveau mot de passe avec un code envoyé à cette adresse.",
    ],
    link: { label: "Choisir un nouveau mot de passe", path: paths.resetPassword },
  },
  email_changed: {
    subject: `L’adresse de ton compte ${organisation.name} a changé`,
    paragraphs: [
      "Ton compte utilise désormais une autre adresse e-mail. Celle-ci ne sert plus à se connecter.",
      `Si ce n’est pas toi, écris-nous sans attendre : ${organisation.dataProtection.email}`,
    ],
  },
  second_factor_on: {
    subject: `Le second facteur de ton compte ${organisation.name} est en place`,
    paragraphs: [
      "À chaque connexion, nous te demanderons maintenant un code de ton application. Tes autres sessions sont fermées.",
      `Si ce n’est pas toi, écris-nous sans attendre : ${organisation.dataProtection.email}`,
    ],
  },
  second_factor_off: {
    subject: `Le second facteur de ton compte ${organisation.name} est retiré`,
    paragraphs: [
      "Ton compte ne demande plus de code à la connexion, et tes codes de secours ne valent plus. Si tu as une responsabilité, elle attend que tu en mettes un nouveau.",
      `Si ce n’est pas toi, écris-nous sans attendre : ${organisation.dataProtection.email}`,
    ],
    link: { label: "Voir mon second facteur", path: paths.secondFactor },
  },
  recovery_codes_renewed: {
    subject: `Tes codes de secours ${organisation.name} sont neufs`,
    paragraphs: [
      "Dix nouveaux codes de secours viennent d’être faits. Les précédents ne valent plus.",
      `Si ce n’est pas toi, écris-nous sans attendre : ${organisation.dataProtection.email}`,
    ],
  },
  recovery_code_used: {
    subject: `Un code de secours a ouvert ton compte ${organisation.name}`,
    paragraphs: [
      "Quelqu’un, sans doute toi, vient de se connecter avec l’un de tes codes de secours. Il ne peut plus servir.",
      `Si ce n’est pas toi, ferme tes autres sessions depuis ton compte et écris-nous : ${organisation.dataProtection.email}`,
    ],
    link: { label: "Voir mon second facteur", path: paths.secondFactor },
  },
} satisfies Record<string, Words>;

export type NoticeKind = keyof typeof noticeMails;
