import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { paths } from "@/core/paths.ts";
import { NewGroupForm } from "@/features/groups/components/new-group-form.tsx";
import { listFormingScopes } from "@/features/groups/index.ts";
import { requireMember } from "@/platform/next/current-actor.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

export const metadata: Metadata = { title: "Créer un groupe", robots: { index: false } };

export default async function Page() {
  const actor = await requireMember(paths.newGroup);
  const places = await listFormingScopes(actor);
  if (places.length === 0)
    return (
      <PageHeader
        title="Créer un groupe"
        lede="Les adhérent·e·s créent les groupes. Ta demande est peut-être encore à vérifier ; en attendant, rejoins ceux qui existent."
        actions={<ButtonLink href={paths.groups}>Voir les groupes</ButtonLink>}
      />
    );
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title="Créer un groupe"
        lede="Un nom, ce qu’on y fait, où : c’est assez pour commencer. Tout se change ensuite."
      />
      <NewGroupForm
        me={actor.id}
        places={places}
        home={actor.section.scope}
        adherent={actor.adherent}
        formKey={randomUUID()}
      />
    </div>
  );
}
