/** Where what a member types on her profile, and when she shares a post, is kept: a computer may be shared. */
export const profileDraft = (memberId: string) => `coopol:publication:profil:${memberId}`;
export const shareDraft = (memberId: string) => `coopol:partage:${memberId}`;
