"use client";

import { useEffect } from "react";
import { beSomebodyElse } from "./connection.ts";

/**
 * Who reads, as the server just said: signing in or out without leaving the page opens the connection again, since a
 * socket stays whose it was when it was opened.
 */
export function LiveIdentity({ me }: { me: string | null }) {
  useEffect(() => beSomebodyElse(me), [me]);
  return null;
}
