// A member is no longer somebody's coopain. The other is not told.
import { command } from "@/platform/command.ts";
import { lockVisibleProfile } from "../../profiles/index.ts";
import { coopainRemoved } from "../coopain.facts.ts";
import { canTieWith } from "../coopain.policy.ts";
import { ofMemberInput } from "../coopain.schema.ts";
import { changesOfAccount } from "../limit.rules.ts";
import { areTied, lockPair, untie } from "./pairs.ts";

export const removeCoopain = command({
  name: "coopain.remove",
  input: ofMemberInput,
  limits: [changesOfAccount],
  async subject({ tx, actor, input: { memberId } }) {
    await lockPair(tx, actor, memberId);
    // A suspended coopain shows nothing and can be left all the same.
    if (actor.id !== null && (await areTied(tx, actor.id, memberId))) return { id: memberId };
    return lockVisibleProfile(tx, actor, memberId);
  },
  policy: canTieWith,
  async execute({ tx, actor, subject: { id: otherId }, record }) {
    const memberId = actor.id ?? "";
    if (await untie(tx, memberId, otherId)) record(coopainRemoved({ memberId, otherId }));
  },
});
