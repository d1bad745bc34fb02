/** Every URL of the application. */
export const paths = {
  home: "/",
  signUp: "/inscription",
  signUpCode: "/inscription/code",
  signIn: "/connexion",
  signInCode: "/connexion/code",
  resetPassword: "/connexion/mot-de-passe",
  resetPasswordCode: "/connexion/mot-de-passe/code",
  suspended: "/suspension",
  memberHome: "/accueil",
  account: "/compte",
  accountEmailCode: "/compte/adresse",
  accountErasure: "/compte/suppression",
  debates: "/debats",
  newDebate: "/debats/nouveau",
  debate: (debate: { id: string; slug: string }) => `/debats/${debate.id}-${debate.slug}`,
  /** Where a debate is run by its hosts. */
  runDebate: (debate: { id: string; slug: string }) => `/debats/${debate.id}-${debate.slug}/animer`,
  /** One contribution with its replies, by its number. */
  contribution: (debate: { id: string; slug: string }, seq: number) => `/debats/${debate.id}-${debate.slug}/c/${seq}`,
  report: (kind: string, id: string) => `/signaler/${kind}/${id}`,
  moderation: "/moderation",
  moderationCase: (id: string) => `/moderation/${id}`,
  decision: (id: string) => `/moderation/decisions/${id}`,
  legalNotice: "/mentions-legales",
  privacy: "/confidentialite",
  rules: "/regles",
  accessibility: "/accessibilite",
  /** Outgoing mail of the embedded demo; 404 everywhere else. */
  demoMail: "/demo/courrier",
  api: {
    health: "/api/health",
    communes: "/api/communes",
    debateEntries: (id: string) => `/api/debats/${id}/suite`,
    contribute: "/api/debats/contribuer",
    vote: "/api/debats/voter",
    debateCover: (id: string) => `/api/debats/${id}/couverture`,
    hostCandidates: (id: string) => `/api/debats/${id}/animateurs`,
  },
} as const;

/** The id in front of "<id>-<slug>", or null when there is none. */
export function idOf(idAndSlug: string): string | null {
  return /^([0-9a-hjkmnp-tv-z]{12})(?:-|$)/.exec(idAndSlug)?.[1] ?? null;
}

/** A URL's readable part: lower case, no accents, 60 characters at most. */
export function slugify(text: string): string {
  const words = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return (
    words
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, 60)
      .replace(/^-+|-+$/g, "") || "debat"
  );
}
