import { createHash, randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";

/**
 * The content security policy. `scripts` are nonces or hashes; `styles` hashes of our own inline style sheets; `tiles`
 * the one server of maps that the organisation chose.
 */
export function contentSecurityPolicy(
  scripts: readonly string[],
  options: { development?: boolean; https?: boolean; styles?: readonly string[]; tiles?: string | undefined } = {},
): string {
  const development = options.development ?? false;
  return [
    "default-src 'self'",
    // React's development build evaluates code to rebuild server stacks.
    `script-src 'self' ${scripts.join(" ")}${development ? " 'unsafe-eval'" : ""}`.trimEnd(),
    `style-src 'self' ${development ? "'unsafe-inline'" : (options.styles ?? []).join(" ")}`.trimEnd(),
    "style-src-attr 'unsafe-inline'", // tally bars carry their widths
    `img-src 'self' data: blob:${options.tiles ? ` ${new URL(options.tiles).origin}` : ""}`,
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(options.https ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** The policy of what is no page (JSON, pictures that members sent): opened by itself, it can do nothing. */
export const apiPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

export const newNonce = () => randomBytes(16).toString("base64");

export const sha256Source = (content: string) => `'sha256-${createHash("sha256").update(content).digest("base64")}'`;

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/** The CSP sources of a whole page's own inline scripts. Only for pages whose every byte we rendered. */
export function inlineScriptHashes(html: string): string[] {
  return [...new Set([...html.matchAll(INLINE_SCRIPT)].map((match) => sha256Source(match[1] ?? "")))];
}

/** The headers of every response. The CSP is set by whoever knows the page. */
export function setSecurityHeaders(response: ServerResponse, options: { https: boolean; requestId: string }): void {
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("X-Frame-Options", "DENY");
  // Not "no-referrer": browsers would then send "Origin: null" with our own forms.
  response.setHeader("Referrer-Policy", "same-origin");
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  response.setHeader(
    "Permissions-Policy",
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  );
  response.setHeader("X-Request-Id", options.requestId);
  if (options.https) response.setHeader("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
}
