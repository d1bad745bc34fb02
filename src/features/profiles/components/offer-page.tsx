import { paths } from "@/core/paths.ts";
import { BackLink } from "@/ui/back-link.tsx";
import { Card } from "@/ui/card.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import type { MyProfileView } from "../profile.views.ts";
import { OfferForm } from "./offer-form.tsx";

/** À la carte, on one screen. */
export function OfferPage({ profile }: { profile: MyProfileView }) {
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        eyebrow={<BackLink href={paths.account}>Mon compte</BackLink>}
        title="À la carte"
        lede="Coche ce que tu ferais volontiers. Ton accueil te propose ensuite des gestes qui te ressemblent ; tu restes libre de dire non."
      />
      <Card padding="roomy">
        <OfferForm offer={profile.offer} />
      </Card>
      <p className="mt-5 text-note text-ink-3">
        Qui voit ces réponses ? C’est toi qui choisis :{" "}
        <a href={paths.visibilities} className="font-semibold text-rose-strong underline underline-offset-2">
          qui voit quoi
        </a>
        .
      </p>
    </div>
  );
}
