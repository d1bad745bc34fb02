// A member accepts a request: the two are coopains, once, however often she clicks.
import { command } from "@/platform/command.ts";
import { lockVisibleProfile } from "../../profiles/index.ts";
import { coopainAccepted } from "../coopain.facts.ts";
import { canAnswer } from "../coopain.policy.ts";
import { ofRequestInput } from "../coopain.schema.ts";
import { changesOfAccount } from "../limit.rules.ts";
import { lockRequest, tie } from "./pairs.ts";

export const acceptRequest = command({
  name: "coopain.accept",
  input: ofRequestInput,
  limits: [changesOfAccount],
  async subject({ tx, actor, input }) {
    const request = await lockRequest(tx, actor, input.requestId, "to");
    if (request.state === "open") await lockVisibleProfile(tx, actor, request.fromId);
    return request;
  },
  policy: canAnswer("accepted"),
  async execute({ tx, subject: { fromId, toId, state }, record }) {
    if (state !== "open") return;
    await tie(tx, toId, fromId);
    record(coopainAccepted({ memberId: toId, otherId: fromId }));
  },
});
