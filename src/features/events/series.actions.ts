"use server";

import { refresh } from "next/cache";
import { formAction } from "@/platform/next/form-action.ts";
import { repeatEvent } from "./commands/begin-series.ts";
import { changeRule, endSeries } from "./commands/change-series.ts";

export const repeatEventAction = formAction(repeatEvent, { then: () => refresh() });
export const changeRuleAction = formAction(changeRule, { then: () => refresh() });
export const endSeriesAction = formAction(endSeries, { then: () => refresh() });
