/** Skills and interests: how many, and how long each. */
export const LABELS_MAX = 20;
export const LABEL_LENGTH = 40;
export const LINKS_MAX = 5;

/** What makes two labels one: no accents, no case, hyphens and apostrophes as spaces. */
export function labelKey(label: string): string {
  return label
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[-'’.·\s]+/g, " ")
    .trim();
}

/** Labels as they were typed, between commas or on lines of their own: tidy, each once, the first spelling kept. */
export function tidyLabels(text: string): string[] {
  const labels = new Map<string, string>();
  for (const part of text.split(/[,;\n•]/)) {
    const label = part
      .replace(/^[\s\-–*]+/, "")
      .replace(/\s+/g, " ")
      .trim();
    const key = labelKey(label);
    if (key && !labels.has(key)) labels.set(key, label.charAt(0).toLocaleUpperCase("fr") + label.slice(1));
  }
  return [...labels.values()];
}

/** An address as it was typed, one a line: "exemple.org" means https://exemple.org. */
export function tidyAddresses(text: string): string[] {
  const lines = text.split(/\s+/).filter(Boolean);
  return lines.map((line) => (/^[a-z][a-z\d+.-]*:/i.test(line) ? line : `https://${line}`));
}

/** A link as it is shown: its host and what follows, without what everybody has. */
export function linkLabel(href: string): string {
  const short = href.replace(/^https?:\/\/(?:www\.)?/i, "").replace(/\/$/, "");
  return short.length > 48 ? `${short.slice(0, 47)}…` : short;
}
