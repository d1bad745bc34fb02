"use server";

import { refresh } from "next/cache";
import { formAction } from "@/platform/next/form-action.ts";
import * as participation from "./index.ts";

/** Shows the page as it is now, under the form that changed it. */
const stay = { then: () => refresh() };

export const joinShiftAction = formAction(participation.joinShift, stay);
export const leaveShiftAction = formAction(participation.leaveShift, stay);
export const acceptOfferAction = formAction(participation.acceptOffer, stay);
export const changeSizeAction = formAction(participation.changeSize, stay);
export const answerEventAction = formAction(participation.answerEvent, stay);
export const confirmComingAction = formAction(participation.confirmComing, stay);
export const removeSignUpAction = formAction(participation.removeSignUp, stay);
export const restoreSignUpAction = formAction(participation.restoreSignUp, stay);
export const noteAttendanceAction = formAction(participation.noteAttendance, stay);
export const countWalkInsAction = formAction(participation.countWalkIns, stay);
