"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { formAction } from "@/platform/next/form-action.ts";
import * as groups from "./index.ts";

/** The token is in the answer of the form and nowhere else: the list below is read again with it. */
export const createGroupLinkAction = formAction(groups.createGroupLink, { then: () => refresh() });
export const revokeGroupLinkAction = formAction(groups.revokeGroupLink, { then: () => refresh() });
export const joinByLinkAction = formAction(groups.joinByLink, { then: ({ into }) => redirect(paths.group(into)) });
