import { paths } from "@/core/paths.ts";
import { Badge } from "@/ui/badge.tsx";
import { Icon } from "@/ui/icons.tsx";
import { List, ListRow } from "@/ui/list.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import type { GroupCardView } from "../group-list.queries.ts";
import { countWords, groupLine, groupTitle } from "./group-words.ts";

/** The groups that are hers, each in a line: one comes back to them every day. */
export function MyGroups({ groups }: { groups: readonly GroupCardView[] }) {
  return (
    <section aria-labelledby="mes-groupes" className="mb-10">
      <SectionHeading id="mes-groupes" title="Tes groupes" />
      <List>
        {groups.map((group) => (
          <ListRow
            key={group.id}
            href={paths.group(group)}
            lead={<Thumbnail group={group} />}
            title={groupTitle(group)}
            text={[groupLine(group), countWords(group.memberCount)].filter(Boolean).join(" · ")}
          >
            {roleLabel(group) && <div className="mt-1">{roleLabel(group)}</div>}
          </ListRow>
        ))}
      </List>
    </section>
  );
}

function Thumbnail({ group: { id, coverId, kind } }: { group: GroupCardView }) {
  if (coverId)
    return (
      <img
        src={`${paths.api.groupCover(id)}?taille=petite&v=${coverId}`}
        alt=""
        loading="lazy"
        decoding="async"
        className="size-12 shrink-0 rounded-control bg-sunken object-cover"
      />
    );
  return (
    <span aria-hidden="true" className="grid size-12 shrink-0 place-items-center rounded-control bg-sunken text-ink-2">
      <Icon name={kind === "place" ? "pin" : "group"} size={22} />
    </span>
  );
}

/** What she is in it, where that is more than a member. */
function roleLabel({ role, kind }: GroupCardView) {
  if (kind === "place" && role !== "lead") return null;
  if (role === "follower") return <Badge>Suivi</Badge>;
  if (role === "manager") return <Badge tone="ok">Gestionnaire</Badge>;
  return role === "lead" ? <Badge tone="rose">Responsable</Badge> : null;
}
