export { placeLeft, placeOffered, placeTaken, queueJoined, shiftFacts } from "./shift.facts.ts";
