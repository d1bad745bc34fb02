/** Characters of a post, and of a comment. */
export const BODY_MAX = 10_000;
export const COMMENT_MAX = 3_000;
export const LINKS_MAX = 5;
/** Posts that stand on top of a wall. */
export const PINNED_MAX = 3;
/** Posts, and comments, that a page shows at once. */
export const WALL_SIZE = 15;
export const COMMENTS_SIZE = 30;

/** A small set of our own, in the order in which it is shown. */
export const reactionKinds = ["solidaire", "merci", "bravo", "partant", "question"] as const;
export type ReactionKind = (typeof reactionKinds)[number];
export const reactionWords: Record<ReactionKind, string> = {
  solidaire: "Solidaire",
  merci: "Merci",
  bravo: "Bravo",
  partant: "J’en suis",
  question: "À creuser",
};

/** Whom a profile's post is for, from the nearest to the widest. */
export const audiences = ["coopains", "section", "members", "everyone"] as const;
export type PostAudience = (typeof audiences)[number];
export const audienceWords: Record<PostAudience, string> = {
  coopains: "Mes coopains",
  section: "Ma section et mes coopains",
  members: "Tous les membres",
  everyone: "Tout le monde, sur le web",
};
