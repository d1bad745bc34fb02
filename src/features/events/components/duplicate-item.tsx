"use client";

import { useActionState } from "react";
import { MenuButton } from "@/ui/menu-item.tsx";
import { duplicateEventAction } from "../event.actions.ts";

/** A line of a menu: another event like this one, a week later, as a draft to look over. */
export function DuplicateItem({ eventId }: { eventId: string }) {
  const [state, send] = useActionState(duplicateEventAction, {});
  return (
    <form action={send}>
      <input type="hidden" name="eventId" value={eventId} />
      <MenuButton type="submit" icon="plus">
        Refaire le même
      </MenuButton>
      {state.error && (
        <p role="alert" className="px-3 pb-2 text-note font-semibold text-rose-strong">
          {state.error.message}
        </p>
      )}
    </form>
  );
}
