"use server";

import { refresh } from "next/cache";
import { formAction } from "@/platform/next/form-action.ts";
import { removeFile } from "./commands/remove-file.ts";

export const removeFileAction = formAction(removeFile, { then: () => refresh() });
