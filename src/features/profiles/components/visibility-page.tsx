import type { ReactNode } from "react";
import { paths } from "@/core/paths.ts";
import { BackLink } from "@/ui/back-link.tsx";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import type { MyProfileView } from "../profile.views.ts";
import { VisibilityForm } from "./visibility-form.tsx";
import { WithdrawForm } from "./withdraw-form.tsx";

/** Who sees what of one's own profile, on one screen; `children` is what else of her may be public. */
export function VisibilityPage({ profile, children }: { profile: MyProfileView; children?: ReactNode }) {
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        eyebrow={<BackLink href={paths.account}>Mon compte</BackLink>}
        title="Qui voit quoi"
        lede="Chaque chose que tu dis de toi a son propre cercle. Au départ, presque tout reste dans ta section."
        actions={
          <ButtonLink href={profile.href} variant="secondary" icon="eye">
            Voir ma page comme les autres
          </ButtonLink>
        }
      />
      <div className="grid gap-8">
        <WithdrawForm open={profile.agreed.length} />
        <Card padding="roomy">
          <VisibilityForm {...profile} />
        </Card>
        {children}
        <p className="text-note text-ink-3">
          Quel que soit ton choix, les personnes qui répondent de ta section ou de ta fédération voient ton nom et ta
          section, et si tu as une responsabilité, les membres aussi : il faut savoir à qui l’on s’adresse. Une personne
          que tu bloques ne voit plus rien.{" "}
          <a href={paths.privacy} className="font-semibold text-rose-strong underline underline-offset-2">
            Tout sur tes données
          </a>
        </p>
      </div>
    </div>
  );
}
