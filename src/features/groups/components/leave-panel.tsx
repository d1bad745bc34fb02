"use client";

import { Confirmed } from "@/ui/confirmed.tsx";
import { leaveGroupAction } from "../group.actions.ts";
import { GroupActForm } from "./group-act-form.tsx";

/** Leaving a group, said before it is done. */
export function LeavePanel({ group }: { group: { id: string; entry: string } }) {
  return (
    <Confirmed label="Quitter le groupe" variant="quiet" size="compact">
      <p>
        {group.entry === "open"
          ? "Tu pourras revenir quand tu veux. Ce que tu as publié reste."
          : "Pour revenir, il faudra qu’on te fasse entrer de nouveau. Ce que tu as publié reste."}
      </p>
      <GroupActForm
        action={leaveGroupAction}
        fields={{ groupId: group.id }}
        said="Tu as quitté le groupe."
        variant="danger"
      >
        Quitter le groupe
      </GroupActForm>
    </Confirmed>
  );
}
