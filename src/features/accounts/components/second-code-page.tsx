import Link from "next/link";
import { organisation } from "@/core/organisation.ts";
import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { abandonSignInAction } from "../account.actions.ts";
import { OneButtonForm } from "./one-button-form.tsx";
import { SecondCodeForm } from "./second-code-form.tsx";

const RECOVERY = `${paths.signInSecondFactor}?secours=1`;

/** Between signing in and being in: the code of her telephone, or a recovery code. */
export function SecondCodePage({ ended, withRecoveryCode }: { ended: boolean; withRecoveryCode: boolean }) {
  return (
    <div className="mx-auto max-w-md">
      <PageHeader
        title={withRecoveryCode ? "Ton code de secours" : "Ton second facteur"}
        {...(!ended && {
          lede: withRecoveryCode
            ? "L’un des dix que tu as gardés. Il ne servira qu’une fois."
            : "Ouvre ton application d’authentification et écris le code qu’elle affiche.",
        })}
      />
      {ended ? <Ended /> : <Asked withRecoveryCode={withRecoveryCode} />}
    </div>
  );
}

function Ended() {
  return (
    <Notice
      tone="error"
      title="Cette connexion est fermée"
      action={
        <ButtonLink href={paths.signIn} size="compact">
          Recommencer
        </ButtonLink>
      }
    >
      Cinq codes faux de suite. Reprends depuis le début, et vérifie que l’heure de ton téléphone est juste.
    </Notice>
  );
}

function Asked({ withRecoveryCode }: { withRecoveryCode: boolean }) {
  return (
    <>
      <Card padding="roomy">
        <SecondCodeForm key={String(withRecoveryCode)} withRecoveryCode={withRecoveryCode} />
      </Card>
      <div className="mt-5 grid justify-items-start gap-3">
        <Link
          href={withRecoveryCode ? paths.signInSecondFactor : RECOVERY}
          prefetch={false}
          className="inline-flex min-h-11 items-center font-semibold underline underline-offset-2"
        >
          {withRecoveryCode ? "J’ai mon téléphone" : "J’ai perdu mon téléphone"}
        </Link>
        {withRecoveryCode && (
          <p className="text-[0.9375rem] text-ink-2">
            Plus de code de secours non plus ? Écris à{" "}
            <a
              href={`mailto:${organisation.publisher.email}`}
              className="font-semibold break-words text-ink underline underline-offset-2"
            >
              {organisation.publisher.email}
            </a>
             : nous vérifierons que c’est bien toi.
          </p>
        )}
        <OneButtonForm action={abandonSignInAction} variant="quiet" size="compact" icon="signout">
          Annuler et me déconnecter
        </OneButtonForm>
      </div>
    </>
  );
}
