import { organisation } from "@/core/organisation.ts";
import { paths } from "@/core/paths.ts";
import type { MyLinkView } from "../coopain.views.ts";
import { QrCode } from "./qr-code.tsx";

const CARDS = ["1", "2", "3", "4", "5", "6", "7", "8"];

/** Eight cards to cut out of one A4 sheet; on paper only, and black whatever the theme of the screen. */
export function PrintedSheet({ link, inviter }: { link: MyLinkView; inviter: string }) {
  const { host } = new URL(link.url);
  return (
    <div aria-hidden="true" className="hidden grid-cols-2 print:grid" style={{ color: "#000" }}>
      {CARDS.map((card) => (
        <div key={card} className="flex h-[6.2cm] break-inside-avoid items-center gap-4 border border-dashed p-4">
          <QrCode url={link.url} label="" className="size-[3.6cm] shrink-0" />
          <div className="min-w-0 text-[0.8125rem] leading-snug">
            <p className="font-display text-lg leading-tight font-bold">{organisation.name}</p>
            <p className="mt-1">{inviter} t’invite à débattre et à agir ensemble.</p>
            <p className="mt-2">
              {host}
              {paths.invitation}
            </p>
            <p className="font-display text-lg font-bold tracking-wide">{link.code}</p>
          </div>
        </div>
      ))}
    </div>
  );
}
