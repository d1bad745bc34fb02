import Link from "next/link";
import { paths } from "@/core/paths.ts";
import { Card } from "@/ui/card.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import type { CastView } from "../account.views.ts";
import { CastButtons } from "./cast-buttons.tsx";
import { SaidNotice } from "./said-notice.tsx";
import { SignInByCodeForm, SignInByPasswordForm } from "./sign-in-forms.tsx";

/** Two ways in, the code first; in the demo, the cast's buttons. */
export function SignInPage({
  cast,
  said,
  to,
}: {
  cast: readonly CastView[];
  said?: string | string[] | undefined;
  /** Where she wanted to go; null when she came to sign in. */
  to: string | null;
}) {
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader
        title="Content·e de te revoir"
        lede={
          <>
            Pas encore membre ?{" "}
            <Link href={paths.signUp} prefetch={false} className="font-semibold underline underline-offset-2">
              Rejoins-nous en une minute
            </Link>
          </>
        }
      />
      <SaidNotice said={said} className="mb-6" />
      <div className="grid gap-8">
        {cast.length > 0 && <CastButtons cast={cast} to={to} />}
        <div className="grid items-start gap-5 md:grid-cols-2">
          <Card as="section" padding="roomy" aria-labelledby="par-code">
            <h2 id="par-code" className="mb-1.5 text-heading">
              Avec un code
            </h2>
            <p className="mb-5 text-[0.96875rem] text-ink-2">
              Nous t’envoyons six chiffres par e-mail. Rien à retenir.
            </p>
            <SignInByCodeForm to={to} />
          </Card>
          <Card as="section" padding="roomy" aria-labelledby="par-mot-de-passe">
            <h2 id="par-mot-de-passe" className="mb-1.5 text-heading">
              Avec un mot de passe
            </h2>
            <p className="mb-5 text-[0.96875rem] text-ink-2">Si tu en as choisi un dans ton compte.</p>
            <SignInByPasswordForm to={to} />
          </Card>
        </div>
      </div>
    </div>
  );
}
