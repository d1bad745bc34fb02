import { allow, refuse } from "@/core/decision.ts";
import { canBePresent } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import type { Tx } from "@/platform/db/client.ts";
import { postsWithdrawn } from "../post.facts.ts";
import { followCardInput, nothingInput } from "../post.schema.ts";

/** What everybody could read becomes what members read, and the consent ends. */
async function withdraw(tx: Tx, memberId: string): Promise<boolean> {
  const consents = await tx.consent.updateMany({
    where: { memberId, kind: "public_posts", withdrawnAt: null },
    data: { withdrawnAt: clock.now() },
  });
  const posts = await tx.post.updateMany({
    where: { authorId: memberId, audience: "everyone" },
    data: { audience: "members" },
  });
  return consents.count + posts.count > 0;
}

/** A member takes all her posts off the web at once. */
export const withdrawPostsFromWeb = command({
  name: "posts.withdraw-from-web",
  input: nothingInput,
  subject: async () => null,
  policy: canBePresent,
  async execute({ tx, actor: { id }, record }) {
    if (id && (await withdraw(tx, id))) record(postsWithdrawn({ memberId: id }));
  },
});

/** When her card leaves the web, so do her posts; a card that comes back brings none of them. */
export const followCard = command({
  name: "posts.follow-card",
  input: followCardInput,
  subject: ({ tx, input }) => tx.profile.findUnique({ where: { memberId: input.memberId }, select: { cardFor: true } }),
  policy: (actor) => (actor.kind === "system" ? allow : refuse("not_yours")),
  async execute({ tx, input: { memberId }, subject: profile, record }) {
    if (profile?.cardFor === "everyone") return;
    if (await withdraw(tx, memberId)) record(postsWithdrawn({ memberId }));
  },
});
