import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

// Drawn with the tokens, so that every picture follows the theme.
const c = {
  card: "var(--card)",
  ink: "var(--ink)",
  paper: "var(--paper)",
  line: "var(--line)",
  lineStrong: "var(--line-strong)",
  rose: "var(--rose)",
  roseSoft: "var(--rose-soft)",
  roseLine: "var(--rose-line)",
  pour: "var(--pour)",
  pourSoft: "var(--pour-soft)",
  contre: "var(--contre)",
  contreSoft: "var(--contre-soft)",
  amber: "var(--amber)",
  amberSoft: "var(--amber-soft)",
};

function Tile({
  x,
  y,
  w = 112,
  h = 112,
  fill,
  children,
}: {
  x: number;
  y: number;
  w?: number;
  h?: number;
  fill: string;
  children?: ReactNode;
}) {
  return (
    <svg x={x} y={y} width={w} height={h} viewBox={`0 0 ${w} ${h}`} aria-hidden="true">
      <rect width={w} height={h} rx={16} fill={fill} />
      {children}
    </svg>
  );
}

/** Head and shoulders, standing on the bottom edge of its tile. */
function Person({ x, ground, size, fill }: { x: number; ground: number; size: number; fill: string }) {
  const head = size * 0.4;
  return (
    <g fill={fill}>
      <circle cx={x} cy={ground - size * 1.36} r={head} />
      <path
        d={`M${x - size * 0.75} ${ground}v-${size * 0.08}a${size * 0.75} ${size * 0.78} 0 0 1 ${size * 1.5} 0v${size * 0.08}z`}
      />
    </g>
  );
}

/** A wall of tiles: rings, voices for and against, a market, a crowd, a door that opens. For the public home. */
export function Mosaic({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 472 472" aria-hidden="true" className={classNames("block w-full", className)}>
      <Tile x={0} y={0} w={232} h={232} fill={c.roseSoft}>
        <g fill="none" strokeWidth={27}>
          <circle cx={85} cy={116} r={53} stroke={c.rose} />
          <circle cx={149} cy={116} r={53} stroke={c.ink} />
          <path d="M94.2 63.8A53 53 0 0 1 138 116" stroke={c.rose} />
        </g>
      </Tile>

      <Tile x={240} y={0} fill={c.pour}>
        <path
          d="M24 26h64a8 8 0 0 1 8 8v36a8 8 0 0 1-8 8H52L32 96V78h-8a8 8 0 0 1-8-8V34a8 8 0 0 1 8-8z"
          fill={c.pourSoft}
        />
        <path d="M31 45h50M31 60h32" stroke={c.pour} strokeWidth={6} strokeLinecap="round" />
      </Tile>

      <Tile x={360} y={0} h={232} fill={c.amberSoft}>
        <path d="M22 232V66a34 34 0 0 1 68 0v166z" fill={c.card} />
        <path d="M56 32a34 34 0 0 1 34 34v166H56z" fill={c.amber} />
        <circle cx={66} cy={140} r={5} fill={c.amberSoft} />
        <rect x={27} y={112} width={28} height={38} rx={4} fill={c.rose} transform="rotate(-9 41 131)" />
        <path d="M34 124l13-2M35.3 132l13-2M36.6 140l8-1.3" stroke={c.card} strokeWidth={3} strokeLinecap="round" />
      </Tile>

      <Tile x={240} y={120} fill={c.line}>
        <g>
          <rect x={16} y={22} width={60} height={16} rx={4} fill={c.pour} />
          <rect x={80} y={22} width={16} height={16} rx={4} fill={c.contre} />
          <rect x={16} y={48} width={32} height={16} rx={4} fill={c.pour} />
          <rect x={52} y={48} width={44} height={16} rx={4} fill={c.contre} />
          <rect x={16} y={74} width={48} height={16} rx={4} fill={c.pour} />
          <rect x={68} y={74} width={28} height={16} rx={4} fill={c.contre} />
        </g>
      </Tile>

      <Tile x={0} y={240} fill={c.amber}>
        <path d="M56 14c4 26 18 38 42 42-24 4-38 16-42 42-4-26-18-38-42-42 24-4 38-16 42-42z" fill={c.amberSoft} />
      </Tile>

      <Tile x={120} y={240} w={232} fill={c.pourSoft}>
        {[0, 1, 2, 3, 4, 5, 6].map((stripe) => (
          <path
            key={stripe}
            d={`M${18 + stripe * 28} 18h28v32a14 14 0 0 1-28 0z`}
            fill={stripe % 2 === 0 ? c.rose : c.card}
          />
        ))}
        <path d="M26 62v50M206 62v50" stroke={c.ink} strokeWidth={6} />
        <Person x={86} ground={100} size={24} fill={c.ink} />
        <rect x={26} y={92} width={180} height={20} fill={c.amber} />
        <circle cx={140} cy={84} r={9} fill={c.pour} />
        <circle cx={159} cy={84} r={9} fill={c.rose} />
        <circle cx={178} cy={84} r={9} fill={c.pour} />
      </Tile>

      <Tile x={360} y={240} fill={c.contre}>
        <path
          d="M88 26H24a8 8 0 0 0-8 8v36a8 8 0 0 0 8 8h36l20 18V78h8a8 8 0 0 0 8-8V34a8 8 0 0 0-8-8z"
          fill={c.contreSoft}
        />
        <path d="M31 45h50M49 60h32" stroke={c.contre} strokeWidth={6} strokeLinecap="round" />
      </Tile>

      <Tile x={0} y={360} w={232} fill={c.amberSoft}>
        <Person x={47} ground={112} size={40} fill={c.contre} />
        <Person x={186} ground={112} size={40} fill={c.pour} />
        <Person x={93} ground={112} size={46} fill={c.rose} />
        <Person x={142} ground={112} size={43} fill={c.ink} />
      </Tile>

      <Tile x={240} y={360} fill={c.roseSoft}>
        <path d="M0 16A16 16 0 0 1 16 0h40v56H0z" fill={c.rose} />
        <path d="M0 56a56 56 0 0 1 56 56H16a16 16 0 0 1-16-16z" fill={c.ink} />
        <path d="M112 56A56 56 0 0 1 56 0h40a16 16 0 0 1 16 16z" fill={c.roseLine} />
        <circle cx={84} cy={84} r={20} fill={c.rose} />
      </Tile>

      <Tile x={360} y={360} fill={c.rose}>
        <rect x={22} y={26} width={68} height={64} rx={10} fill={c.card} />
        <path d="M22 46h68" stroke={c.rose} strokeWidth={5} />
        <path d="M40 18v16M72 18v16" stroke={c.card} strokeWidth={8} strokeLinecap="round" />
        <path
          d="M42 67l10 10 19-20"
          stroke={c.pour}
          strokeWidth={7}
          strokeLinecap="round"
          strokeLinejoin="round"
          fill="none"
        />
      </Tile>
    </svg>
  );
}

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
        fill={c.pourSoft}
      />
      <path d="M30 28h42M30 40h26" stroke={c.pour} strokeWidth={5} />
      <path
        d="M122 36H68a10 10 0 0 0-10 10v20a10 10 0 0 0 10 10h32l16 14V76h6a10 10 0 0 0 10-10V46a10 10 0 0 0-10-10z"
        fill={c.contreSoft}
      />
      <path d="M74 50h42M90 62h26" stroke={c.contre} strokeWidth={5} />
    </Small>
  );
}

