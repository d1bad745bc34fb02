// Drawn with the tokens, so that every picture follows the theme.
/** The tokens as fills and strokes. */
export const palette = {
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

/** Head and shoulders, standing on the bottom edge of its tile. */
export function Person({ x, ground, size, fill }: { x: number; ground: number; size: number; fill: string }) {
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
