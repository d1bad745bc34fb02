import { paths } from "@/core/paths.ts";
import { List, ListRow } from "@/ui/list.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import { entryWords } from "../group.rules.ts";
import type { GroupSuggestionView } from "../suggestion.queries.ts";
import { countWords, groupLine } from "./group-words.ts";

/** Groups that the reader may want to join, and why. Nothing where there is none. */
export function GroupSuggestions({ suggestions }: { suggestions: readonly GroupSuggestionView[] }) {
  if (suggestions.length === 0) return null;
  return (
    <section aria-labelledby="groupes-proposes" className="mb-10">
      <SectionHeading
        id="groupes-proposes"
        title="Pour toi"
        note="D’après tes coopains, ton territoire et ce qui t’intéresse, et rien d’autre."
      />
      <List>
        {suggestions.map((group) => (
          <ListRow
            key={group.id}
            href={paths.group(group)}
            title={group.name}
            text={[groupLine(group), countWords(group.memberCount), entryOf(group)].filter(Boolean).join(" · ")}
          >
            <p className="mt-0.5 text-note text-ink-2 first-letter:uppercase">{group.reasons.join(" · ")}</p>
          </ListRow>
        ))}
      </List>
    </section>
  );
}

const entryOf = ({ entry }: GroupSuggestionView) =>
  entry === "open" ? null : entryWords[entry].toLocaleLowerCase("fr");
