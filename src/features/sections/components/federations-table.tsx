import Link from "next/link";
import { paths } from "@/core/paths.ts";
import { memberWords } from "../section.rules.ts";
import type { FederationPresence } from "../section.views.ts";

/** What the map shows, in words and by region. */
export function FederationsTable({
  groups,
}: {
  groups: readonly { region: string; federations: readonly FederationPresence[] }[];
}) {
  return (
    <div className="overflow-hidden rounded-card border border-line bg-card">
      <table className="w-full border-collapse text-left text-note sm:text-base">
        <caption className="sr-only">Les fédérations, par région</caption>
        <thead>
          <tr className="border-b border-line align-bottom text-note text-ink-3 *:px-1.5 *:py-3 *:font-[560] sm:*:px-5">
            <th scope="col">Fédération</th>
            <th scope="col">Membres</th>
            <th scope="col">Sections animées</th>
            <th scope="col">Débats en cours</th>
          </tr>
        </thead>
        {groups.map(({ region, federations }) => (
          <tbody key={region} className="border-b border-line last:border-0">
            <tr>
              <th
                scope="rowgroup"
                colSpan={4}
                className="bg-sunken px-1.5 py-2 text-note font-[650] text-ink-2 sm:px-5"
              >
                {region}
              </th>
            </tr>
            {federations.map((federation) => (
              <tr key={federation.id} className="*:px-1.5 sm:*:px-5">
                <th scope="row" className="font-[560]">
                  <Link
                    href={paths.federation(federation)}
                    prefetch={false}
                    className="flex min-h-11 items-center py-1 leading-tight no-underline hover:underline"
                  >
                    {federation.name}
                  </Link>
                </th>
                <td>
                  {memberWords(federation.members)
                    .replace(/\smembres?\b/, "")
                    .replace("personne encore", "0")}
                </td>
                <td>
                  {federation.led} sur {federation.sections}
                </td>
                <td>{federation.debates}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
