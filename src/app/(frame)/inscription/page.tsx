import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { findPendingCode } from "@/features/accounts/account.queries.ts";
import { readCodeCookie } from "@/features/accounts/components/code-cookie.ts";
import { SignUpForm } from "@/features/accounts/components/sign-up-form.tsx";
import { listCountries } from "@/features/territory/index.ts";
import { currentActor } from "@/platform/next/current-actor.ts";
import { PageHeader } from "@/ui/page-header.tsx";

export const metadata: Metadata = { title: "Rejoindre" };

export default async function Page() {
  if ((await currentActor()).kind !== "visitor") redirect(paths.memberHome);
  const [countries, pending] = await Promise.all([listCountries(), findPendingCode(await readCodeCookie())]);
  const known = pending?.signUp ? { email: pending.email, ...pending.signUp } : {};
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader
        title="Rejoins-nous"
        lede={
          <>
            Une minute suffit. Déjà membre ?{" "}
            <Link href={paths.signIn} prefetch={false} className="font-semibold underline underline-offset-2">
              Connecte-toi
            </Link>
          </>
        }
      />
      <SignUpForm countries={countries.map(({ code, name }) => ({ code, name }))} known={known} />
    </div>
  );
}
