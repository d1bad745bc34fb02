import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { ownPath } from "@/core/return-path.ts";
import { findPendingCode } from "@/features/accounts/account.queries.ts";
import { SignUpForm } from "@/features/accounts/components/sign-up-form.tsx";
import { findFollowedInvitation } from "@/features/coopains/index.ts";
import { listCountries } from "@/features/territory/index.ts";
import { readCodeCookie } from "@/platform/next/code-cookie.ts";
import { currentActor } from "@/platform/next/current-actor.ts";
import { readInvitationCookie } from "@/platform/next/invitation-cookie.ts";
import { Notice } from "@/ui/notice.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

export const metadata: Metadata = { title: "Rejoindre" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const to = ownPath((await searchParams).vers);
  if ((await currentActor()).kind !== "visitor") redirect(to ?? paths.memberHome);
  const [countries, pending, invited] = await Promise.all([
    listCountries(),
    findPendingCode(await readCodeCookie()),
    findFollowedInvitation((await readInvitationCookie()).invitation),
  ]);
  const known = pending?.signUp ? { email: pending.email, ...pending.signUp } : {};
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader
        title="Rejoins-nous"
        lede={
          <>
            Une minute suffit. Déjà membre ?{" "}
            <Link
              href={to ? paths.signInTo(to) : paths.signIn}
              prefetch={false}
              className="font-semibold underline underline-offset-2"
            >
              Connecte-toi
            </Link>
            {!invited && (
              <>
                <br />
                On t’a donné un code sur papier ?{" "}
                <Link href={paths.invitation} prefetch={false} className="font-semibold underline underline-offset-2">
                  Écris-le
                </Link>
              </>
            )}
          </>
        }
      />
      {invited && (
        <Notice title={`${invited.inviter} t’invite`} className="mb-7">
          Une fois ici, tu trouveras sa demande pour être coopains : à toi d’accepter ou non.
        </Notice>
      )}
      <SignUpForm countries={countries.map(({ code, name }) => ({ code, name }))} known={known} to={to} />
    </div>
  );
}