/** Three people, one place kept. */
export function EmptyPeople() {
  return (
    <Small>
      <Person x={34} ground={88} size={32} fill={c.pour} />
      <Person x={76} ground={88} size={36} fill={c.rose} />
      <circle cx={118} cy={48} r={11} stroke={c.lineStrong} strokeWidth={4} strokeDasharray="5 7" />
      <path d="M97 87a21 21 0 0 1 42 0" stroke={c.lineStrong} strokeWidth={4} strokeDasharray="5 7" />
    </Small>
  );
}

/** An open envelope with nothing in it. */
export function EmptyMail() {
  return (
    <Small>
      <path d="M28 40l44-30 44 30v42a6 6 0 0 1-6 6H34a6 6 0 0 1-6-6z" fill={c.roseSoft} />
      <path d="M44 30h56v34L72 78 44 64z" fill={c.card} />
      <path d="M56 42h32M56 53h20" stroke={c.rose} strokeWidth={5} />
      <path d="M28 42l44 28 44-28v40a6 6 0 0 1-6 6H34a6 6 0 0 1-6-6z" fill={c.rose} />
    </Small>
  );
}

/** The two rings have come apart: this page is not there. */
export function LostRings() {
  return (
    <Small>
      <circle cx={32} cy={54} r={24} stroke={c.rose} strokeWidth={12} />
      <circle cx={112} cy={38} r={24} stroke={c.ink} strokeWidth={12} />
      <path d="M67 49l10-4" stroke={c.lineStrong} strokeWidth={4} strokeDasharray="1 8" />
    </Small>
  );
}

/** One ring is open: something broke on our side. */
export function BrokenRings() {
  return (
    <Small>
      <path d="M53.8 28.4A24 24 0 1 1 36.1 37.8" stroke={c.rose} strokeWidth={12} />
      <circle cx={90} cy={52} r={24} stroke={c.ink} strokeWidth={12} />
      <path d="M60.2 28.4A24 24 0 0 1 80 52" stroke={c.rose} strokeWidth={12} />
      <path d="M40 10v9M25 15l5 7M17 28l8 4" stroke={c.amber} strokeWidth={5} />
    </Small>
  );
}
