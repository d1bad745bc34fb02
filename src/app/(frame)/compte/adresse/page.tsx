import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { confirmEmailChangeAction } from "@/features/accounts/account.actions.ts";
import { findPendingCode } from "@/features/accounts/account.queries.ts";
import { CodeForm } from "@/features/accounts/components/code-form.tsx";
import { CodePage } from "@/features/accounts/components/code-page.tsx";
import { readCodeCookie } from "@/platform/next/code-cookie.ts";
import { requireMember } from "@/platform/next/current-actor.ts";

export const metadata: Metadata = { title: "Ma nouvelle adresse" };

export default async function Page() {
  await requireMember();
  const pending = await findPendingCode(await readCodeCookie());
  if (pending?.purpose !== "change_email") redirect(paths.account);
  const help = (
    <Link href={paths.account} prefetch={false} className="inline-flex min-h-11 items-center underline">
      Revenir à mon compte
    </Link>
  );
  return (
    <CodePage title="Ta nouvelle adresse" email={pending.email} help={help}>
      <CodeForm action={confirmEmailChangeAction} submit="Confirmer cette adresse" />
    </CodePage>
  );
}
