import { fullDay } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { BackLink } from "@/ui/back-link.tsx";
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
          eyebrow={<BackLink href={paths.account}>Mon compte</BackLink>}
          title="Mon second facteur"
          lede="À la connexion, un code de ton téléphone s’ajoute à ton e-mail ou à ton mot de passe : si quelqu’un les vole, ton compte reste fermé."
        />
      </div>
      <SecondFactorPanel factor={factor} since={factor.state === "on" ? fullDay(factor.since) : ""} />
    </div>
  );
}

/** On or off, in a word. */
export function SecondFactorBadge({ on }: { on: boolean }) {
  return on ? <Badge tone="ok">En place</Badge> : <Badge tone="neutral">Pas en place</Badge>;
}
