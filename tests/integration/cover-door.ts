import { createDebate, inBrowser, type Person, scopes } from "@tests/support/worlds.ts";
import { NextRequest } from "next/server";
import { GET, POST } from "@/app/api/debats/[id]/couverture/route.ts";
import { db } from "@/platform/db/client.ts";

// The door of covers as a browser meets it. What uses it mocks "server-only", "next/headers" and "next/cache".

type Audience = "open" | "members";
/** A running debate of the section of Clermont, with this host. */
export async function debateHostedBy(host: Person, audience: Audience = "members"): Promise<string> {
  const { id } = await createDebate(audience, scopes["own section"], null);
  await db.debateHost.create({ data: { debateId: id, memberId: host.id, addedAt: new Date() } });
  return id;
}

const urlOf = (id: string) => `http://localhost/api/debats/${id}/couverture`;
export const formWith = (file: Uint8Array | string, more: Record<string, string> = {}) => {
  const form = new FormData();
  if (typeof file === "string") form.append("image", file);
  else form.append("image", new File([new Uint8Array(file)], "../../etc/x.svg", { type: "image/svg+xml" }));
  for (const [name, value] of Object.entries(more)) form.append(name, value);
  return form;
};
/** Sends a body to the door as this person's browser, as a form or by script. */
export async function send(
  person: Person | null,
  id: string,
  body: FormData | ReadableStream,
  headers: Record<string, string> = {},
) {
  const request = new NextRequest(urlOf(id), { method: "POST", body, headers, duplex: "half" } as never);
  return inBrowser(person?.session ?? null, () => POST(request, { params: Promise.resolve({ id }) }));
}
export const byScript = { accept: "application/json" };
export const reasonOf = async (response: Response) =>
  ((await response.json()) as { error?: { reason: string } }).error?.reason ?? "ok";
export const put = async (person: Person | null, id: string, file: Uint8Array) =>
  reasonOf(await send(person, id, formWith(file), byScript));

export async function show(person: Person | null, id: string, search = "", headers: Record<string, string> = {}) {
  const request = new NextRequest(`${urlOf(id)}${search}`, { headers });
  return inBrowser(person?.session ?? null, () => GET(request, { params: Promise.resolve({ id }) }));
}
export const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
export const coverOf = async (id: string) =>
  (await db.debate.findUniqueOrThrow({ where: { id }, include: { cover: true } })).cover;

/** A body that never ends, and how much of it was asked for. */
export function endless() {
  let sent = 0;
  const piece = new Uint8Array(64 * 1024);
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        await new Promise((next) => setImmediate(next)); // as from a socket
        sent += piece.byteLength;
        controller.enqueue(piece.slice());
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, sent: () => sent };
}
