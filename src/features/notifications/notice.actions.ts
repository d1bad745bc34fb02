"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { formAction } from "@/platform/next/form-action.ts";
import * as notifications from "./index.ts";

/** Shows the page as it is now, under the form that changed it. */
const stay = { then: () => refresh() };

export const readNoticesAction = formAction(notifications.readNotices, {
  ...stay,
  read: ({ famille, id }) => (id ? { ids: [id].flat() } : { all: true, ...(famille && { family: famille }) }),
});
/** The kinds that the form shows, each with a box and a pace. */
export const chooseNoticesAction = formAction(notifications.chooseNotices, {
  ...stay,
  read: (fields) => ({
    choices: [fields.sujet ?? []].flat().map((kind) => ({
      kind,
      inApp: fields[`centre-${kind}`] === "oui",
      mail: fields[`mail-${kind}`] ?? "",
    })),
  }),
});
export const choosePaceAction = formAction(notifications.choosePace, {
  then: () => redirect(`${paths.noticeChoices}?fait=rythme`),
});
export const endKindAction = formAction(notifications.endKind, stay);
export const muteTopicAction = formAction(notifications.muteTopic, stay);
export const unmuteTopicAction = formAction(notifications.unmuteTopic, stay);
export const unsubscribeAction = formAction(notifications.unsubscribe, stay);
