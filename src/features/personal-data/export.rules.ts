import { fullDay, fullMoment } from "@/core/french-dates.ts";
import { organisation } from "@/core/organisation.ts";
import { parisField } from "@/core/paris-time.ts";
import type { Format } from "./personal-data.schema.ts";
import type { PersonalDataView } from "./personal-data.views.ts";

/** An export as a file. */
export function exportFile({ format, data }: { format: Format; data: PersonalDataView }) {
  const name = `mes-donnees-${parisField(data.madeAt).slice(0, 10)}.${format}`;
  if (format === "json") return { name, type: "application/json", body: exportJson(data) };
  return { name, type: "text/html", body: exportHtml(data) };
}

function exportJson({ madeAt, chapters }: PersonalDataView): string {
  const chapitres = Object.fromEntries(chapters.map(({ title, data }) => [title, data]));
  return `${JSON.stringify({ service: organisation.name, fait_le: madeAt, chapitres }, null, 2)}\n`;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? "");

/** "consultations_que_j_ai_faites" → "Consultations que j’ai faites". */
export function labelOf(key: string): string {
  const words = key
    .replace(/_/g, " ")
    .replace(/\be mail\b/g, "e-mail")
    .replace(/\b([cdjlmnst]|(?:jus|lors)?qu) (?=[aàâeéèêiîoôuûyh])/gi, "$1’");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const isNothing = (value: unknown) => value === null || value === undefined || value === "";
const PICTURE = /^data:image\/(?:webp|png|jpeg);base64,[A-Za-z0-9+/=]+$/;

function valueHtml(value: unknown): string {
  if (value instanceof Date) return `<time datetime="${value.toISOString()}">${fullMoment(value)}</time>`;
  if (Array.isArray(value)) {
    if (value.length === 0) return '<p class="nothing">Rien.</p>';
    return `<ul>${value.map((one) => `<li>${valueHtml(one)}</li>`).join("")}</ul>`;
  }
  if (typeof value === "object" && value !== null) return fieldsHtml(value as Record<string, unknown>);
  if (typeof value === "boolean") return value ? "oui" : "non";
  const text = String(value);
  if (PICTURE.test(text)) return `<img src="${text}" alt="">`;
  return `<span class="text">${escapeHtml(text)}</span>`;
}

function fieldsHtml(fields: Record<string, unknown>): string {
  const shown = Object.entries(fields).filter(([, value]) => !isNothing(value));
  if (shown.length === 0) return '<p class="nothing">Rien.</p>';
  const lines = shown.map(([key, value]) => `<dt>${escapeHtml(labelOf(key))}</dt><dd>${valueHtml(value)}</dd>`);
  return `<dl>${lines.join("")}</dl>`;
}

const style = `
:root { color-scheme: light dark; }
body { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; font: 1rem/1.55 system-ui, sans-serif; }
h1 { margin-bottom: .25rem; } h2 { margin: 2.5rem 0 1rem; padding-top: 1rem; border-top: 2px solid; }
dl { display: grid; gap: .3rem 1.5rem; margin: 0; } dt { opacity: .75; font-size: .9rem; } dd { margin: 0 0 .6rem; }
@media (min-width: 40rem) { dl { grid-template-columns: 13rem 1fr; } li dl { grid-template-columns: 10rem 1fr; } }
ul { margin: 0; padding: 0; list-style: none; } li { margin-bottom: .6rem; padding: .6rem .9rem; border: 1px solid #8888; border-radius: .5rem; break-inside: avoid; }
li li, li > .text:only-child { border: 0; padding: 0; } .text { white-space: pre-wrap; overflow-wrap: anywhere; }
.nothing { margin: 0; opacity: .75; } img { max-width: 16rem; border-radius: .5rem; }
@media print { body { max-width: none; padding: 0; } h2 { break-after: avoid; } }`;

/** One page that holds everything it shows: it asks nothing of any other site, and prints. */
function exportHtml({ madeAt, chapters }: PersonalDataView): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
  const body = chapters.map(({ title, data }) => `<section><h2>${escapeHtml(title)}</h2>${fieldsHtml(data)}</section>`);
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="robots" content="noindex">
<title>Mes données · ${escapeHtml(organisation.name)}</title>
<style>${style}</style>
</head>
<body>
<h1>Mes données</h1>
<p>Ce que ${escapeHtml(organisation.name)} garde de toi au ${fullDay(madeAt)}. Ce fichier est à toi : range-le où personne d’autre ne le lira.</p>
${body.join("\n")}
</body>
</html>
`;
}
