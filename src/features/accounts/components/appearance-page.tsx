import { paths } from "@/core/paths.ts";
import { BackLink } from "@/ui/back-link.tsx";
import { Card } from "@/ui/card.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import type { Appearance } from "../appearance.rules.ts";
import { AppearanceForm } from "./appearance-form.tsx";
import { SaidNotice } from "./said-notice.tsx";

/** Light, dark, or as the device. */
export function AppearancePage({ appearance, said }: { appearance: Appearance; said?: string | string[] | undefined }) {
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        eyebrow={<BackLink href={paths.account}>Mon compte</BackLink>}
        title="Apparence"
        lede="Ce choix vaut pour ce navigateur."
      />
      <SaidNotice said={said} className="mb-6" />
      <Card padding="roomy">
        <AppearanceForm appearance={appearance} />
      </Card>
    </div>
  );
}
