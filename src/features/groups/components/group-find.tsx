import { paths } from "@/core/paths.ts";
import { Button, ButtonLink } from "@/ui/button.tsx";
import { Icon } from "@/ui/icons.tsx";
import { SelectField, TextField } from "@/ui/text-field.tsx";
import { formedKinds, kindWords, themes, themeWords } from "../group.rules.ts";
import type { GroupListView } from "../group-list.queries.ts";

/** Finding a group by its name, its theme, its place, its sort: a plain form whose address can be kept. */
export function GroupFind({ view: { asked, unknownPlace } }: { view: GroupListView }) {
  const { q, theme, lieu, genre } = asked;
  const narrowed = Boolean(theme || lieu || genre);
  return (
    <search>
      <form
        method="get"
        action={paths.groups}
        className="mb-8 grid gap-3 rounded-card border border-line bg-card p-4 sm:p-5"
      >
        <div className="flex items-end gap-2.5">
          <TextField
            key={q ?? ""}
            name="q"
            type="search"
            label="Trouver un groupe"
            autoComplete="off"
            maxLength={80}
            defaultValue={q}
            className="min-w-0 flex-1"
          />
          <Button type="submit" className="min-h-12">
            Chercher
          </Button>
        </div>
        <details open={narrowed} className="group">
          <summary className="inline-flex min-h-11 items-center gap-1.5 font-[620] text-ink-2 hover:text-ink">
            <Icon name="down" size={18} className="transition-transform group-open:rotate-180" />
            Par thème, par lieu
          </summary>
          <div className="mt-2 grid gap-4 sm:grid-cols-3">
            <SelectField name="theme" label="Thème" defaultValue={theme ?? ""}>
              <option value="">Tous</option>
              {themes.map((one) => (
                <option key={one} value={one}>
                  {themeWords[one]}
                </option>
              ))}
            </SelectField>
            <TextField
              name="lieu"
              label="Commune"
              autoComplete="off"
              maxLength={80}
              defaultValue={lieu}
              error={unknownPlace ? "Aucune commune de ce nom. Essaie avec son code postal." : undefined}
            />
            <SelectField name="genre" label="Sorte de groupe" defaultValue={genre ?? ""}>
              <option value="">Toutes</option>
              {[...formedKinds, "place" as const].map((one) => (
                <option key={one} value={one}>
                  {kindWords[one]}
                </option>
              ))}
            </SelectField>
          </div>
          <div className="mt-4 flex flex-wrap gap-2.5">
            <Button type="submit" variant="secondary">
              Chercher ainsi
            </Button>
            {(narrowed || q) && (
              <ButtonLink href={paths.groups} variant="quiet" icon="cross">
                Tout effacer
              </ButtonLink>
            )}
          </div>
        </details>
      </form>
    </search>
  );
}
