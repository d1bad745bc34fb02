import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import type { DirectoryView } from "../directory.queries.ts";
import { DirectoryForm } from "./directory-form.tsx";
import { DirectoryResults } from "./directory-results.tsx";

/** Members by name, place, skill, interest or nearness: those who show themselves to the reader. */
export function DirectoryPage({ view, section }: { view: DirectoryView; section: string }) {
  return (
    <>
      <PageHeader
        title="Annuaire"
        lede="Retrouve une personne, ou celle qui sait faire ce qui te manque. Chacun·e choisit à qui se montrer."
        actions={
          <ButtonLink href={paths.visibilities} variant="secondary" icon="eye">
            Choisir à qui je me montre
          </ButtonLink>
        }
      />
      <DirectoryForm asked={view.asked} unknown={view.unknown} />
      <DirectoryResults view={view} section={section} />
    </>
  );
}
