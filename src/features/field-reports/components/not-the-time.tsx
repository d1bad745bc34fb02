import { paths } from "@/core/paths.ts";
import { reasons } from "@/core/reasons.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import type { NoReportView } from "../field-report.views.ts";

/** Why there is nothing to tell now. */
export function NotTheTime({ view }: { view: NoReportView }) {
  return (
    <PageHeader
      title="Pas de compte rendu ici"
      lede={reasons[view.reason]}
      actions={<ButtonLink href={paths.event(view.event)}>Revenir à l’événement</ButtonLink>}
    />
  );
}
