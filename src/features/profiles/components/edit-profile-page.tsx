import { paths } from "@/core/paths.ts";
import { BackLink } from "@/ui/back-link.tsx";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import type { MyProfileView } from "../profile.views.ts";
import { PhotoField } from "./photo-field.tsx";
import { ProfileForm } from "./profile-form.tsx";

/** One's own profile, to fill in: a photo, then words. Nothing is required. */
export function EditProfilePage({ profile }: { profile: MyProfileView }) {
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        eyebrow={<BackLink href={paths.account}>Mon compte</BackLink>}
        title="Mon profil"
        lede="Dis qui tu es, à ta façon. Rien n’est obligatoire, et tu choisis qui voit chaque chose."
        actions={
          <>
            <ButtonLink href={profile.href} variant="secondary">
              Voir ma page
            </ButtonLink>
            <ButtonLink href={paths.visibilities} variant="secondary" icon="eye">
              Qui voit quoi
            </ButtonLink>
          </>
        }
      />
      <div className="grid gap-10">
        <section aria-labelledby="photo">
          <h2 id="photo" className="mb-3.5 text-heading">
            Ma photo
          </h2>
          <Card padding="roomy">
            <PhotoField id={profile.id} name={profile.name} photo={profile.photo} />
          </Card>
        </section>
        <section aria-labelledby="mots">
          <h2 id="mots" className="mb-3.5 text-heading">
            Mes mots
          </h2>
          <Card padding="roomy">
            <ProfileForm profile={profile} />
          </Card>
        </section>
      </div>
    </div>
  );
}
