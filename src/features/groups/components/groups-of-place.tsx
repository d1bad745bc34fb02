import { paths } from "@/core/paths.ts";
import { SectionHeading } from "@/ui/section-heading.tsx";
import type { GroupCardView } from "../group-list.queries.ts";
import { GroupCard } from "./group-card.tsx";

/** The groups that members formed at a place, on its page. */
export function GroupsOfPlace({ groups }: { groups: readonly GroupCardView[] }) {
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby="groupes">
      <SectionHeading id="groupes" title="Les groupes d’ici" link={{ href: paths.groups, label: "Tous les groupes" }} />
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {groups.map((group) => (
          <li key={group.id}>
            <GroupCard group={group} />
          </li>
        ))}
      </ul>
    </section>
  );
}
