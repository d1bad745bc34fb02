import { organisation } from "@/core/organisation.ts";
import { paths } from "@/core/paths.ts";
import { env } from "./env.ts";
import type { Mail, MailSection } from "./mail.ts";
import type { MailFoot } from "./mail-gate.ts";

// One design for every mail. Tables and inline colours, because mail programs keep little else; the dark ones as a style
// sheet that those who read it apply. Nothing is loaded: no picture, no font. Light and dark as in globals.css.

const light = {
  paper: "#faf6f0",
  card: "#fffdfa",
  line: "#e8dfd4",
  ink: "#221a1c",
  ink2: "#5d5254",
  ink3: "#706365",
  rose: "#bf1238",
  roseStrong: "#9c0d2d",
  onRose: "#ffffff",
};
const dark: typeof light = {
  paper: "#171213",
  card: "#211a1c",
  line: "#382d30",
  ink: "#f6eeea",
  ink2: "#c9bcb9",
  ink3: "#a5969a",
  rose: "#ff7d92",
  roseStrong: "#ffa3b1",
  onRose: "#2a0a11",
};

/** For the test that holds them to those of the pages. */
export const mailColours = { light, dark };

const fonts = "system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

const darkRules = `.paper{background:${dark.paper}!important}.card{background:${dark.card}!important;border-color:${dark.line}!important}
.ink{color:${dark.ink}!important}.ink2{color:${dark.ink2}!important}.ink3{color:${dark.ink3}!important}
.rose{color:${dark.rose}!important}.code{color:${dark.roseStrong}!important}.rule{border-color:${dark.line}!important}
.button{background:${dark.rose}!important;border-color:${dark.rose}!important}.button a{color:${dark.onRose}!important}`;

const style = `:root{color-scheme:light dark;supported-color-schemes:light dark}
body{margin:0;padding:0;width:100%;-webkit-text-size-adjust:100%;text-size-adjust:100%}
a{text-underline-offset:2px}
@media (max-width:480px){.page{padding:20px 12px!important}.inside{padding:22px 18px!important}.button{display:block!important;text-align:center}}
@media (prefers-color-scheme:dark){${darkRules}}`;

export const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Links use the configured origin only, never what a request said. */
export const address = (path: string) => `${env().APP_ORIGIN}${path}`;
const href = (path: string) => escapeHtml(address(path));

/** A paragraph keeps its own line breaks. */
const lines = (text: string) => escapeHtml(text).replace(/\n/g, "<br>");

const paragraph = (text: string) =>
  `<p class="ink" style="margin:0 0 16px;color:${light.ink};overflow-wrap:anywhere">${lines(text)}</p>`;

const codeBlock = (code: string) =>
  `<p class="code" style="margin:8px 0 24px;font:700 34px/1.2 ui-monospace,Menlo,Consolas,monospace;letter-spacing:.18em;color:${light.roseStrong}">${escapeHtml(code)}</p>`;

const button = ({ label, path }: { label: string; path: string }) =>
  `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:24px 0 4px"><tr><td class="button" style="background:${light.rose};border:1px solid ${light.rose};border-radius:99px"><a href="${href(path)}" style="display:inline-block;padding:12px 24px;color:${light.onRose};font-weight:600;text-decoration:none">${escapeHtml(label)}</a></td></tr></table>`;

function section({ heading, groups }: MailSection): string {
  const line = ({ text, path, note }: MailSection["groups"][number]["lines"][number]) =>
    `<p style="margin:0 0 10px;overflow-wrap:anywhere"><a class="ink" href="${href(path)}" style="color:${light.ink}">${escapeHtml(text)}</a>${
      note
        ? `<span class="ink3" style="color:${light.ink3};font-size:14px;white-space:nowrap"> · ${escapeHtml(note)}</span>`
        : ""
    }</p>`;
  const group = ({ about, lines: said }: MailSection["groups"][number]) =>
    about === undefined
      ? said.map(line).join("")
      : `<p class="ink2" style="margin:16px 0 6px;color:${light.ink2};font-weight:600;overflow-wrap:anywhere">${escapeHtml(about)}</p><div class="rule" style="margin:0 0 16px;padding-left:12px;border-left:3px solid ${light.line}">${said.map(line).join("")}</div>`;
  return `<h2 class="rose rule" style="margin:26px 0 12px;padding-top:18px;border-top:1px solid ${light.line};color:${light.rose};font-size:13px;line-height:1.3;font-weight:700;letter-spacing:.04em;text-transform:uppercase">${escapeHtml(heading)}</h2>${groups.map(group).join("")}`;
}

const small = (text: string) =>
  `<p class="ink3" style="margin:0 0 8px;color:${light.ink3};font-size:14px;line-height:1.5">${text}</p>`;
