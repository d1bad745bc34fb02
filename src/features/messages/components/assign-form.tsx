"use client";

import { useRouter } from "next/navigation";
import { useActionState, useEffect } from "react";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { Select } from "@/ui/text-field.tsx";
import { assignConversationAction } from "../inbox.actions.ts";

/** Who looks after a conversation: taken in one click, or entrusted to somebody who answers for the place as well. */
export function AssignForm({
  conversationId,
  assigneeId,
  people,
  me,
}: {
  conversationId: string;
  assigneeId: string | null;
  people: readonly { id: string; name: string }[];
  me: string;
}) {
  const [{ error, done }, action] = useActionState(assignConversationAction, {});
  const router = useRouter();
  useEffect(() => {
    if (done) router.refresh();
  }, [done, router]);
  return (
    <form action={action} className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 sm:flex-none">
      <input type="hidden" name="conversationId" value={conversationId} />
      <label htmlFor="confie-a" className="whitespace-nowrap">
        Confiée à
      </label>
      <span className="min-w-0 flex-1 sm:w-52 sm:flex-none">
        <Select
          key={assigneeId ?? ""}
          id="confie-a"
          name="assigneeId"
          defaultValue={assigneeId ?? ""}
          className="min-h-11! py-1.5!"
        >
          <option value="">Personne encore</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {id === me ? `${name} (toi)` : name}
            </option>
          ))}
        </Select>
      </span>
      <SubmitButton variant="secondary" size="compact" pendingLabel="…">
        Confier
      </SubmitButton>
      {error && (
        <p role="alert" className="basis-full text-rose-strong">
          {error.message}
        </p>
      )}
    </form>
  );
}
