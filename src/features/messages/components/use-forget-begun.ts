import { useEffect } from "react";
import { forgetSent } from "@/ui/use-form-draft.ts";
import type { ConversationView } from "../conversation.views.ts";
import { firstMessageDraft, placeDraft } from "./drafts.ts";

/** What was begun on the page of a new message, to these people or to this place, has arrived: it is kept no longer. */
export function useForgetBegun({ me, people, place }: ConversationView): void {
  useEffect(() => {
    const others = people.filter(({ id }) => id !== me);
    forgetSent(
      firstMessageDraft(
        me,
        others.map(({ id }) => id),
      ),
    );
    if (place) forgetSent(placeDraft(me, place.scope));
  }, [me, people, place]);
}
