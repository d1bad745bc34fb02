"use server";

import { refresh } from "next/cache";
import { formAction } from "@/platform/next/form-action.ts";
import { makeFeed, revokeFeed } from "./index.ts";

export const makeFeedAction = formAction(makeFeed, { then: () => refresh() });
export const revokeFeedAction = formAction(revokeFeed, { then: () => refresh() });
