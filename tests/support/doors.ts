import { NextRequest } from "next/server";
import { expect } from "vitest";
import { newId } from "@/core/ids.ts";
import { countRows, formOf, inBrowser } from "./worlds.ts";

// The doors as a browser uses them: forms, JSON. A test file that imports this mocks what Next does around them:
//   vi.mock("server-only", () => ({}));
//   vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
//   vi.mock("next/cache", () => ({ refresh: () => {} }));
//   vi.mock("next/navigation", async () => (await import("@tests/support/doors.ts")).nextNavigation);

/** Stands for `next/navigation`: what it throws is known by its `to`. */
export const nextNavigation = {
  notFound: () => {
    throw new Error("404");
  },
  redirect: (to: string) => {
    throw Object.assign(new Error("redirect"), { to });
  },
};

export type Action = (state: object, form: FormData) => Promise<{ error?: { code: string } }>;
type Fields = Record<string, string>;

/** Posts a form as a browser with this session: "ok" (sent on to a page, too), or the code of its error. */
export async function postedAs(session: string | null, action: Action, form: FormData): Promise<string> {
  try {
    return (await inBrowser(session, () => action({}, form))).error?.code ?? "ok";
  } catch (error) {
    return (error as { to?: string }).to ? "ok" : `fault: ${String(error)}`;
  }
}

/**
 * Posts an act about something. Where it is refused, the same about nothing gets the same answer, and no row changes.
 */
export async function probe(
  session: string | null,
  {
    action,
    fields,
    id,
    may,
    label,
  }: { action: Action; fields: (id: string) => Fields; id: string; may: boolean; label: string },
): Promise<void> {
  const before = await countRows();
  expect(await postedAs(session, action, formOf(fields(id))), label).toBe(may ? "ok" : "not_found");
  if (may) return;
  expect(await postedAs(session, action, formOf(fields(newId()))), `${label}, absent`).toBe("not_found");
  expect(await countRows(), label).toEqual(before);
}

/** Runs a JSON route as a browser with this session; answers its `value`, or its error and the error's code. */
export async function askedAs(session: string | null, run: () => Promise<Response>) {
  const response = await inBrowser(session, run);
  const body = (await response.json()) as { value?: unknown; error?: { code: string } };
  return { outcome: body.error?.code ?? "ok", ...body };
}

/** A request that posts JSON. */
export const jsonPost = (body: unknown) =>
  new NextRequest("http://localhost/api", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
