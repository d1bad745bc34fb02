import type { Metadata } from "next";
import { Frame } from "@/ui/frame.tsx";
import { NotFoundPage } from "./not-found-page.tsx";

export const metadata: Metadata = { title: "Page introuvable", robots: { index: false } };

export default function NotFound() {
  return (
    <Frame items={[]} me={null} quiet>
      <NotFoundPage />
    </Frame>
  );
}
