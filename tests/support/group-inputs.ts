import type { Actor } from "@/core/actor.ts";
import { ensurePlaceGroups, groupCommands } from "@/features/groups/index.ts";
import { db } from "@/platform/db/client.ts";
import { createGroup } from "./groups-world.ts";

type Id = { id: string };
const image = { large: new Uint8Array([1, 2]), small: new Uint8Array([3]), width: 8, height: 8 };

/** Valid inputs of the commands of groups: who may run each, on groups of their own. */
export async function groupInputs(
  people: { nadia: Id; neighbour: Id; stranger: Id; leader: Id },
  actors: { member: Actor; nationally: Actor; locally: Actor; system: Actor },
): Promise<[unknown, Actor, Record<string, unknown>][]> {
  const { nadia, neighbour, stranger, leader } = people;
  const { member, nationally, locally, system } = actors;
  await ensurePlaceGroups();
  const place = await db.group.findUniqueOrThrow({ where: { place: "national/63/63113" } });
  const led = await createGroup({ leads: [leader], members: [neighbour, stranger] });
  const open = await createGroup({ rules: "On s’écoute.", leads: [leader] });
  const joined = await createGroup({ leads: [leader], members: [nadia] });
  const asked = await createGroup({ entry: "request", leads: [neighbour] });
  const [groupId, memberId] = [led.id, neighbour.id];
  const words = {
    purpose: "Préparer ce que l’on propose.",
    postedBy: "manager",
    about: "**Ici**",
    rules: "On s’écoute.",
  };
  const content = {
    ...words,
    ...{ name: "Logement", kind: "working", scope: "national/63", themes: ["logement", "sante"], entry: "request" },
    ...{ adherentsOnly: "oui", questions: ["D’où viens-tu ?"] },
  };
  return [
    [groupCommands.createGroup, locally, content],
    [groupCommands.editGroup, locally, { groupId, ...content }],
    [groupCommands.editPlaceGroup, locally, { groupId: place.id, ...words }],
    [groupCommands.setGroupCover, locally, { groupId, image }],
    [groupCommands.removeGroupCover, locally, { groupId }],
    [groupCommands.joinGroup, member, { groupId: open.id, rulesAccepted: "oui" }],
    [groupCommands.followGroup, member, { groupId: open.id }],
    [groupCommands.leaveGroup, member, { groupId: joined.id }],
    [groupCommands.setRole, locally, { groupId, memberId, role: "manager" }],
    [groupCommands.removeFromGroup, locally, { groupId, memberId: stranger.id, words: "Il insulte tout le monde." }],
    [groupCommands.visitGroup, nationally, { groupId: asked.id, purpose: "Un signalement nous est venu." }],
    [groupCommands.replaceLeads, system, { memberId: leader.id }],
  ];
}
