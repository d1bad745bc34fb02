"use client";

import { useEffect } from "react";
import { messageOutbox } from "./message-outbox.ts";

/** On every page of a member: what she wrote off line leaves when the line is back, wherever she then is. */
export function OutboxFlusher({ me }: { me: string }) {
  useEffect(() => void messageOutbox(me), [me]);
  return null;
}
