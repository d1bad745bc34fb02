import { inBrowser, type Person } from "@tests/support/worlds.ts";
import { NextRequest } from "next/server";
import { GET as file, HEAD as fileHead } from "@/app/api/messages/fichiers/[id]/route.ts";
import { POST as files } from "@/app/api/messages/fichiers/route.ts";
import { GET as photo } from "@/app/api/messages/photos/[id]/route.ts";
import { POST as photos } from "@/app/api/messages/photos/route.ts";
import { formWith } from "./cover-door.ts";

// The doors of photos and files of messages as a browser meets them. What uses it mocks "server-only" and "next/headers".

type Somebody = Pick<Person, "session"> | null;
const nothing = { params: Promise.resolve({}) };
export type Sent = { status: number; id: string; reason: string };

async function told(response: Response): Promise<Sent> {
  const { value, error } = (await response.json()) as { value?: { id: string }; error?: { reason: string } };
  return { status: response.status, id: value?.id ?? "", reason: error?.reason ?? "ok" };
}

const posted = (url: string, body: BodyInit, headers: Record<string, string>) =>
  new NextRequest(url, {
    ...{ method: "POST", body, headers: { accept: "application/json", ...headers }, duplex: "half" },
  } as never);

export async function sendPhoto(person: Somebody, sent: Uint8Array | ReadableStream): Promise<Sent> {
  const stream = sent instanceof ReadableStream;
  const headers: Record<string, string> = stream ? { "content-type": "multipart/form-data; boundary=x" } : {};
  const request = posted("http://localhost/api/messages/photos", stream ? sent : formWith(sent), headers);
  return told(await inBrowser(person?.session ?? null, () => photos(request, nothing)));
}

export async function sendFile(person: Somebody, bytes: Uint8Array | ReadableStream, name = "a.txt"): Promise<Sent> {
  const form = new FormData();
  if (!(bytes instanceof ReadableStream)) form.append("fichier", new File([new Uint8Array(bytes)], name));
  const made = new Response(form);
  const body = bytes instanceof ReadableStream ? bytes : await made.arrayBuffer();
  const length = body instanceof ReadableStream ? 1000 : body.byteLength;
  const request = posted("http://localhost/api/messages/fichiers", body, {
    "content-type": made.headers.get("content-type") ?? "",
    "content-length": String(length),
  });
  return told(await inBrowser(person?.session ?? null, () => files(request, nothing)));
}

export function showPhoto(person: Somebody, id: string, search = "", headers: Record<string, string> = {}) {
  const request = new NextRequest(`http://localhost/api/messages/photos/${id}${search}`, { headers });
  return inBrowser(person?.session ?? null, () => photo(request, { params: Promise.resolve({ id }) }));
}

export function showFile(person: Somebody, id: string, headers: Record<string, string> = {}, method = "GET") {
  const request = new NextRequest(`http://localhost/api/messages/fichiers/${id}`, { headers, method });
  return inBrowser(person?.session ?? null, () =>
    (method === "HEAD" ? fileHead : file)(request, { params: Promise.resolve({ id }) }),
  );
}

/** What every door says of a photo and a file: whole, small, held already, a part, the head. */
export async function attachmentDoors(
  person: Somebody,
  { photo: photoId, file: fileId }: { photo: string; file: string },
) {
  return [
    await showPhoto(person, photoId),
    await showPhoto(person, photoId, "?taille=petite"),
    await showPhoto(person, photoId, "", { "if-none-match": `"${photoId}-grande"` }),
    await showFile(person, fileId),
    await showFile(person, fileId, { range: "bytes=0-1" }),
    await showFile(person, fileId, {}, "HEAD"),
  ].map(({ status }) => status);
}
export const given = [200, 200, 304, 200, 206, 200];
export const refused = Array(6).fill(404) as number[];
