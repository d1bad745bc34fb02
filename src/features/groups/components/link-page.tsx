import { counted } from "@/core/french-dates.ts";
import { organisation } from "@/core/organisation.ts";
import { paths } from "@/core/paths.ts";
import { richText } from "@/core/rich-text.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { EmptyPeople } from "@/ui/illustrations.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { RichText } from "@/ui/rich-text.tsx";
import type { GroupLinkPageView } from "../link.views.ts";
import { JoinByLinkForm } from "./link-join-form.tsx";

/** What the bearer of a link reads: what the group is, and the one thing to do. */
export function GroupLinkPage({ page: { token, group, terms, inside } }: { page: GroupLinkPageView }) {
  return (
    <div className="mx-auto max-w-xl">
      <div className="mb-6 w-36">
        <EmptyPeople />
      </div>
      {group ? (
        <>
          <PageHeader
            eyebrow={`Groupe · ${counted(group.memberCount, "membre")}`}
            title={inside ? `Tu es déjà dans ${group.name}` : `Rejoins ${group.name}`}
            lede={group.purpose}
          />
          {inside ? (
            <ButtonLink href={paths.group(group)}>Ouvrir le groupe</ButtonLink>
          ) : (
            <JoinByLinkForm
              token={token}
              terms={terms}
              rules={group.rules && <RichText source={group.rules} rich={richText(group.rules)} />}
            />
          )}
        </>
      ) : (
        <>
          <PageHeader
            title="Un groupe t’attend"
            lede={`Quelqu’un t’a donné un lien vers un groupe de ${organisation.name}. Connecte-toi pour voir lequel, et le rejoindre.`}
          />
          <div className="flex flex-wrap gap-2">
            <ButtonLink href={paths.signInTo(paths.groupLink(token))} size="large">
              Me connecter
            </ButtonLink>
            <ButtonLink href={paths.signUpTo(paths.groupLink(token))} size="large" variant="secondary">
              Créer mon compte
            </ButtonLink>
          </div>
          <p className="mt-4 text-note text-ink-3">Pas encore de compte ? Une minute suffit, et tu reviens ici.</p>
        </>
      )}
    </div>
  );
}
