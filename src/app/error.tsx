"use client";

import { type Fault, FaultPage } from "./fault-page.tsx";

export default function ErrorPage(fault: Fault) {
  return (
    <main id="contenu" className="px-4">
      <FaultPage {...fault} />
    </main>
  );
}
