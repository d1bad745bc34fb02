import type { ServerResponse } from "node:http";

/**
 * Whoever signs out, or erases her account, may leave a computer that others use: with the cookie go her drafts and the
 * pictures that this browser kept. Without JavaScript too, whichever form took the cookie away.
 */
export function clearBrowserOnLeaving(response: ServerResponse, sessionCookie: string): void {
  const { writeHead } = response;
  response.writeHead = ((...head: Parameters<typeof writeHead>) => {
    const cookies = [response.getHeader("set-cookie") ?? []].flat().map(String);
    if (cookies.some((cookie) => cookie.startsWith(`${sessionCookie}=;`)))
      response.setHeader("Clear-Site-Data", '"cache", "storage"');
    return writeHead.apply(response, head);
  }) as typeof writeHead;
}
