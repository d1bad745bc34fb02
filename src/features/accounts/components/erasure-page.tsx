import { organisation } from "@/core/organisation.ts";
import { Card } from "@/ui/card.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { requestErasureCodeAction } from "../account.actions.ts";
import { DemoMailLink } from "./code-page.tsx";
import { EraseByCodeForm, EraseByPasswordForm } from "./erase-forms.tsx";
import { OneButtonForm } from "./one-button-form.tsx";

/** Leaving for good: what happens, said plainly, then the proof that it is really she. */
export function ErasurePage({ hasPassword, codeSent }: { hasPassword: boolean; codeSent: boolean }) {
  return (
    <div className="mx-auto max-w-md">
      <PageHeader title="Supprimer mon compte" lede="C’est immédiat, et nous ne pourrons pas revenir en arrière." />
      <Card padding="roomy" className="grid gap-6">
        <ul className="grid list-disc gap-2 pl-5 text-[0.96875rem] text-ink-2">
          <li>Ton nom, ton adresse, ton mot de passe, tes responsabilités et tes sessions sont effacés.</li>
          <li>Tes votes sont retirés des débats, et les totaux corrigés.</li>
          <li>Ce que tu as écrit reste lisible, signé « compte supprimé ».</li>
          <li>Tu pourras te réinscrire sur {organisation.name}, mais tu repartiras de zéro.</li>
        </ul>
        {codeSent ? (
          <EraseByCodeForm />
        ) : (
          <>
            {hasPassword && <EraseByPasswordForm />}
            <div className="grid gap-2">
              <p className="text-[0.96875rem]">
                {hasPassword ? "Mot de passe oublié ?" : "Pour confirmer que c’est bien toi, nous t’envoyons un code."}
              </p>
              <OneButtonForm action={requestErasureCodeAction} variant="secondary">
                Recevoir un code par e-mail
              </OneButtonForm>
            </div>
          </>
        )}
      </Card>
      {codeSent && <DemoMailLink />}
    </div>
  );
}
