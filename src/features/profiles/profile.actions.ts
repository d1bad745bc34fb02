"use server";

import { refresh } from "next/cache";
import { formAction } from "@/platform/next/form-action.ts";
import * as profiles from "./index.ts";

/** Shows the page as it is now, under the form that changed it. */
const stay = { then: () => refresh() };
export const editProfileAction = formAction(profiles.editProfile, stay);
export const setVisibilitiesAction = formAction(profiles.setVisibilities, stay);
export const withdrawFromWebAction = formAction(profiles.withdrawFromWeb, stay);
export const setOfferAction = formAction(profiles.setOffer, stay);
export const removePhotoAction = formAction(profiles.removePhoto, stay);
