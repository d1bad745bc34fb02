import type { Fact } from "@/core/fact.ts";
import type { Frame, LiveFact } from "@/core/live.ts";
import { personRoom } from "@/core/person-room.ts";
import * as facts from "./coopain.facts.ts";

/** Whose screens ask again, by the fact. What is silent moves the screens of her who did it, and no other. */
const told: Record<string, readonly string[]> = {
  [facts.coopainRequested.factName]: ["toId"],
  [facts.requestCancelled.factName]: ["toId"],
  [facts.coopainAccepted.factName]: ["memberId", "otherId"],
  [facts.requestRefused.factName]: ["memberId"],
  [facts.coopainRemoved.factName]: ["memberId"],
  [facts.memberBlocked.factName]: ["memberId"],
  [facts.memberUnblocked.factName]: ["memberId"],
};

/** A signal and nothing in it: the page that it makes a screen read again is where permissions run. */
async function signals(happened: readonly Fact[]): Promise<Frame[]> {
  const ids = happened.flatMap((fact) => (told[fact.name] ?? []).map((key) => String(fact.ids[key])));
  return [...new Set(ids)].map((id) => ({ room: personRoom.of(id, "self"), kind: "coopains", data: {} }));
}

export const coopainLiveFacts: readonly LiveFact[] = Object.keys(told).map((fact) => ({ fact, frames: signals }));
