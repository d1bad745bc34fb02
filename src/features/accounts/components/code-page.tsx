import Link from "next/link";
import type { ReactNode } from "react";
import { paths } from "@/core/paths.ts";
import { isDemo } from "@/platform/env.ts";
import { Card } from "@/ui/card.tsx";
import { Icon } from "@/ui/icons.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { SaidNotice } from "./said-notice.tsx";

/** The frame of every page where a code is written: to whom it went, the form, and what to do when it does not come. */
export function CodePage({
  title,
  email,
  children,
  help,
  said,
}: {
  title: string;
  email: string;
  children: ReactNode;
  help?: ReactNode;
  said?: string | string[] | undefined;
}) {
  return (
    <div className="mx-auto max-w-md">
      <PageHeader
        title={title}
        lede={
          <>
            Nous avons écrit à <strong className="break-words text-ink">{email}</strong>.
          </>
        }
      />
      <SaidNotice said={said} className="mb-5" />
      <Card padding="roomy">{children}</Card>
      <div className="mt-6 grid gap-3 text-[0.9375rem] text-ink-2">
        <p>Rien reçu au bout d’une minute ? Regarde dans les courriers indésirables.</p>
        {help}
      </div>
      <DemoMailLink />
    </div>
  );
}

/** In the demo no mail leaves: here is where to read it. */
export function DemoMailLink() {
  if (!isDemo()) return null;
  return (
    <p className="mt-6 border-t border-line pt-4">
      <Link href={paths.demoMail} prefetch={false} className="inline-flex min-h-11 items-center gap-2 font-semibold">
        <Icon name="mail" size={18} />
        Démo : voir le courrier
      </Link>
    </p>
  );
}
