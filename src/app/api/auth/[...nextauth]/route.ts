import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "./auth-options.ts";

type Route = { params: Promise<{ nextauth: string[] }> };

/** Who is signed in, in next-auth's form: `GET /api/auth/session`. Its other URLs do not exist. */
export async function GET(request: NextRequest, route: Route): Promise<Response> {
  const { nextauth } = await route.params;
  if (nextauth.join("/") !== "session") return new Response(null, { status: 404 });
  return NextAuth(request, route, authOptions());
}
