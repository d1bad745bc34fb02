import type { Metadata } from "next";
import { organisation } from "@/core/organisation.ts";
import { LegalPage } from "../legal-page.tsx";
import { AccessibilityText } from "./accessibility-text.tsx";

export const metadata: Metadata = {
  title: "Accessibilité",
  description: "État de l’accessibilité, et à qui signaler un obstacle.",
};

export default function Page() {
  return (
    <LegalPage
      title="Accessibilité"
      lede="La Coopol doit pouvoir servir à tout le monde. Voici où nous en sommes, honnêtement."
      date={organisation.texts.accessibility}
    >
      <AccessibilityText />
    </LegalPage>
  );
}
