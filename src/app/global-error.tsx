"use client";

import { organisation } from "@/core/organisation.ts";
import { type Fault, FaultPage } from "./fault-page.tsx";
import { fontClasses } from "./fonts.ts";
import "./globals.css";

export default function GlobalError(fault: Fault) {
  return (
    <html lang="fr" className={fontClasses}>
      <body>
        <title>{`Erreur · ${organisation.name}`}</title>
        <main className="px-4">
          <FaultPage {...fault} />
        </main>
      </body>
    </html>
  );
}
