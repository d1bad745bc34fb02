import type { Actor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { groupCommands } from "@/features/groups/index.ts";
import { termsOf } from "@/features/groups/request-terms.rules.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { createGroup, inviteInTheDatabase } from "./groups-world.ts";

type Id = { id: string };

/** Valid inputs of the commands about coming into a group: `member` asks and is invited, `locally` keeps the groups. */
export async function groupEntryInputs(who: {
  nadia: Id;
  leader: Id;
  neighbour: Id;
  stranger: Id;
  member: Actor;
  locally: Actor;
}): Promise<[unknown, Actor, Record<string, unknown>][]> {
  const { nadia, leader, neighbour, stranger, member, locally } = who;
  const leads = [leader];
  const asked = await createGroup({ entry: "request", questions: ["Pourquoi ?"], rules: "On s’écoute.", leads });
  const own = await createGroup({ entry: "request", leads });
  const invited = await createGroup({ entry: "closed", leads });
  const terms = termsOf({ questions: ["Pourquoi ?"], rules: "On s’écoute." });
  const now = clock.now();
  const [waiting, hers] = [newId(), newId()];
  await db.groupRequest.create({ data: { id: waiting, groupId: own.id, memberId: stranger.id, askedAt: now } });
  await db.groupRequest.create({ data: { id: hers, groupId: own.id, memberId: nadia.id, askedAt: now } });
  for (const one of [nadia, stranger]) await inviteInTheDatabase(invited.id, one.id, leader.id);
  const invitationOf = async ({ id: memberId }: Id) =>
    (await db.groupInvitation.findFirstOrThrow({ where: { groupId: invited.id, memberId } })).id;
  const caller = { actor: locally };
  const { token } = await groupCommands.createGroupLink(caller, { groupId: invited.id, uses: 500, days: 7 });
  const { id: linkId } = await db.groupLink.findFirstOrThrow({ where: { groupId: invited.id } });
  const answers = { answer1: "Pour agir.", answer2: "", answer3: "", words: "Bonjour", rulesAccepted: "oui" };
  return [
    [groupCommands.askToJoin, member, { groupId: asked.id, terms, ...answers }],
    [groupCommands.cancelGroupRequest, member, { requestId: hers }],
    [groupCommands.answerGroupRequest, locally, { requestId: waiting, answer: "non", words: "Pas cette fois." }],
    [groupCommands.inviteToGroup, locally, { groupId: asked.id, memberId: neighbour.id, words: "Viens !" }],
    [
      groupCommands.answerGroupInvitation,
      member,
      { invitationId: await invitationOf(nadia), answer: "non", terms: "", rulesAccepted: "oui" },
    ],
    [groupCommands.withdrawInvitation, locally, { invitationId: await invitationOf(stranger) }],
    [groupCommands.createGroupLink, locally, { groupId: asked.id, uses: "10", days: "7" }],
    [groupCommands.revokeGroupLink, locally, { linkId }],
    [groupCommands.joinByLink, member, { token, terms: "", rulesAccepted: "oui" }],
  ];
}
