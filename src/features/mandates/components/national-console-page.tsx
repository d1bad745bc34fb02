import type { ReactNode } from "react";
import { paths } from "@/core/paths.ts";
import { PageHeader } from "@/ui/page-header.tsx";
import { Tabs } from "@/ui/tabs.tsx";
import type { NationalConsoleView } from "../console.views.ts";
import type { ConsoleTab } from "../mandate.schema.ts";
import { MandatesPart } from "./console-mandates.tsx";
import { ConsultationsPart, PlacesPart, SuspensionsPart } from "./console-parts.tsx";
import { WaitingPart } from "./console-waiting.tsx";
import { MemberSearchForm } from "./member-search-page.tsx";

const labels: Record<ConsoleTab, string> = {
  attente: "En attente",
  responsabilites: "Responsabilités",
  sections: "Sections",
  suspensions: "Suspensions",
  consultations: "Coordonnées lues",
};

export const tabHref = (tab: ConsoleTab) => `${paths.console("national")}?voir=${tab}`;

/** The national console: find a member, and one part at a time of what the whole country asks. */
export function NationalConsolePage({
  view,
  now,
  also,
}: {
  view: NationalConsoleView;
  now: Date;
  /** What waits of other features, and how much: null when nothing does. */
  also: { count: number; part: ReactNode } | null;
}) {
  const { tab, tabs, byAddress } = view;
  const waiting = view.waiting + (also?.count ?? 0);
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader title="Gestion nationale" className="mb-6!" />
      <div className="grid gap-8">
        <MemberSearchForm byAddress={byAddress} />
        {tabs.length > 1 && (
          <Tabs
            label="Parties de la gestion nationale"
            current={tabHref(tab)}
            tabs={tabs.map((one) => ({
              href: tabHref(one),
              label: labels[one],
              ...(one === "attente" && waiting > 0 && { count: waiting }),
            }))}
            className="overflow-x-auto overflow-y-hidden [&_a]:whitespace-nowrap [&_a[aria-current]]:[scroll-initial-target:nearest]"
          />
        )}
        {tab === "attente" && also?.part}
        <Part view={view} now={now} alone={also === null} />
      </div>
    </div>
  );
}

function Part({ view: { part }, now, alone }: { view: NationalConsoleView; now: Date; alone: boolean }) {
  switch (part.tab) {
    case "attente":
      return <WaitingPart part={part} now={now} alone={alone} />;
    case "responsabilites":
      return <MandatesPart part={part} />;
    case "sections":
      return <PlacesPart part={part} />;
    case "suspensions":
      return <SuspensionsPart part={part} now={now} />;
    case "consultations":
      return <ConsultationsPart part={part} now={now} />;
  }
}
