import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { findPendingCode, hasPassword } from "@/features/accounts/account.queries.ts";
import { DemoMailLink } from "@/features/accounts/components/code-page.tsx";
import { ErasurePage } from "@/features/personal-data/components/erasure-page.tsx";
import { readCodeCookie } from "@/platform/next/code-cookie.ts";
import { currentActor } from "@/platform/next/current-actor.ts";

export const metadata: Metadata = { title: "Supprimer mon compte" };

/** Suspended members may leave too. */
export default async function Page() {
  const actor = await currentActor();
  if (actor.kind === "visitor") redirect(paths.signIn);
  const pending = await findPendingCode(await readCodeCookie());
  return (
    <ErasurePage
      hasPassword={await hasPassword(actor)}
      codeSent={pending?.forErasure === true}
      mail={<DemoMailLink />}
    />
  );
}
