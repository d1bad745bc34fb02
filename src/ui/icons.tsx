import type { ReactNode, SVGProps } from "react";

const shapes = {
  home: <path d="M3 11l9-8 9 8v9a1 1 0 0 1-1 1h-5v-6H9v6H4a1 1 0 0 1-1-1z" />,
  debate: <path d="M4 5h11v8H9l-4 4v-4H4zM18 9h2v8h-1v3l-3-3h-5" />,
  person: <path d="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c1-5 5-6 8-6s7 1 8 6" />,
  users: (
    <path d="M9 11.5a3.7 3.7 0 1 0 0-7.4 3.7 3.7 0 0 0 0 7.4zM2.5 20c.8-4.2 3.8-5.2 6.5-5.2s5.7 1 6.5 5.2M16 4.4a3.7 3.7 0 0 1 0 6.9M18.3 15.3c1.7.7 2.8 2.1 3.2 4.7" />
  ),
  group: (
    <path d="M12 11a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM6.5 19.5c.6-3.8 2.9-5 5.5-5s4.9 1.2 5.5 5M5.3 12.3a2.4 2.4 0 1 1 .9-4.6M2 17.2c.3-1.9 1.2-3 2.6-3.4M18.7 12.3a2.4 2.4 0 1 0-.9-4.6M22 17.2c-.3-1.9-1.2-3-2.6-3.4" />
  ),
  mail: <path d="M3 6h18v12H3zM3 7l9 7 9-7" />,
  lock: <path d="M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 15v2" />,
  check: <path d="M4.5 12.5l5 5 10-11" />,
  cross: <path d="M6 6l12 12M18 6L6 18" />,
  arrow: <path d="M5 12h14M13 6l6 6-6 6" />,
  back: <path d="M19 12H5M11 6l-6 6 6 6" />,
  chevron: <path d="M9 5l7 7-7 7" />,
  down: <path d="M6 9.5l6 6 6-6" />,
  plus: <path d="M12 5v14M5 12h14" />,
  dots: <path d="M5.5 12h.01M12 12h.01M18.5 12h.01" strokeWidth={3} />,
  calendar: <path d="M5 5h14a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM3 10h18M8 3v4M16 3v4" />,
  pin: <path d="M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z" />,
  spark: <path d="M12 3c.7 5 3.5 8 9 9-5.5 1-8.3 4-9 9-.7-5-3.5-8-9-9 5.5-1 8.3-4 9-9z" />,
  info: <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.5M12 7.5h.01" />,
  warning: <path d="M12 3.5L21.5 20h-19zM12 10v4.5M12 17.3h.01" />,
  flag: <path d="M5 21V4M5 4.5c4.5-2 7.5 2 12.5 0v9c-5 2-8-2-12.5 0" />,
  eye: (
    <path d="M2.5 12C5 7.5 8.3 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.8 6.5-9.5 6.5S5 16.5 2.5 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z" />
  ),
  leaflet: <path d="M6 3h9l4 4v14H6zM15 3v4h4M9 11h7M9 14.5h7M9 18h4" />,
  poster: <path d="M5 3h14v13H5zM12 16v5M8.5 21h7M8.5 7.5h7M8.5 11h4" />,
  phone: (
    <path d="M5 4h4l1.5 4.5L8 10.5a12 12 0 0 0 5.5 5.5l2-2.5L20 15v4a1.5 1.5 0 0 1-1.600 1.5A15.5 15.5 0 0 1 3.5 5.600 1.5 1.5 0 0 1 5 4z" />
  ),
  megaphone: <path d="M4 10v4h3l9 4.5V5.5L7 10zM19 9.5a4 4 0 0 1 0 5M7.5 14l1.5 6h2.5l-1-5" />,
  book: (
    <path d="M12 6.5C10 5 7 4.5 3.5 4.5v13.5c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2V4.5c-3.5 0-6.5.5-8.5 2zM12 6.5V20" />
  ),
  glass: <path d="M6 4h12l-1 6a5 5 0 0 1-10 0zM12 15v5.5M8.5 20.5h7M6.5 8h11" />,
  share: <path d="M12 15V4M8 7.5L12 3.5l4 4M6 11.5H5v9h14v-9h-1" />,
  image: <path d="M4 5h16v14H4zM4 16l4.500-4.500 4 4 3-3 4.500 4.500M15 9.500h.01" />,
  clip: (
    <path d="M20 11.500l-8.300 8.300a5.300 5.300 0 0 1-7.500-7.500l8.500-8.500a3.500 3.500 0 0 1 5 5l-8.400 8.400a1.800 1.800 0 0 1-2.500-2.500l7.700-7.700" />
  ),
  camera: (
    <path d="M4 7.500h3.500l1.500-2.500h6l1.500 2.500H20v12H4zM12 17a3.700 3.700 0 1 0 0-7.400 3.700 3.700 0 0 0 0 7.400z" />
  ),
  film: <path d="M3.500 6h17v12h-17zM10.300 9.300v5.400l4.700-2.700z" />,
  link: (
    <path d="M10 14a4 4 0 0 0 5.700 0l3-3A4 4 0 0 0 13 5.300l-1.300 1.300M14 10a4 4 0 0 0-5.700 0l-3 3A4 4 0 0 0 11 18.700l1.300-1.300" />
  ),
  up: <path d="M6 14.500l6-6 6 6" />,
  send: <path d="M4 12L20.500 4.500 16 20l-4-6.500zM12 13.500l8.500-9" />,
  reply: <path d="M10 6L4 11.500 10 17M4.500 11.500H13a7 7 0 0 1 7 7" />,
  pencil: <path d="M4 20l1-4.500L16 4.500l3.500 3.500L8.500 19zM14 6.500l3.500 3.500" />,
  trash: <path d="M4.500 6.500h15M9 6V4h6v2M6.500 6.500l1 14h9l1-14M10 10.500v6M14 10.500v6" />,
  copy: <path d="M9 8.500h11v12H9zM15 8V3.500H4v12h4.500" />,
  search: <path d="M10.500 17.500a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM15.700 15.700l5 5" />,
  checks: <path d="M2 13l4.500 4.500 8.500-10M11.500 16.500l1.500 1 8.500-10" />,
  clock: <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.500l3.500 2" />,
  muted: (
    <path d="M4 4l16 16M8.200 5.600A5.500 5.500 0 0 1 17.500 9.500c0 2 .4 3.600 1 4.900M6.500 9.500c0 5-2.500 6.500-2.500 7.500h12.500M10 20h4" />
  ),
  bell: <path d="M6 16.500V11a6 6 0 0 1 12 0v5.500l1.500 2h-15zM10 21.500h4M12 5V3" />,
  signout: <path d="M10 4H5a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h5M9.5 12H20M16 8l4 4-4 4" />,
  offline: (
    <path d="M4 4l16 16M5 12.5a10 10 0 0 1 4-2.3M14.5 10a10 10 0 0 1 4.5 2.5M8.5 16a5 5 0 0 1 7 0M12 19.5h.01M2.5 9a14 14 0 0 1 4-2.5M11 5.1A14 14 0 0 1 21.5 9" />
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

/** One of our line icons; hidden from screen readers unless it has a label. */
export function Icon({
  name,
  size = 20,
  label,
  ...rest
}: { name: IconName; size?: number; label?: string } & SVGProps<SVGSVGElement>) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden={label ? undefined : true}
      role={label ? "img" : undefined}
      aria-label={label}
      {...rest}
    >
      {shapes[name]}
    </svg>
  );
}
