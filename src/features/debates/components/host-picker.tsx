"use client";

import { paths } from "@/core/paths.ts";
import { ActForm } from "@/ui/act-form.tsx";
import { PersonSearch } from "@/ui/person-search.tsx";
import { addHostAction } from "../debate.actions.ts";
import type { HostView } from "../run-debate.queries.ts";

/** Finds an adherent by her name and makes her a host. */
export function HostPicker({
  debateId,
  asked,
  found,
}: {
  debateId: string;
  /** What the page was asked for, and what it found. */
  asked: string;
  found: readonly HostView[];
}) {
  return (
    <PersonSearch
      anchor="animateurs"
      id="q"
      address={paths.api.hostCandidates(debateId)}
      asked={asked}
      found={found}
      label="Ajouter une personne"
      hint="Un·e adhérent·e du territoire, par son nom"
      nobody="Personne de ce nom. Seul·e·s les adhérent·e·s vérifié·e·s peuvent animer."
      end={(person) => (
        <ActForm
          stretched
          action={addHostAction}
          fields={{ debateId, memberId: person.id }}
          size="compact"
          variant="secondary"
          aria-label={`Ajouter ${person.name}`}
        >
          Ajouter
        </ActForm>
      )}
    />
  );
}
