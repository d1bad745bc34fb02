import type { Metadata } from "next";
import { PublicNameSection } from "@/features/accounts/components/public-name-section.tsx";
import { getMyAccount } from "@/features/accounts/index.ts";
import { VisibilityPage } from "@/features/profiles/components/visibility-page.tsx";
import { getMyProfile } from "@/features/profiles/index.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { Card } from "@/ui/card.tsx";

export const metadata: Metadata = { title: "Qui voit quoi" };

export default async function Page() {
  const member = await requireMember();
  const [profile, account] = await Promise.all([getMyProfile(member), getMyAccount(member)]);
  return (
    <VisibilityPage profile={profile}>
      <section aria-labelledby="nom-public">
        <h2 id="nom-public" className="mb-3.5 text-heading">
          Mon nom dans les débats ouverts
        </h2>
        <Card padding="roomy">
          <PublicNameSection account={account} />
        </Card>
      </section>
    </VisibilityPage>
  );
}
