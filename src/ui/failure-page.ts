import { organisation } from "@/core/organisation.ts";
import { paths } from "@/core/paths.ts";

/** The style of failure pages, alone, so that the server can name its sha256 in the CSP. */
export const failureStyle = [
  ":root{color-scheme:light dark;--paper:#faf6f0;--ink:#221a1c;--ink-2:#5d5254;--ink-3:#706365;--rose:#bf1238;--on:#fff;--amber:#8f5200}",
  "@media(prefers-color-scheme:dark){:root{--paper:#171213;--ink:#f6eeea;--ink-2:#c9bcb9;--ink-3:#a5969a;--rose:#ff7d92;--on:#2a0a11;--amber:#f3b765}}",
  "*{box-sizing:border-box;margin:0}",
  "body{min-height:100vh;display:grid;place-items:center;padding:32px 20px;background:var(--paper);color:var(--ink);font:400 17px/1.5 Figtree,system-ui,sans-serif;text-align:center}",
  "main{max-width:34rem}svg{width:192px;margin-bottom:24px}",
  "h1{font:760 clamp(28px,6vw,42px)/1.1 'Bricolage Grotesque',system-ui,sans-serif;letter-spacing:-.02em;text-wrap:balance;margin-bottom:14px}",
  "p{color:var(--ink-2)}p.ref{margin-top:26px;color:var(--ink-3);font-size:14px}",
  "a{display:inline-block;margin-top:26px;padding:13px 26px;border-radius:99px;background:var(--rose);color:var(--on);font-weight:650;text-decoration:none}",
  "a:focus-visible{outline:3px solid var(--ink);outline-offset:2px}",
].join("");

const words = {
  unavailable: {
    title: "On reprend notre souffle",
    text: "La Coopol est momentanément injoignable. Rien de ce que tu as publié n’est perdu. Attends quelques secondes, puis réessaie.",
  },
  unexpected: {
    title: "Quelque chose a cassé de notre côté",
    text: "Ce n’est pas toi, c’est nous. Rien de ce que tu as publié n’est perdu : réessaie dans un instant.",
  },
};

const rings =
  '<svg viewBox="0 0 144 96" fill="none" stroke-width="12" stroke-linecap="round" aria-hidden="true"><path d="M53.8 28.4A24 24 0 1 1 36.1 37.8" stroke="var(--rose)"/><circle cx="90" cy="52" r="24" stroke="var(--ink)"/><path d="M60.2 28.4A24 24 0 0 1 80 52" stroke="var(--rose)"/><path d="M40 10v9M25 15l5 7M17 28l8 4" stroke="var(--amber)" stroke-width="5"/></svg>';

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The whole page for 503 (the database does not answer) and 500 (a fault): no script, no file, no database. */
export function failurePage({ kind, requestId }: { kind: "unavailable" | "unexpected"; requestId: string }): string {
  const { title, text } = words[kind];
  const said = text.replace("La Coopol", organisation.name);
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${escaped(title)} · ${escaped(organisation.name)}</title><style>${failureStyle}</style></head><body><main>${rings}<h1>${escaped(title)}</h1><p>${escaped(said)}</p><a href="">Réessayer</a><p class="ref">Si cela continue, écris-nous avec cette référence : ${escaped(requestId)}</p></main></body></html>`;
}

/** What a browser without JavaScript reads on the page of what does not exist: Next's own says nothing to it. */
export const absentWords = `<noscript><main style="max-width:34rem;margin:4rem auto;padding:0 20px;text-align:center"><h1>On s’est perdus de vue</h1><p style="margin:1rem 0">Cette page n’existe pas, n’existe plus, ou n’est pas ouverte à tout le monde. Si tu suivais un lien, connecte-toi\u202f: elle t’attend peut-être de l’autre côté.</p><p><a href="${paths.home}">Revenir à l’accueil</a> · <a href="${paths.debates}">Voir les débats</a> · <a href="${paths.signIn}">Se connecter</a></p></main></noscript>`;
