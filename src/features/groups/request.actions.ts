"use server";

import { refresh } from "next/cache";
import { formAction } from "@/platform/next/form-action.ts";
import * as groups from "./index.ts";

/** Shows the page as it is now, under the form that changed it. */
const stay = { then: () => refresh() };

export const askToJoinAction = formAction(groups.askToJoin, stay);
export const cancelGroupRequestAction = formAction(groups.cancelGroupRequest, stay);
export const answerGroupRequestAction = formAction(groups.answerGroupRequest, stay);
