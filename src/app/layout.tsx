import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { organisation } from "@/core/organisation.ts";
import { currentAppearance } from "@/features/accounts/components/appearance-cookie.ts";
import { env } from "@/platform/env.ts";
import { SkipLink } from "@/ui/frame.tsx";
import { fontClasses } from "./fonts.ts";
import "./globals.css";

// A page built statically carries no nonce, and the CSP would block its scripts.
export const dynamic = "force-dynamic";

// A function: the build knows no origin.
export const generateMetadata = (): Metadata => ({
  metadataBase: new URL(env().APP_ORIGIN), // previews and canonical addresses are absolute
  title: { template: `%s · ${organisation.name}`, default: `${organisation.name} · ${organisation.tagline}` },
  description: organisation.description,
  applicationName: organisation.name,
  icons: { icon: { url: "/icon.svg", type: "image/svg+xml" } },
  formatDetection: { telephone: false, address: false, email: false },
});

/** What `data-theme` says of a chosen appearance; nothing when it is the device's. */
const themes = { systeme: undefined, clair: "light", sombre: "dark" } as const;

export async function generateViewport(): Promise<Viewport> {
  const theme = themes[await currentAppearance()];
  const { light, dark } = organisation.themeColor;
  if (theme) return { themeColor: organisation.themeColor[theme] };
  return {
    themeColor: [
      { media: "(prefers-color-scheme: light)", color: light },
      { media: "(prefers-color-scheme: dark)", color: dark },
    ],
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="fr" className={fontClasses} data-theme={themes[await currentAppearance()]}>
      <body>
        <SkipLink />
        {children}
      </body>
    </html>
  );
}
