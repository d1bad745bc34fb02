import localFont from "next/font/local";

// Latin subset only: French needs no more. next/font preloads the two files and sizes the fallback, so that text does not jump.
const bricolage = localFont({
  src: "../../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2",
  weight: "200 800",
  variable: "--font-bricolage",
  display: "swap",
});

const figtree = localFont({
  src: "../../node_modules/@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2",
  weight: "300 900",
  variable: "--font-figtree",
  display: "swap",
});

/** Classes of <html> that make both faces known to the style sheet. */
export const fontClasses = `${bricolage.variable} ${figtree.variable}`;
