import type { ReactNode } from "react";
import { richText } from "@/core/rich-text.ts";
import { Badge } from "@/ui/badge.tsx";
import { Card } from "@/ui/card.tsx";
import { RichText } from "@/ui/rich-text.tsx";
import { themeWords } from "../group.rules.ts";
import type { GroupView } from "../group.views.ts";
import { entrySentence } from "./group-words.ts";

/** What a group is about: for those who are in it, and for those who wonder. Who may join reads its rules where she accepts them. */
export function GroupAbout({ group, children }: { group: GroupView; children?: ReactNode }) {
  const { about, rules, themes } = group;
  return (
    <div className="grid gap-8">
      {about && (
        <RichText
          source={about}
          rich={richText(about, { headings: true })}
          className="max-w-[68ch] text-[1.0625rem] leading-relaxed"
        />
      )}
      <section aria-labelledby="comment-on-vient">
        <h2 id="comment-on-vient" className="mb-2 text-heading">
          Comment on y vient
        </h2>
        <p className="max-w-[62ch] text-ink-2">{entrySentence(group)}</p>
        {themes.length > 0 && (
          <ul aria-label="Thèmes" className="mt-3 flex flex-wrap gap-2">
            {themes.map((theme) => (
              <li key={theme}>
                <Badge>{themeWords[theme]}</Badge>
              </li>
            ))}
          </ul>
        )}
      </section>
      {children}
      {rules && !group.can.join && (
        <section aria-labelledby="regles-du-groupe">
          <h2 id="regles-du-groupe" className="mb-3 text-heading">
            Règles du groupe
          </h2>
          <Card padding="roomy">
            <RichText source={rules} rich={richText(rules)} className="max-w-[68ch]" />
          </Card>
        </section>
      )}
    </div>
  );
}
