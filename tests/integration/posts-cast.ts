import { randomUUID } from "node:crypto";
import { createGroupRow } from "@tests/support/posts-world.ts";
import { createPerson, type Person, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, beforeEach } from "vitest";
import { createPost } from "@/features/posts/index.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";

export const WORDS = "Samedi, on compte les vélos au pont de Pérignat.";
export const as = async ({ id }: { id: string }) => ({ actor: await actorOfMember(id) });
export const actorOf = ({ id }: { id: string }) => actorOfMember(id);
export const clientId = () => randomUUID();

/** Who is in a group, and one who passes by. A new open group for each test, and what was told since. */
export type Scene = {
  people: Record<"lead" | "manager" | "nadia" | "jules" | "stranger", Person>;
  group: { id: string; slug: string; name: string };
  told: string[];
};

/** Sets the scene of a test file; says something on its wall as somebody of it. */
export function setScene() {
  const scene = {} as Scene;
  beforeAll(async () => {
    withoutLimits();
    scene.people = {
      lead: await createPerson("Léa Responsable", { adherent: true }),
      manager: await createPerson("Malo Gestionnaire", { adherent: true }),
      nadia: await createPerson("Nadia Belkacem", { adherent: true }),
      jules: await createPerson("Jules Sympathisant"),
      stranger: await createPerson("Samia Passante"),
    };
  });
  beforeEach(async () => {
    scene.told = [];
    singletons.publisher = (facts) => void scene.told.push(...facts.map(({ name }) => name));
    const { lead, manager, nadia, jules } = scene.people;
    const members = {
      [lead.id]: "lead",
      [manager.id]: "manager",
      [nadia.id]: "member",
      [jules.id]: "member",
    } as const;
    scene.group = await createGroupRow({ members });
  });
  const said = async (by: Person, more: object = {}) =>
    (await createPost(await as(by), { groupId: scene.group.id, body: WORDS, clientId: clientId(), ...more })).id;
  return { scene, said };
}
