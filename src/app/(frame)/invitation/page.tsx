import type { Metadata } from "next";
import { PaperCodeForm } from "@/features/coopains/components/paper-code-form.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

export const metadata: Metadata = { title: "Invitation", robots: { index: false } };

export default function Page() {
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader title="On t’a donné un code ?" lede="Recopie-le ici : tu verras qui t’invite." />
      <PaperCodeForm />
    </div>
  );
}
