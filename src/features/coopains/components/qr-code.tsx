import { encode } from "uqr";

/** A QR code as one path, dark on white whatever the theme: cameras expect it so. */
export function QrCode({ url, label, className }: { url: string; label: string; className?: string }) {
  const { size, data } = encode(url, { ecc: "M", border: 2 });
  const dark = data.flatMap((row, y) => row.flatMap((module, x) => (module ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      className={className}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={dark.join("")} fill="#000" />
    </svg>
  );
}
