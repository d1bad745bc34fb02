"use client";

import { useActionState } from "react";
import { paths } from "@/core/paths.ts";
import { ActSaid } from "@/ui/act-said.tsx";
import { ErrorSummary } from "@/ui/error-summary.tsx";
import { type FoundPerson, PersonSearch } from "@/ui/person-search.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { addPeopleAction } from "../conversation.actions.ts";

/** Adding somebody to a conversation of several. She reads what is written from then on. */
export function AddPeople({
  conversationId,
  within,
  asked,
  found,
}: {
  conversationId: string;
  /** Who is in it already. */
  within: readonly string[];
  asked: string;
  found: readonly FoundPerson[];
}) {
  const [state, action] = useActionState(addPeopleAction, {});
  return (
    <section id="ajouter" aria-labelledby="ajouter-titre" className="grid scroll-mt-24 gap-3">
      <h2 id="ajouter-titre" className="text-heading">
        Ajouter quelqu’un
      </h2>
      {state.error && <ErrorSummary message={Object.values(state.error.fields ?? {})[0] ?? state.error.message} />}
      <PersonSearch
        anchor="ajouter"
        id="nouvelle-personne"
        address={paths.api.memberSearch}
        asked={asked}
        found={found}
        label="Son nom"
        hint="Un·e coopain, quelqu’un de ta section. Elle lira ce qui s’écrit à partir de maintenant, pas ce qui précède."
        nobody="Personne de ce nom que tu voies."
        end={({ id, name }) =>
          within.includes(id) ? (
            <span className="text-note text-ink-3">Déjà là</span>
          ) : (
            <form action={action}>
              <input type="hidden" name="conversationId" value={conversationId} />
              <input type="hidden" name="memberIds" value={id} />
              <ActSaid said={`${name} est dans la conversation.`} failed={state.error !== undefined} />
              <SubmitButton variant="secondary" size="compact" aria-label={`Ajouter ${name}`}>
                Ajouter
              </SubmitButton>
            </form>
          )
        }
      />
    </section>
  );
}
