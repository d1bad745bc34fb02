import { Icon } from "@/ui/icons.tsx";
import type { ConversationView } from "../conversation.views.ts";
import { readersOf } from "../message.feed.ts";
import type { PersonView } from "../message.views.ts";
import { someNames } from "./name-words.ts";

/** Under the last thing one said: the server has it, and who read it. */
export function ReadState({
  seq,
  reads,
  people,
  conversation,
}: {
  seq: number;
  /** How far each has read. */
  reads: Readonly<Record<string, number>>;
  people: Readonly<Record<string, PersonView>>;
  conversation: Pick<ConversationView, "kind" | "me" | "people">;
}) {
  const { kind, me } = conversation;
  const others = conversation.people.filter(({ id }) => id !== me);
  const readers = readersOf(reads, seq, me);
  return (
    <p className="mt-0.5 mr-1 flex items-center justify-end gap-1 text-xs text-ink-3">
      <Icon name={readers.length > 0 ? "checks" : "check"} size={14} className="shrink-0" />
      {readers.length === 0 ? "Envoyé" : readWords()}
    </p>
  );

  function readWords(): string {
    if (kind !== "several") return "Lu";
    if (others.length > 0 && others.every(({ id }) => readers.includes(id))) return "Lu par tout le monde";
    const names = readers.flatMap((id) => people[id]?.name ?? []);
    return names.length > 0 ? `Lu par ${someNames(names)}` : "Lu";
  }
}
