import { Button, ButtonLink } from "@/ui/button.tsx";
import { Icon } from "@/ui/icons.tsx";
import { SelectField, TextField } from "@/ui/text-field.tsx";
import type { DirectoryView } from "../directory.queries.ts";
import { bands } from "../directory.schema.ts";
import { DirectoryTypeahead } from "./directory-typeahead.tsx";
import { bandWords, directoryHref } from "./directory-words.ts";

/** What one looks for: a plain form whose address can be kept; names are proposed as one types. */
export function DirectoryForm({ asked, unknown }: Pick<DirectoryView, "asked" | "unknown">) {
  const { q, section, lieu, competence, interet, distance } = asked;
  const narrowed = Boolean(section || lieu || competence || interet || distance);
  return (
    <search>
      <form method="get" className="mb-8 grid gap-4 rounded-card border border-line bg-card p-4 sm:p-5">
        <div className="relative flex items-end gap-2.5">
          <DirectoryTypeahead
            // Another address is another search.
            key={q ?? ""}
            text={q ?? ""}
            error={unknown === "q" ? "Écris un nom avec des lettres, 80 au plus." : undefined}
          />
          <Button type="submit" className="min-h-12">
            Chercher
          </Button>
        </div>
        <details open={narrowed} className="group">
          <summary className="inline-flex min-h-11 items-center gap-1.5 font-[620] text-ink-2 hover:text-ink">
            <Icon name="down" size={18} className="transition-transform group-open:rotate-180" />
            Par lieu, par savoir-faire
          </summary>
          <div className="mt-2 grid gap-4 sm:grid-cols-2">
            <TextField
              name="lieu"
              label="Une section"
              hint="Sa commune ou son code postal"
              autoComplete="off"
              maxLength={80}
              defaultValue={lieu}
              error={unknown === "lieu" ? "Aucune commune de ce nom. Essaie avec son code postal." : undefined}
            />
            <SelectField
              name="distance"
              label="Près de chez moi"
              hint="De commune à commune"
              defaultValue={distance ? String(distance) : ""}
              error={
                unknown === "distance" ? "Ta commune n’est pas sur la carte : cherche plutôt par section." : undefined
              }
            >
              <option value="">Peu importe</option>
              {bands.map((band) => (
                <option key={band} value={band}>
                  {bandWords[band]}
                </option>
              ))}
            </SelectField>
            <TextField
              name="competence"
              label="Sait faire"
              hint="Graphisme, prise de notes, cuisine…"
              autoComplete="off"
              maxLength={80}
              defaultValue={competence}
            />
            <TextField
              name="interet"
              label="S’intéresse à"
              hint="Logement, santé, ruralité…"
              autoComplete="off"
              maxLength={80}
              defaultValue={interet}
            />
          </div>
          <div className="mt-4 flex flex-wrap gap-2.5">
            <Button type="submit" variant="secondary">
              Chercher ainsi
            </Button>
            {narrowed && (
              <ButtonLink href={directoryHref({ q })} variant="quiet" icon="cross">
                Tout effacer
              </ButtonLink>
            )}
          </div>
        </details>
      </form>
    </search>
  );
}
