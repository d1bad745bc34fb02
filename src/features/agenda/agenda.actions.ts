"use server";

import { refresh } from "next/cache";
import { joinShift } from "@/features/participation/index.ts";
import { formAction } from "@/platform/next/form-action.ts";
import { makeFeed, revokeFeed } from "./index.ts";

/** From a card, where a click is enough: the list then says that she goes. */
export const joinFromCardAction = formAction(joinShift, { then: () => refresh() });
export const makeFeedAction = formAction(makeFeed, { then: () => refresh() });
export const revokeFeedAction = formAction(revokeFeed, { then: () => refresh() });
