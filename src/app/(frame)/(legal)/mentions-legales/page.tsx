import type { Metadata } from "next";
import { organisation } from "@/core/organisation.ts";
import { LegalPage } from "../legal-page.tsx";
import { LegalNoticeText } from "./legal-notice-text.tsx";

export const metadata: Metadata = { title: "Mentions légales", description: "Qui édite, qui héberge, à qui écrire." };

export default function Page() {
  return (
    <LegalPage
      title="Mentions légales"
      lede="Qui publie ce site, qui l’héberge, et à qui écrire."
      date={organisation.texts.legalNotice}
    >
      <LegalNoticeText />
    </LegalPage>
  );
}
