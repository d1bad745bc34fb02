export { type LeftBecause, leaveAll, leaveEverything, leavePlace } from "./commands/leave-place.ts";
export type { RecordFacts } from "./commands/lock-shift.ts";
export { changeSignUpSize, confirmOffer, settleShift } from "./commands/offers.ts";
export { createShifts, reshapeShifts } from "./commands/reshape.ts";
export { takePlace, type Who } from "./commands/take-place.ts";
export { placeLeft, placeOffered, placeTaken, queueJoined, shiftFacts, sizeChanged } from "./shift.facts.ts";
export { activeSignUps } from "./shift.policy.ts";
export { listShifts } from "./shift.queries.ts";
export {
  freePlaces,
  missingWords,
  OFFER_MS,
  type PlacesWords,
  placesWords,
  type ShiftPlan,
} from "./shift.rules.ts";
export type { MySignUp, ShiftView } from "./shift.views.ts";