const quietLink = ({ label, path }: { label: string; path: string }) =>
  `<a class="ink3" href="${href(path)}" style="display:inline-block;color:${light.ink3}">${escapeHtml(label)}</a>`;

function footHtml(mail: Mail, foot: MailFoot | undefined): string {
  const ways = [...(foot?.end ? [foot.end, choices] : []), ...(mail.smallLink ? [mail.smallLink] : [])];
  return [
    ...(foot ? [small(`Pourquoi tu reçois ceci\u202f? ${escapeHtml(foot.why)}`)] : []),
    ...(ways.length > 0 ? [small(ways.map(quietLink).join(" &nbsp;·&nbsp; "))] : []),
    small(
      `${escapeHtml(organisation.name)}, <a class="ink3" href="${href("")}" style="color:${light.ink3}">${escapeHtml(env().APP_ORIGIN.replace(/^https?:\/\//, ""))}</a>`,
    ),
  ].join("");
}

const choices = { label: "Choisir ce que je reçois", path: paths.noticeChoices };

/** The name as text, its two o's in colour where it has them. */
function wordmark(): string {
  const [before, after] = organisation.name.split("oo");
  const name =
    after === undefined
      ? escapeHtml(organisation.name)
      : `${escapeHtml(before ?? "")}<span class="rose" style="color:${light.rose}">oo</span>${escapeHtml(after)}`;
  return `<p class="ink" style="margin:0 0 20px 4px;color:${light.ink};font-weight:800;font-size:23px;line-height:1;letter-spacing:-.035em">${name}</p>`;
}

/** What a list of messages shows after the subject; the blanks keep what follows out of it. */
const preheader = (text: string) =>
  `<div style="display:none;max-height:0;overflow:hidden;opacity:0;mso-hide:all">${escapeHtml(text)}${"&#8199;&#65279;&#847; ".repeat(60)}</div>`;

/** The message as a page of its own. */
export function htmlOf(mail: Mail, foot?: MailFoot): string {
  const [first = "", ...rest] = mail.paragraphs;
  const inside = [
    paragraph(first),
    mail.code ? codeBlock(mail.code) : "",
    ...rest.map(paragraph),
    ...(mail.sections ?? []).map(section),
    mail.more ? paragraph(mail.more) : "",
    mail.link ? button(mail.link) : "",
  ].join("");
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><meta name="format-detection" content="telephone=no,date=no,address=no,email=no"><title>${escapeHtml(mail.subject)}</title><style>${style}</style></head>
<body class="paper" style="margin:0;background:${light.paper}">${preheader(mail.preheader ?? mail.paragraphs.join(" ").slice(0, 140))}
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:${light.paper}"><tr><td class="page" align="center" style="padding:32px 20px;font:16px/1.55 ${fonts}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:580px;text-align:left"><tr><td>
${wordmark()}
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="card" style="background:${light.card};border:1px solid ${light.line};border-radius:16px;border-collapse:separate"><tr><td class="inside" style="padding:28px 26px">${inside}</td></tr></table>
<div style="padding:18px 6px 0">${footHtml(mail, foot)}</div>
</td></tr></table></td></tr></table></body></html>`;
}

function sectionText({ heading, groups }: MailSection): string {
  const group = ({ about, lines: said }: MailSection["groups"][number]) =>
    [
      ...(about ? [about] : []),
      ...said.map(({ text, path, note }) => `- ${text}${note ? ` (${note})` : ""}\n  ${address(path)}`),
    ].join("\n");
  return `${heading.toLocaleUpperCase("fr")}\n\n${groups.map(group).join("\n\n")}`;
}

const pointing = ({ label, path }: { label: string; path: string }) => `${label}\u00a0: ${address(path)}`;

/** The same message for who reads plain text. */
export function textOf(mail: Mail, foot?: MailFoot): string {
  const [first = "", ...rest] = mail.paragraphs;
  const said = [
    first,
    ...(mail.code ? [`    ${mail.code}`] : []),
    ...rest,
    ...(mail.sections ?? []).map(sectionText),
    ...(mail.more ? [mail.more] : []),
    ...(mail.link ? [pointing(mail.link)] : []),
  ];
  const under = [
    ...(foot ? [`Pourquoi tu reçois ceci\u202f? ${foot.why}`] : []),
    ...(foot?.end ? [pointing(foot.end), pointing(choices)] : []),
    ...(mail.smallLink ? [pointing(mail.smallLink)] : []),
    `${organisation.name}\n${env().APP_ORIGIN}`,
  ];
  // "-- " on its own line is where a signature begins, for those who fold it.
  return `${said.join("\n\n")}\n\n-- \n${under.join("\n")}\n`;
}
