import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { confirmCodeAction, requestAnotherSignUpCodeAction } from "@/features/accounts/account.actions.ts";
import { findPendingCode } from "@/features/accounts/account.queries.ts";
import { CodeForm } from "@/features/accounts/components/code-form.tsx";
import { CodePage } from "@/features/accounts/components/code-page.tsx";
import { OneButtonForm } from "@/features/accounts/components/one-button-form.tsx";
import { readCodeCookie } from "@/platform/next/code-cookie.ts";

export const metadata: Metadata = { title: "Confirmer mon adresse" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const pending = await findPendingCode(await readCodeCookie());
  if (pending?.purpose !== "sign_up") redirect(paths.signUp);
  const help = (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
      <OneButtonForm action={requestAnotherSignUpCodeAction} variant="secondary" size="compact">
        Renvoyer un code
      </OneButtonForm>
      <Link href={paths.signUp} prefetch={false} className="inline-flex min-h-11 items-center underline">
        Corriger mon adresse
      </Link>
    </div>
  );
  return (
    <CodePage title="Plus qu’une étape" email={pending.email} help={help} said={(await searchParams).fait}>
      <CodeForm action={confirmCodeAction} submit="Rejoindre La Coopol" />
    </CodePage>
  );
}
