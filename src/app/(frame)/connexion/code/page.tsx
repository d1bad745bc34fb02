import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { confirmCodeAction, requestAnotherSignInCodeAction } from "@/features/accounts/account.actions.ts";
import { findPendingCode } from "@/features/accounts/account.queries.ts";
import { CodeForm } from "@/features/accounts/components/code-form.tsx";
import { CodePage } from "@/features/accounts/components/code-page.tsx";
import { OneButtonForm } from "@/features/accounts/components/one-button-form.tsx";
import { readCodeCookie } from "@/platform/next/code-cookie.ts";

export const metadata: Metadata = { title: "Mon code" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const pending = await findPendingCode(await readCodeCookie());
  if (pending?.purpose !== "sign_in" || pending.forErasure) redirect(paths.signIn);
  const help = (
    <OneButtonForm action={requestAnotherSignInCodeAction} variant="secondary" size="compact">
      Renvoyer un code
    </OneButtonForm>
  );
  return (
    <CodePage title="Ton code" email={pending.email} help={help} said={(await searchParams).fait}>
      <CodeForm action={confirmCodeAction} submit="Me connecter" />
    </CodePage>
  );
}
