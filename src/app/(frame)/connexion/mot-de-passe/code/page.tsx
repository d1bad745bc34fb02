import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { findPendingCode } from "@/features/accounts/account.queries.ts";
import { CodePage } from "@/features/accounts/components/code-page.tsx";
import { ResetPasswordForm } from "@/features/accounts/components/reset-password-forms.tsx";
import { readCodeCookie } from "@/platform/next/code-cookie.ts";

export const metadata: Metadata = { title: "Nouveau mot de passe" };

export default async function Page() {
  const pending = await findPendingCode(await readCodeCookie());
  if (pending?.purpose !== "reset_password") redirect(paths.resetPassword);
  const help = (
    <Link href={paths.resetPassword} prefetch={false} className="inline-flex min-h-11 items-center underline">
      Demander un autre code
    </Link>
  );
  return (
    <CodePage title="Ton nouveau mot de passe" email={pending.email} help={help}>
      <ResetPasswordForm />
    </CodePage>
  );
}
