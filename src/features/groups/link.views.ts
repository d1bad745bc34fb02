/** A link that lets in, for those who keep the group; its token is nowhere. */
export type GroupLinkView = { id: string; by: string | null; at: Date; expiresAt: Date; remaining: number };

/** What the bearer of a link reads. A visitor learns that it holds, and signs in first. */
export type GroupLinkPageView = {
  token: string;
  group: {
    id: string;
    slug: string;
    name: string;
    purpose: string;
    adherentsOnly: boolean;
    memberCount: number;
    rules: string;
  } | null;
  terms: string;
  /** She is in it already. */
  inside: boolean;
};
