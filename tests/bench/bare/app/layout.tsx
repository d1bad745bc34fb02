import type { ReactNode } from "react";

export const dynamic = "force-dynamic";

export default function BareLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="fr">
      <body>{children}</body>
    </html>
  );
}
