import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { unsubscribe } from "@/features/notifications/index.ts";
import { oneClickRoute } from "@/platform/next/one-click-route.ts";

/** What a mail program posts by itself, without cookie or Origin (RFC 8058). */
export const POST = oneClickRoute(unsubscribe);

/** Where a browser opens the address of the header instead: the page, which asks before it ends anything. */
export async function GET(_: Request, { params }: { params: Promise<{ jeton: string }> }) {
  redirect(paths.unsubscribe((await params).jeton)); // for unsubscribe's page
}
