import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Person, palette } from "./drawing.tsx";

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

/** A wall of tiles: rings, voices for and against, a market, a crowd, a door that opens. For the public home. */
export function Mosaic({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 472 472" aria-hidden="true" className={classNames("block w-full", className)}>
      <Tile x={0} y={0} w={232} h={232} fill={palette.roseSoft}>
        <g fill="none" strokeWidth={27}>
          <circle cx={85} cy={116} r={53} stroke={palette.rose} />
          <circle cx={149} cy={116} r={53} stroke={palette.ink} />
          <path d="M94.2 63.8A53 53 0 0 1 138 116" stroke={palette.rose} />
        </g>
      </Tile>

      <Tile x={240} y={0} fill={palette.pour}>
        <path
          d="M24 26h64a8 8 0 0 1 8 8v36a8 8 0 0 1-8 8H52L32 96V78h-8a8 8 0 0 1-8-8V34a8 8 0 0 1 8-8z"
          fill={palette.pourSoft}
        />
        <path d="M31 45h50M31 60h32" stroke={palette.pour} strokeWidth={6} strokeLinecap="round" />
      </Tile>

      <Tile x={360} y={0} h={232} fill={palette.amberSoft}>
        <path d="M22 232V66a34 34 0 0 1 68 0v166z" fill={palette.card} />
        <path d="M56 32a34 34 0 0 1 34 34v166H56z" fill={palette.amber} />
        <circle cx={66} cy={140} r={5} fill={palette.amberSoft} />
        <rect x={27} y={112} width={28} height={38} rx={4} fill={palette.rose} transform="rotate(-9 41 131)" />
        <path
          d="M34 124l13-2M35.3 132l13-2M36.6 140l8-1.3"
          stroke={palette.card}
          strokeWidth={3}
          strokeLinecap="round"
        />
      </Tile>

      <Tile x={240} y={120} fill={palette.line}>
        <g>
          <rect x={16} y={22} width={60} height={16} rx={4} fill={palette.pour} />
          <rect x={80} y={22} width={16} height={16} rx={4} fill={palette.contre} />
          <rect x={16} y={48} width={32} height={16} rx={4} fill={palette.pour} />
          <rect x={52} y={48} width={44} height={16} rx={4} fill={palette.contre} />
          <rect x={16} y={74} width={48} height={16} rx={4} fill={palette.pour} />
          <rect x={68} y={74} width={28} height={16} rx={4} fill={palette.contre} />
        </g>
      </Tile>

      <Tile x={0} y={240} fill={palette.amber}>
        <path
          d="M56 14c4 26 18 38 42 42-24 4-38 16-42 42-4-26-18-38-42-42 24-4 38-16 42-42z"
          fill={palette.amberSoft}
        />
      </Tile>

      <Tile x={120} y={240} w={232} fill={palette.pourSoft}>
        {[0, 1, 2, 3, 4, 5, 6].map((stripe) => (
          <path
            key={stripe}
            d={`M${18 + stripe * 28} 18h28v32a14 14 0 0 1-28 0z`}
            fill={stripe % 2 === 0 ? palette.rose : palette.card}
          />
        ))}
        <path d="M26 62v50M206 62v50" stroke={palette.ink} strokeWidth={6} />
        <Person x={86} ground={100} size={24} fill={palette.ink} />
        <rect x={26} y={92} width={180} height={20} fill={palette.amber} />
        <circle cx={140} cy={84} r={9} fill={palette.pour} />
        <circle cx={159} cy={84} r={9} fill={palette.rose} />
        <circle cx={178} cy={84} r={9} fill={palette.pour} />
      </Tile>

      <Tile x={360} y={240} fill={palette.contre}>
        <path
          d="M88 26H24a8 8 0 0 0-8 8v36a8 8 0 0 0 8 8h36l20 18V78h8a8 8 0 0 0 8-8V34a8 8 0 0 0-8-8z"
          fill={palette.contreSoft}
        />
        <path d="M31 45h50M49 60h32" stroke={palette.contre} strokeWidth={6} strokeLinecap="round" />
      </Tile>

      <Tile x={0} y={360} w={232} fill={palette.amberSoft}>
        <Person x={47} ground={112} size={40} fill={palette.contre} />
        <Person x={186} ground={112} size={40} fill={palette.pour} />
        <Person x={93} ground={112} size={46} fill={palette.rose} />
        <Person x={142} ground={112} size={43} fill={palette.ink} />
      </Tile>

      <Tile x={240} y={360} fill={palette.roseSoft}>
        <path d="M0 16A16 16 0 0 1 16 0h40v56H0z" fill={palette.rose} />
        <path d="M0 56a56 56 0 0 1 56 56H16a16 16 0 0 1-16-16z" fill={palette.ink} />
        <path d="M112 56A56 56 0 0 1 56 0h40a16 16 0 0 1 16 16z" fill={palette.roseLine} />
        <circle cx={84} cy={84} r={20} fill={palette.rose} />
      </Tile>

      <Tile x={360} y={360} fill={palette.rose}>
        <rect x={22} y={26} width={68} height={64} rx={10} fill={palette.card} />
        <path d="M22 46h68" stroke={palette.rose} strokeWidth={5} />
        <path d="M40 18v16M72 18v16" stroke={palette.card} strokeWidth={8} strokeLinecap="round" />
        <path
          d="M42 67l10 10 19-20"
          stroke={palette.pour}
          strokeWidth={7}
          strokeLinecap="round"
          strokeLinejoin="round"
          fill="none"
        />
      </Tile>
    </svg>
  );
}
