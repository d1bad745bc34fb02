"use server";

import { refresh } from "next/cache";
import { formAction } from "@/platform/next/form-action.ts";
import { sendMessage } from "./index.ts";

type Fields = Record<string, string | string[]>;

/** Whom the words name comes as JSON in one field; what is none is for the schema to refuse. */
function withMentions({ mentions, ...fields }: Fields): Record<string, unknown> {
  if (mentions === undefined || mentions === "") return fields;
  try {
    return { ...fields, mentions: JSON.parse(String(mentions)) };
  } catch {
    return { ...fields, mentions };
  }
}

/** Sending before JavaScript: the page comes again, with the message in it. */
export const sendMessageAction = formAction(sendMessage, {
  read: withMentions,
  then: () => refresh(),
});
