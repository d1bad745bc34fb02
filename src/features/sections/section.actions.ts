"use server";

import { formAction } from "@/platform/next/form-action.ts";
import { volunteer } from "./commands/volunteer.ts";

export const volunteerAction = formAction(volunteer);
