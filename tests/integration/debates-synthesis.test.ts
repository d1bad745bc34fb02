import { createHosts, debateIn, listening, rowOf } from "@tests/support/debates-world.ts";
import { refusalOf, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/core/actor.ts";
import type { DebatePhase } from "@/features/debates/debate.rules.ts";
import * as debates from "@/features/debates/index.ts";

let leader: Actor;

beforeAll(async () => {
  withoutLimits();
  leader = (await createHosts()).actors.leader;
});

describe("the synthesis of a debate", () => {
  const publish = (debateId: string, body: string, actor = leader) =>
    debates.publishSynthesis({ actor }, { debateId, body });

  it("cites contributions on show, is mended until the debate is closed, and is told", async () => {
    const { id } = await debateIn("synthesis", { audience: "open" });
    const heard = listening();
    await publish(id, "Le plein coûte trop cher, dit n° 1.");
    await publish(id, "Le plein coûte trop cher, dit #1 : agissons.");
    expect(await rowOf(id)).toMatchObject({ synthesis: "Le plein coûte trop cher, dit #1 : agissons.", lastSeq: 3 });
    expect(heard.names()).toEqual(["debate.synthesis-published", "debate.synthesis-published"]);
    expect((await heard.frames()).map(({ room }) => room)).toEqual([`debate:${id}:members`, `debate:${id}:public`]);
  });

  it("is refused with a number that is none, short of ten characters, and outside its phase", async () => {
    const { id } = await debateIn("synthesis");
    expect(await refusalOf(publish(id, "Comme le disent #1, #7 et n° 8."))).toMatchObject({
      fields: { body: "Contribution introuvable : n° 7, n° 8." },
    });
    expect(await refusalOf(publish(id, "🌹🌹🌹🌹🌹"))).toMatchObject({ fields: { body: expect.any(String) } });
    for (const phase of ["vote", "closed"] satisfies DebatePhase[])
      expect(await refusalOf(publish((await debateIn(phase)).id, "Une synthèse assez longue."))).toMatchObject({
        reason: "not_the_synthesis_phase",
      });
    expect((await rowOf(id)).synthesis).toBeNull();
  });
});
