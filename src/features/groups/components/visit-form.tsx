"use client";

import { Card } from "@/ui/card.tsx";
import { visitGroupAction } from "../group.actions.ts";
import { GroupActForm } from "./group-act-form.tsx";

/** Where somebody of the national level says why she reads a group that is not hers. */
export function VisitForm({ group }: { group: { id: string } }) {
  return (
    <Card as="section" padding="roomy" aria-labelledby="visiter" className="mb-7 grid gap-4">
      <h2 id="visiter" className="text-heading">
        Lire ce groupe
      </h2>
      <p className="max-w-[62ch] text-ink-2">
        Tu n’es pas de ce groupe. Dis pourquoi tu le lis : il s’ouvre pour un jour, et ses membres verront ta visite et
        son motif.
      </p>
      <GroupActForm
        action={visitGroupAction}
        fields={{ groupId: group.id }}
        pendingLabel="Un instant…"
        variant="secondary"
        word={{
          name: "purpose",
          label: "Pourquoi",
          hint: "Une phrase que les membres liront.",
          minLength: 10,
        }}
      >
        Lire pour un jour
      </GroupActForm>
    </Card>
  );
}
