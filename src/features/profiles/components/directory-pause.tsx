import type { PublicError } from "@/core/app-error.ts";
import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

/** Instead of the directory, once somebody has looked up more than people do. */
export function DirectoryPause({ message, retryAfter = 60 }: PublicError) {
  const minutes = Math.ceil(retryAfter / 60);
  return (
    <>
      <PageHeader title="Annuaire" />
      <Notice
        tone="warning"
        role="status"
        title={message}
        action={
          <ButtonLink href={paths.memberHome} variant="secondary" size="compact">
            Revenir à l’accueil
          </ButtonLink>
        }
      >
        Pour que personne ne recopie l’annuaire, le nombre de recherches est limité.
        {minutes <= 60 && ` Reprends dans ${minutes === 1 ? "une minute" : `${minutes} minutes`}.`}
      </Notice>
    </>
  );
}
