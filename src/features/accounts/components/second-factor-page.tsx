import Link from "next/link";
import { fullDay } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { Badge } from "@/ui/badge.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import type { SecondFactorView } from "../account.views.ts";
import { SecondFactorPanel } from "./second-factor-panel.tsx";

/** One's second factor: what it is for, its state, and what can be done about it. */
export function SecondFactorPage({ factor }: { factor: SecondFactorView }) {
  return (
    <div className="mx-auto max-w-2xl">
      <div data-screen-only>
        <PageHeader
          eyebrow={<BackToAccount />}
          title="Mon second facteur"
          lede="À la connexion, un code de ton téléphone s’ajoute à ton e-mail ou à ton mot de passe : si quelqu’un les vole, ton compte reste fermé."
        />
      </div>
      <SecondFactorPanel factor={factor} since={factor.state === "on" ? fullDay(factor.since) : ""} />
    </div>
  );
}

/** Above a page of the account: the way back. */
export function BackToAccount() {
  return (
    <Link
      href={paths.account}
      prefetch={false}
      className="inline-flex min-h-11 items-center underline underline-offset-2"
    >
      Mon compte
    </Link>
  );
}

/** On or off, in a word. */
export function SecondFactorBadge({ on }: { on: boolean }) {
  return on ? <Badge tone="ok">En place</Badge> : <Badge tone="neutral">Pas en place</Badge>;
}
