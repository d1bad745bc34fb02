import { randomUUID } from "node:crypto";
import { createDebate, createPerson, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { setHidden } from "@/features/debates/commands/debate-log.ts";
import { castVote, catchUp, contribute } from "@/features/debates/index.ts";
import { db } from "@/platform/db/client.ts";
import { actorOfSession } from "@/platform/session.ts";

describe("catching up on what is older than the newest", () => {
  beforeAll(withoutLimits);

  it("brings the tallies of the cards that the screen shows, and of none that is hidden", async () => {
    const person = await createPerson("Jeanne", { publicName: true });
    const actor = await actorOfSession(person.session);
    const { id, contributionId } = await createDebate("open", "national", person.id);
    for (let n = 0; n < 61; n++) {
      const body = `Un argument de plus, le ${n}e, pour faire nombre.`;
      await contribute({ actor }, { debateId: id, clientId: randomUUID(), side: "pour", body });
    }
    await castVote({ actor }, { contributionId, value: "agree" });
    const asked = { id, apres: "62" };
    expect((await catchUp(actor, asked)).tallies[contributionId]).toBeUndefined();
    const view = await catchUp(actor, { ...asked, vues: "1" });
    expect(view.tallies[contributionId]).toMatchObject({ agree: 1, disagree: 0, pass: 0 });
    expect(view.mine[contributionId]).toBe("agree");
    await db.$transaction((tx) => setHidden(tx as never, { contributionId, hidden: true, byId: null }));
    expect((await catchUp(actor, { ...asked, vues: "1" })).tallies[contributionId]).toBeUndefined();
  });

  it.each(["", "1,", "a", "1,-2", "1.5", Array.from({ length: 201 }, () => "1").join(",")])(
    "refuses %j as a list of numbers",
    async (vues) => {
      const person = await createPerson("Jeanne");
      const { id } = await createDebate("open", "national", null);
      const answer = (async () => catchUp(await actorOfSession(person.session), { id, apres: "0", vues }))();
      await expect(answer).rejects.toThrow();
    },
  );
});
