import Link from "next/link";
import type { ReactNode } from "react";
import { organisation } from "@/core/organisation.ts";
import { paths } from "@/core/paths.ts";
import { BackLink } from "@/ui/back-link.tsx";
import { Card } from "@/ui/card.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { AskErasureCodeForm, EraseByCodeForm, EraseByPasswordForm } from "./erase-forms.tsx";

/** Leaving for good: what happens, said plainly, then the proof that it is really she. `mail`: where the demo's are read. */
export function ErasurePage({
  hasPassword,
  codeSent,
  mail,
}: {
  hasPassword: boolean;
  codeSent: boolean;
  mail: ReactNode;
}) {
  return (
    <div className="mx-auto max-w-md">
      <PageHeader
        eyebrow={<BackLink href={paths.account}>Mon compte</BackLink>}
        title="Supprimer mon compte"
        lede="C’est immédiat, et nous ne pourrons pas revenir en arrière."
      />
      <Card padding="roomy" className="grid gap-6">
        <ul className="grid list-disc gap-2 pl-5 text-[0.96875rem] text-ink-2">
          <li>Ton nom, ton adresse, ton profil, ta photo, tes coopains et tes responsabilités sont effacés.</li>
          <li>Tes votes sont retirés des débats, et les totaux corrigés.</li>
          <li>Ce que tu as écrit reste lisible, signé « compte supprimé ».</li>
          <li>Tu pourras te réinscrire sur {organisation.name}, mais tu repartiras de zéro.</li>
        </ul>
        <p className="text-[0.96875rem]">
          Avant de partir, tu peux{" "}
          <Link href={paths.personalData} className="font-semibold underline underline-offset-2">
            télécharger tes données
          </Link>
          .
        </p>
        {codeSent ? (
          <EraseByCodeForm />
        ) : (
          <>
            {hasPassword && <EraseByPasswordForm />}
            <div className="grid gap-2">
              <p className="text-[0.96875rem]">
                {hasPassword ? "Mot de passe oublié ?" : "Pour confirmer que c’est bien toi, nous t’envoyons un code."}
              </p>
              <AskErasureCodeForm />
            </div>
          </>
        )}
      </Card>
      {codeSent && mail}
    </div>
  );
}
