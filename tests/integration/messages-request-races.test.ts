import { createRequestRow } from "@tests/support/messages-world.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { system } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { answerMessageRequest, openBetweenCoopains } from "@/features/messages/index.ts";
import { db } from "@/platform/db/client.ts";
import { prepare, somebody, tied } from "./coopains-world.ts";

beforeAll(() => prepare());

const TIMES = 80;

describe("a request that is refused when the two become coopains", () => {
  it("is open in the end, and the refusal says that it changed meanwhile or came before", async () => {
    const [ines, far] = [await somebody("Inès"), await somebody("Loin", { section: "03185" })];
    const { id: conversationId } = await createRequestRow(ines.id, far.id);
    await tied(ines, far);
    const pair = { memberId: ines.id, otherId: far.id };
    const refusal = () =>
      answerMessageRequest(far.caller, { conversationId, answer: "refuse" }).then(
        () => "ok",
        (error: unknown) => (error instanceof AppError ? `${error.code} ${error.reason}` : String(error)),
      );
    const said: string[] = [];
    for (let turn = 0; turn < TIMES; turn++) {
      await db.conversationRequest.update({
        where: { conversationId },
        data: { acceptedAt: null, refusedAt: null },
      });
      const refused = refusal();
      // A little later each time: it comes before, between what the refusal reads and writes, and after.
      for (let n = 0; n < turn % 8; n++) await db.$queryRaw`select 1`;
      await openBetweenCoopains({ actor: system }, pair);
      said.push(await refused);
      const request = await db.conversationRequest.findUniqueOrThrow({ where: { conversationId } });
      expect(request.acceptedAt, `turn ${turn}`).not.toBeNull();
    }
    expect(said.filter((one) => one !== "ok" && one !== "conflict changed_meanwhile")).toEqual([]);
  });
});
