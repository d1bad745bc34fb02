import type { FormEvent } from "react";
import { toast } from "@/ui/toast.tsx";
import type { VoteValue } from "../debate.rules.ts";
import type { Board } from "./use-debate-feed.ts";

/** What the one form of votes does with JavaScript: the pressed button's vote, over the socket. */
export function useVotes(board: Board) {
  return async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const pressed = (event.nativeEvent as SubmitEvent).submitter;
    if (!(pressed instanceof HTMLButtonElement)) return;
    const [value, id] = pressed.value.split(".");
    const refused = id ? await board.vote(id, value as VoteValue) : null;
    if (refused === "unreachable") toast("Connexion perdue : ton vote n’est pas parti. Réessaie.", "error");
    else if (refused) toast(`${refused.message} Ton vote n’a pas changé.`, "error");
  };
}
