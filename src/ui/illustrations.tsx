import type { ReactNode } from "react";
import { Person, palette } from "./drawing.tsx";

function Small({ children }: { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 144 96"
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className="block w-full"
    >
      {children}
    </svg>
  );
}

/** Two voices that answer each other: no debate, no contribution yet. */
export function EmptyVoices() {
  return (
    <Small>
      <path
        d="M22 12h58a10 10 0 0 1 10 10v24a10 10 0 0 1-10 10H46L28 72V56h-6a10 10 0 0 1-10-10V22a10 10 0 0 1 10-10z"
        fill={palette.pourSoft}
      />
      <path d="M30 28h42M30 40h26" stroke={palette.pour} strokeWidth={5} />
      <path
        d="M122 36H68a10 10 0 0 0-10 10v20a10 10 0 0 0 10 10h32l16 14V76h6a10 10 0 0 0 10-10V46a10 10 0 0 0-10-10z"
        fill={palette.contreSoft}
      />
      <path d="M74 50h42M90 62h26" stroke={palette.contre} strokeWidth={5} />
    </Small>
  );
}

/** Three people, one place kept. */
export function EmptyPeople() {
  return (
    <Small>
      <Person x={34} ground={88} size={32} fill={palette.pour} />
      <Person x={76} ground={88} size={36} fill={palette.rose} />
      <circle cx={118} cy={48} r={11} stroke={palette.lineStrong} strokeWidth={4} strokeDasharray="5 7" />
      <path d="M97 87a21 21 0 0 1 42 0" stroke={palette.lineStrong} strokeWidth={4} strokeDasharray="5 7" />
    </Small>
  );
}

/** An open envelope with nothing in it. */
export function EmptyMail() {
  return (
    <Small>
      <path d="M28 40l44-30 44 30v42a6 6 0 0 1-6 6H34a6 6 0 0 1-6-6z" fill={palette.roseSoft} />
      <path d="M44 30h56v34L72 78 44 64z" fill={palette.card} />
      <path d="M56 42h32M56 53h20" stroke={palette.rose} strokeWidth={5} />
      <path d="M28 42l44 28 44-28v40a6 6 0 0 1-6 6H34a6 6 0 0 1-6-6z" fill={palette.rose} />
    </Small>
  );
}

/** The two rings have come apart: this page is not there. */
export function LostRings() {
  return (
    <Small>
      <circle cx={32} cy={54} r={24} stroke={palette.rose} strokeWidth={12} />
      <circle cx={112} cy={38} r={24} stroke={palette.ink} strokeWidth={12} />
      <path d="M67 49l10-4" stroke={palette.lineStrong} strokeWidth={4} strokeDasharray="1 8" />
    </Small>
  );
}

/** One ring is open: something broke on our side. */
export function BrokenRings() {
  return (
    <Small>
      <path d="M53.8 28.4A24 24 0 1 1 36.1 37.8" stroke={palette.rose} strokeWidth={12} />
      <circle cx={90} cy={52} r={24} stroke={palette.ink} strokeWidth={12} />
      <path d="M60.2 28.4A24 24 0 0 1 80 52" stroke={palette.rose} strokeWidth={12} />
      <path d="M40 10v9M25 15l5 7M17 28l8 4" stroke={palette.amber} strokeWidth={5} />
    </Small>
  );
}
