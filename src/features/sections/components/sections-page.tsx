import type { ReactNode } from "react";
import { ButtonLink } from "@/ui/button.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import type { FederationPresence, FoundSectionView, SectionsMapView } from "../section.views.ts";
import { FederationsTable } from "./federations-table.tsx";
import { FindSection } from "./find-section.tsx";
import { BesideTheMap, FranceMap, MapLegend } from "./france-map.tsx";
import { WriteToDeskLink } from "./write-to-desk.tsx";

const OVERSEAS = "Outre-mer";
const ABROAD = "Dans le monde";
const groupOf = ({ id, region }: FederationPresence) =>
  id.length > 2 ? OVERSEAS : id === "FE" || region === null ? ABROAD : region;
/** Mainland regions by name, then overseas, then abroad. */
const rank = (group: string) => (group === OVERSEAS ? 1 : group === ABROAD ? 2 : 0);

function grouped(federations: readonly FederationPresence[]) {
  const groups = new Map<string, FederationPresence[]>();
  for (const federation of federations) {
    const group = groupOf(federation);
    groups.set(group, [...(groups.get(group) ?? []), federation]);
  }
  return Array.from(groups, ([region, members]) => ({ region, federations: members })).sort(
    (a, b) => rank(a.region) - rank(b.region) || a.region.localeCompare(b.region, "fr"),
  );
}

/** The whole country: find one's section, see where the party is, and the same in a table. */
export function SectionsPage({
  map,
  search,
  field,
}: {
  map: SectionsMapView;
  search: { text: string; found: FoundSectionView[] };
  field: ReactNode;
}) {
  const groups = grouped(map.federations);
  const beside = groups.filter(({ region }) => rank(region) > 0).flatMap(({ federations }) => federations);
  return (
    <>
      <PageHeader
        title="Les sections"
        lede="Une section, c’est là où l’on se retrouve : quelques communes, un quartier, un pays. Trouve la tienne."
        {...(map.mine && {
          actions: (
            <>
              <ButtonLink href={map.mine.href} icon="pin">
                Ma section : {map.mine.name}
              </ButtonLink>
              {map.desk && <WriteToDeskLink desk={map.desk} words="Écrire à l’équipe nationale" />}
            </>
          ),
        })}
      />
      <FindSection field={field} search={search} />
      <section aria-labelledby="carte" className="mb-11">
        <SectionHeading id="carte" title="La carte" link={{ href: "#tableau", label: "Passer au tableau" }} />
        <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_19rem] lg:gap-12">
          <div>
            <FranceMap federations={map.federations} />
            <div className="mt-5">
              <MapLegend />
            </div>
          </div>
          <div>
            <h3 className="mb-1.5 text-lg">Outre-mer et dans le monde</h3>
            <BesideTheMap federations={beside} />
          </div>
        </div>
      </section>
      <section aria-labelledby="tableau" className="scroll-mt-6">
        <SectionHeading id="tableau" title="Par région" />
        <FederationsTable groups={groups} />
      </section>
    </>
  );
}
