import type { Metadata } from "next";
import { organisation } from "@/core/organisation.ts";
import { LegalPage } from "../legal-page.tsx";
import { PrivacyText } from "./privacy-text.tsx";

export const metadata: Metadata = {
  title: "Confidentialité",
  description: "Ce que nous savons de toi, pourquoi, pour combien de temps, et comment reprendre la main.",
};

export default function Page() {
  return (
    <LegalPage
      title="Confidentialité"
      lede="Participer ici, c’est dire quelque chose de tes opinions. Voici ce que nous gardons, pourquoi, pour combien de temps, et comment tu reprends la main."
      date={organisation.texts.privacy}
    >
      <PrivacyText />
    </LegalPage>
  );
}
