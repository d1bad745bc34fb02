import type { Metadata } from "next";
import { organisation } from "@/core/organisation.ts";
import { LegalPage } from "../legal-page.tsx";
import { RulesText } from "./rules-text.tsx";

export const metadata: Metadata = {
  title: "Règles de la maison",
  description: "Dix règles pour débattre et agir ensemble.",
};

export default function Page() {
  return (
    <LegalPage
      title="Règles de la maison"
      lede="Dix règles courtes. Elles valent pour tout le monde, responsables compris, et toute décision de modération cite celle qui s’applique."
      date={organisation.texts.rules}
    >
      <RulesText />
    </LegalPage>
  );
}
