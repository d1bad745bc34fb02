import type { ReactNode } from "react";
import { paths } from "@/core/paths.ts";
import { BackLink } from "@/ui/back-link.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import type { ScopeView } from "../edit-group.queries.ts";
import type { GroupView } from "../group.views.ts";
import { EditGroupCover } from "./edit-group-cover.tsx";
import { EditGroupForm, EditPlaceGroupForm } from "./edit-group-form.tsx";
import { groupTitle } from "./group-words.ts";

/** Where those who lead a group, or answer for it, change what it is. */
export function EditGroupPage({
  edit: { group, places, adherent },
  children,
}: {
  edit: { group: GroupView; places: readonly ScopeView[]; adherent: boolean };
  children?: ReactNode;
}) {
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.group(group)}>Retour au groupe</BackLink>
      <PageHeader eyebrow={groupTitle(group)} title="Modifier le groupe" className="mb-5 md:mb-6" />
      <div className="grid gap-10">
        {group.kind === "place" ? (
          <EditPlaceGroupForm group={group} />
        ) : (
          <EditGroupForm group={group} places={places} adherent={adherent} />
        )}
        <EditGroupCover group={group} />
        {children}
      </div>
    </div>
  );
}
