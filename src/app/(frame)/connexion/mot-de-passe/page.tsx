import type { Metadata } from "next";
import { getMyAccount } from "@/features/accounts/account.queries.ts";
import { RequestPasswordResetForm } from "@/features/accounts/components/reset-password-forms.tsx";
import { currentActor } from "@/platform/next/current-actor.ts";
import { Card } from "@/ui/card.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

export const metadata: Metadata = { title: "Choisir un mot de passe" };

/** Open to members too: one who has no password chooses it here. */
export default async function Page() {
  const actor = await currentActor();
  const email = actor.kind === "member" ? (await getMyAccount(actor)).email : undefined;
  return (
    <div className="mx-auto max-w-md">
      <PageHeader
        title="Choisir un mot de passe"
        lede="Nous t’envoyons un code par e-mail, puis tu choisis ton nouveau mot de passe."
      />
      <Card padding="roomy">
        <RequestPasswordResetForm email={email} />
      </Card>
    </div>
  );
}
