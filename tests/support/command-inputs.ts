import { randomUUID } from "node:crypto";
import { type Actor, system, visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import * as accounts from "@/features/accounts/index.ts";
import { agendaCommands } from "@/features/agenda/index.ts";
import { coopainCommands } from "@/features/coopains/index.ts";
import { debateCommands } from "@/features/debates/index.ts";
import { deskCommands } from "@/features/desk/index.ts";
import { eventCommands } from "@/features/events/index.ts";
import { feedCommands } from "@/features/feed/index.ts";
import { fieldReportCommands } from "@/features/field-reports/index.ts";
import { mandateCommands } from "@/features/mandates/index.ts";
import { moderationCommands } from "@/features/moderation/index.ts";
import { notificationCommands } from "@/features/notifications/index.ts";
import { participationCommands } from "@/features/participation/index.ts";
import { personalDataCommands } from "@/features/personal-data/index.ts";
import { profileCommands } from "@/features/profiles/index.ts";
import { defaults } from "@/features/profiles/visibility.rules.ts";
import { sectionsCommands } from "@/features/sections/index.ts";
import { clock } from "@/platform/clock.ts";
import type { Command } from "@/platform/command.ts";
import { db } from "@/platform/db/client.ts";
import { actorOfSession } from "@/platform/session.ts";
import { ofAttachments } from "./attachment-inputs.ts";
import type { Entry } from "./bad-input.ts";
import { preparationInputs } from "./event-inputs.ts";
import { createEvent } from "./events-world.ts";
import { groupEntryInputs } from "./group-entry-inputs.ts";
import { groupInputs } from "./group-inputs.ts";
import { inboxInputs } from "./inbox-inputs.ts";
import { messageInputs } from "./message-inputs.ts";
import { paperInputs } from "./paper-inputs.ts";
import { ofPlaces } from "./participation-inputs.ts";
import { postInputs } from "./post-inputs.ts";
import { ofPostMedia } from "./post-media-inputs.ts";
import { createDebate, createPerson, scopes, suspendInTheDatabase } from "./worlds.ts";

const CLERMONT = scopes["own section"];
const WORDS = "Ces mots sont assez longs pour être lus.";
const inDays = (days: number) => new Date(clock.now().getTime() + days * 24 * 3_600_000);
const inAWeek = () => inDays(7).toISOString();
const image = { large: new Uint8Array([1, 2]), small: new Uint8Array([3]), width: 8, height: 8 };

/** People who may run the commands, and what is there to be changed. */
async function cast() {
  const adherent = { adherent: true, publicName: false };
  const nadia = await createPerson("Nadia Ordinaire", { publicName: false });
  const stranger = await createPerson("Paul Étranger", { section: "03185" });
  const neighbour = await createPerson("Vera Voisine", adherent);
  const admin = await createPerson("Noé National", { ...adherent, mandates: [national] });
  const leader = await createPerson("Lucie Locale", {
    ...adherent,
    mandates: [{ role: "section_leader", scope: CLERMONT }],
  });
  const debate = await createDebate("members", "national", stranger.id);
  const still = await createDebate("members", "national", stranger.id, { phase: "upcoming" });
  const as = async ({ session }: { session: string }) => actorOfSession(session);
  return {
    ...{
      nadia,
      stranger,
      neighbour,
      leader,
      debate,
      still,
      held: await rowsToChange({ nadia, stranger, neighbour, leader }),
    },
    ...{ member: await as(nadia), nationally: await as(admin), locally: await as(leader) },
  };
}
const national = { role: "national_admin", scope: "national" } as const;
type Id = { id: string };

/** Requests, mandates and the like that wait, by id. */
async function rowsToChange(people: { nadia: Id; stranger: Id; neighbour: Id; leader: Id }) {
  const [memberId, now] = [people.stranger.id, clock.now()];
  const { nadia, neighbour, leader } = people;
  const [request, volunteer, nomination, handover] = [newId(), newId(), newId(), newId()];
  await db.coopainRequest.create({ data: { id: request, fromId: memberId, toId: nadia.id, words: "", sentAt: now } });
  const offer = { id: volunteer, memberId, sectionId: "03185", words: WORDS, offeredAt: now };
  await db.volunteer.create({ data: offer });
  await db.nomination.create({ data: { id: nomination, memberId, ...national, nominatedAt: now } });
  const { id: mandateId } = await db.mandate.findFirstOrThrow({ where: { memberId: leader.id } });
  const two = { mandateId, holderId: leader.id, successorId: neighbour.id };
  const place = { role: "section_leader", scope: CLERMONT } as const;
  await db.handover.create({ data: { id: handover, ...two, ...place, effectiveAt: inDays(7), proposedAt: now } });
  const { id: event } = await createEvent({ organiserIds: [leader.id] });
  const { id: draft } = await createEvent({ organiserIds: [leader.id], stage: "draft" });
  const { id: proposal } = await createEvent({ organiserIds: [nadia.id], stage: "proposed" });
  const { changedAt } = await db.event.findUniqueOrThrow({ where: { id: proposal } });
  await suspendInTheDatabase(memberId);
  const suspension = await db.suspension.findFirstOrThrow({ where: { memberId } });
  await db.suspension.update({ where: { id: suspension.id }, data: { beginsAt: inDays(3) } }); // she acts meanwhile
  const events = { event, draft, proposal, proposedAt: String(changedAt.getTime()) };
  return { request, volunteer, nomination, handover, mandateId, suspension: suspension.id, ...events };
}

/** A public event that a question was asked on. */
async function eventToTakePartIn(author: Id) {
  const tractage = await createEvent({ audience: "everyone" });
  const question = newId();
  const about = { eventId: tractage.id, authorId: author.id, kind: "question", words: WORDS } as const;
  await db.eventNote.create({ data: { id: question, ...about, writtenAt: clock.now() } });
  return { tractage, question };
}

/** A valid input of each command, by its name, and who may run it. */
export async function validInputs(): Promise<Record<string, Entry>> {
  const { member, nationally, locally, nadia, stranger, neighbour, leader, debate, still, held } = await cast();
  const { tractage, question: questionId } = await eventToTakePartIn(stranger);
  const code = await accounts.requestSignInCode({ actor: visitor }, { email: nadia.email });
  const proof = { codeId: code.codeId, browserSecret: code.browserSecret };
  const password = "un mot de passe vraiment personnel";
  const [memberId, debateId, email] = [stranger.id, debate.id, "ines@example.org"];
  const dates = { opensAt: new Date().toISOString(), closesAt: inAWeek() };
  const question = { question: "Faut-il tout essayer ?", framing: "" };
  const all: [unknown, Actor, Record<string, unknown>][] = [
    ...ofAccounts(),
    ...ofProfiles(),
    ...ofDebates(),
    ...ofEvents(),
    ...(await preparationInputs({ leader, stranger, neighbour, locally, nationally, system })),
    ...(await groupEntryInputs({ nadia, leader, neighbour, stranger, member, locally })),
    ...ofCoopains(),
    ...ofMandates(),
    ...ofModeration(),
    ...ofSections(),
    ...(await inboxInputs({ stranger, leader, member, locally, system })),
    ...(await paperInputs(leader, locally)),
    ...(await ofFieldReports()),
    ...(await postInputs({ leader, locally, system })),
    ...(await messageInputs({ leader, other: neighbour, locally })),
    ...ofDesk(),
    ...ofParticipation(),
    ...(await ofPlaces(member, locally)),
    ...(await groupInputs({ nadia, neighbour, stranger, leader }, { member, nationally, locally, system })),
    ...(await ofPostMedia(member)),
    ...ofNotifications(),
    ...(await ofAttachments(member)),
  ];
  return Object.fromEntries(
    all.map(([command, actor, input]) => {
      const known = command as Command;
      return [known.commandName, { command: known, actor, input }];
    }),
  );

  function ofAccounts(): typeof all {
    const birth = { birthYear: "1990", birthDate: "1990-02-03" };
    const joining = {
      name: "Inès Bonnet",
      communeCode: "63113",
      claim: "sympathiser",
      consent: "oui",
      invitation: "x",
    };
    return [
      [accounts.requestSignUp, visitor, { ...joining, ...birth, email }],
      [accounts.requestSignInCode, visitor, { email }],
      [accounts.requestAnotherCode, visitor, proof],
      [accounts.confirmCode, visitor, { ...proof, code: "12345", userAgent: "Test" }],
      [accounts.signInWithPassword, visitor, { email, password, userAgent: "Test" }],
      [accounts.requestPasswordReset, visitor, { email }],
      [accounts.resetPassword, visitor, { ...proof, code: "12345", password, userAgent: "Test" }],
      [accounts.setPassword, member, { password: "motdepasse1234", currentPassword: "x" }],
      [accounts.requestEmailChange, member, { email, currentPassword: "x" }],
      [accounts.confirmEmailChange, member, { ...proof, code: "12345" }],
      [accounts.signOut, visitor, {}],
      [accounts.revokeSession, member, { sessionId: newId() }],
      [accounts.revokeOtherSessions, member, {}],
      [accounts.answerPublicName, member, { answer: "peut-être" }],
      [accounts.startSecondFactor, member, { currentPassword: "x" }],
      [accounts.confirmSecondFactor, member, { code: "123456" }],
      [accounts.passSecondFactor, visitor, { sessionId: newId(), code: "123456" }],
      [accounts.abandonSignIn, visitor, { sessionId: newId() }],
      [accounts.renewRecoveryCodes, member, { code: "123456" }],
      [accounts.removeSecondFactor, member, { code: "123456" }],
      [accounts.resetSecondFactor, system, { memberId }],
      [accounts.moveTown, member, { communeCode: "63113" }],
      [accounts.chooseAppearance, member, { appearance: "clair" }],
      [accounts.suspendMember, nationally, { memberId, reason: "Règle 2.", endsAt: inAWeek() }],
      [accounts.createAdmin, system, { email, name: "Inès", communeCode: "63113" }],
      [accounts.verifyAdherent, nationally, { memberId }],
      [accounts.enterAs, visitor, { castEmail: "personne@demo.example", userAgent: "Test" }],
      [personalDataCommands.requestErasureCode, visitor, {}],
      [personalDataCommands.eraseAccount, member, { ...proof, code: "12345", password: "x" }],
      [personalDataCommands.exportPersonalData, member, { format: "json", currentPassword: "x" }],
    ];
  }

  async function ofFieldReports(): Promise<typeof all> {
    const event = await createEvent({ inHours: -3, organiserIds: [leader.id] });
    const report = (await fieldReportCommands.publishReport({ actor: locally }, { eventId: event.id })).id;
    const photo = (await fieldReportCommands.addPhoto({ actor: locally }, { reportId: report, image })).id;
    const figures = { leaflets: "420", doorsOpen: "3", doorsRefused: "1", minutes: 90, heard: WORDS };
    const ofPhoto = { reportId: report, imageId: photo };
    return [
      [fieldReportCommands.publishReport, locally, { eventId: event.id, ...figures }],
      [fieldReportCommands.editReport, locally, { reportId: report, ...figures }],
      [fieldReportCommands.addPhoto, locally, { reportId: report, image }],
      [fieldReportCommands.captionPhoto, locally, { ...ofPhoto, caption: "Devant la halle" }],
      [fieldReportCommands.removePhoto, locally, ofPhoto],
      [fieldReportCommands.withdrawReport, locally, { reportId: report }],
    ];
  }

  function ofNotifications(): typeof all {
    return [
      [notificationCommands.readNotices, member, { ids: [newId()] }],
      [
        notificationCommands.chooseNotices,
        member,
        { choices: [{ kind: "post.mentioned", inApp: true, mail: "daily" }] },
      ],
      [notificationCommands.choosePace, member, { pace: "weekly" }],
      [notificationCommands.endKind, member, { kind: "post.commented" }],
      [notificationCommands.muteTopic, member, { topic: `debate:${debateId}` }],
      [notificationCommands.unmuteTopic, member, { topic: `debate:${debateId}` }],
      [notificationCommands.unsubscribe, visitor, { token: "x".repeat(38) }],
    ];
  }

  function ofProfiles(): typeof all {
    const said = { presentation: "", status: "Oui", skills: "a, b", interests: "", links: "exemple.org" };
    return [
      [profileCommands.editProfile, member, said],
      [profileCommands.setVisibilities, member, { ...defaults, consent: ["card"] }],
      [profileCommands.withdrawFromWeb, member, {}],
      [profileCommands.setOffer, member, { willing: ["tractage"], free: "samedi", reachKm: "15", pace: "" }],
      [profileCommands.setPhoto, member, { image }],
      [profileCommands.removePhoto, member, {}],
    ];
  }

  function ofDebates(): typeof all {
    const { contributionId } = debate;
    return [
      [debateCommands.contribute, member, { debateId, clientId: randomUUID(), side: "pour", body: WORDS }],
      [debateCommands.castVote, member, { contributionId, value: "agree" }],
      [debateCommands.editContribution, member, { contributionId, body: "Un argument à relire." }],
      [debateCommands.followDebate, member, { debateId }],
      [debateCommands.unfollowDebate, member, { debateId }],
      [debateCommands.reframeDebate, system, { debateId, ...question }],
      [debateCommands.rescheduleDebate, system, { debateId, ...dates, debateAt: null, voteAt: inAWeek() }],
      [debateCommands.movePhase, system, { debateId: still.id, to: "closed" }],
      [debateCommands.reopenPhase, system, { debateId: still.id, reason: "Il reste à dire.", until: inAWeek() }],
      [debateCommands.addHost, system, { debateId, memberId }],
      [debateCommands.removeHost, system, { debateId, memberId }],
      [debateCommands.publishSynthesis, system, { debateId, body: "On retient #1, et rien d’autre." }],
      [debateCommands.followSchedule, system, { debateId }],
      [debateCommands.setCover, system, { debateId, image }],
      [debateCommands.removeCover, system, { debateId }],
      [debateCommands.openDebate, system, { ...question, scope: "national", audience: "members", ...dates }],
    ];
  }

  function ofEvents(): typeof all {
    const day = inDays(9).toISOString().slice(0, 10);
    const shifts = [{ label: "", day: "", from: "09:00", to: "10:30", needed: "4", maximum: "6" }];
    const place = { communeCode: "63113", address: "", meetingPoint: "", latitude: "", longitude: "", onlineUrl: "" };
    const said = { title: "Tractage au marché", description: "", audience: "section", adherentsOnly: "", debateId: "" };
    const content = { day, shifts, ...place, ...said };
    const items = [{ label: "Tracts", quantity: 2 }];
    const made = { kind: "leafleting", scope: CLERMONT, stage: "published", items };
    const draft = { eventId: held.draft };
    return [
      [eventCommands.createEvent, member, { ...made, ...content }],
      [eventCommands.publishEvent, locally, draft],
      [eventCommands.approveEvent, locally, { eventId: held.proposal, changedAt: held.proposedAt }],
      [eventCommands.declineEvent, locally, { eventId: held.proposal, reason: "Pas ce jour-là." }],
      [eventCommands.changeEvent, locally, { eventId: held.event, tell: "oui", ...content }],
      [eventCommands.cancelEvent, locally, { eventId: held.event, reason: "Il va neiger." }],
      [eventCommands.duplicateEvent, locally, { eventId: held.event }],
      [eventCommands.discardEvent, locally, draft],
      [eventCommands.setEventCover, locally, { eventId: held.event, image }],
      [eventCommands.removeEventCover, locally, { eventId: held.event }],
    ];
  }

  function ofCoopains(): typeof all {
    const { request: requestId } = held;
    return [
      [coopainCommands.requestCoopain, member, { memberId: neighbour.id, words: "On se connaît du marché." }],
      [coopainCommands.acceptRequest, member, { requestId }],
      [coopainCommands.refuseRequest, member, { requestId }],
      [coopainCommands.cancelRequest, member, { requestId }],
      [coopainCommands.removeCoopain, member, { memberId: neighbour.id }],
      [coopainCommands.blockMember, member, { memberId: neighbour.id }],
      [coopainCommands.unblockMember, member, { memberId: neighbour.id }],
      [coopainCommands.renewLink, member, {}],
      [agendaCommands.makeFeed, member, {}],
      [agendaCommands.revokeFeed, member, { feedId: newId() }],
      [feedCommands.markRead, member, { readAt: 1_790_000_000_000 }],
      [coopainCommands.inviteByEmail, member, { email }],
      [coopainCommands.followInvitation, visitor, { token: "x".repeat(40) }],
      [coopainCommands.openPaperCode, visitor, { code: "abcd-efgh" }],
      [coopainCommands.opposeInvitations, visitor, { token: "x".repeat(40) }],
      [coopainCommands.greetNewcomer, system, { memberId }],
    ];
  }

  function ofMandates(): typeof all {
    const [handover, mandateId] = [{ handoverId: held.handover }, held.mandateId];
    const given = { memberId, role: "moderator", scope: "national", beginsAt: "", endsAt: inAWeek() };
    const next = { mandateId, successorId: neighbour.id, effectiveAt: inAWeek(), endsAt: inDays(300).toISOString() };
    return [
      [mandateCommands.giveMandate, nationally, given],
      [mandateCommands.endMandate, nationally, { mandateId, reason: "Elle déménage." }],
      [mandateCommands.nominate, nationally, { memberId, endsAt: inAWeek() }],
      [mandateCommands.decideNomination, nationally, { nominationId: held.nomination, answer: "non" }],
      [mandateCommands.proposeHandover, locally, next],
      [mandateCommands.confirmHandover, nationally, handover],
      [mandateCommands.signHandover, locally, handover],
      [mandateCommands.cancelHandover, locally, handover],
      [mandateCommands.completeHandover, system, handover],
      [mandateCommands.liftSuspension, nationally, { suspensionId: held.suspension }],
      [mandateCommands.viewContact, nationally, { memberId, purpose: "Elle nous a écrit." }],
      [mandateCommands.noteExpired, system, {}],
      [mandateCommands.tellEndings, system, {}],
    ];
  }

  function ofModeration(): typeof all {
    const about = { kind: "contribution", objectId: debate.contributionId, rule: "1", words: WORDS };
    const visiting = { name: "Vera Visiteuse", email: "vera@example.org", goodFaith: "oui" };
    return [
      [moderationCommands.reportObject, member, about],
      [moderationCommands.giveNotice, visitor, { ...about, ...visiting }],
      [moderationCommands.decideCase, nationally, { caseId: newId(), outcome: "hide", rule: "1", words: WORDS }],
      [moderationCommands.appealDecision, member, { decisionId: newId(), words: WORDS }],
      [moderationCommands.settleAppeal, nationally, { appealId: newId(), outcome: "keep", words: WORDS }],
    ];
  }

  function ofSections(): typeof all {
    return [
      [sectionsCommands.volunteer, member, { sectionId: "63113", words: WORDS }],
      [sectionsCommands.answerVolunteer, nationally, { volunteerId: held.volunteer, words: "Merci." }],
      [sectionsCommands.closeNamedVolunteer, system, { memberId, mandateId: held.mandateId, scope: CLERMONT }],
    ];
  }

  function ofDesk(): typeof all {
    const newcomer = { memberId: nadia.id };
    const moved = { ...newcomer, fromSectionId: "03185", toSectionId: "63113" };
    return [
      [deskCommands.assignPointPerson, locally, { ...newcomer, pointPersonId: neighbour.id, insteadOf: "" }],
      [deskCommands.writeWelcome, locally, { ...newcomer, words: WORDS }],
      [deskCommands.markWelcomed, locally, newcomer],
      [deskCommands.restartWelcome, system, moved],
      [deskCommands.releaseNewcomers, system, moved],
      [deskCommands.proposeAdherent, locally, newcomer],
      [deskCommands.declineAdherent, nationally, { ...newcomer, words: "Merci." }],
      [deskCommands.forgetProposal, system, newcomer],
    ];
  }

  function ofParticipation(): typeof all {
    const [token, eventId, noteId] = ["x".repeat(38), tractage.id, questionId];
    const asking = {
      eventId,
      shiftId: tractage.shiftId,
      name: "Vera Visiteuse",
      email,
      accompanied: "oui",
      consent: "oui",
    };
    return [
      [participationCommands.askAsGuest, visitor, asking],
      [participationCommands.confirmAsGuest, visitor, { token }],
      [participationCommands.changeAsGuest, visitor, { token, shiftId: tractage.shiftId, accompanied: "" }],
      [participationCommands.acceptAsGuest, visitor, { token }],
      [participationCommands.cancelAsGuest, visitor, { token }],
      [participationCommands.confirmByLink, visitor, { token }],
      [participationCommands.leaveByLink, visitor, { token }],
      [participationCommands.announce, nationally, { eventId, words: WORDS }],
      [participationCommands.askQuestion, nationally, { eventId, words: WORDS }],
      [participationCommands.answerQuestion, nationally, { noteId, words: WORDS }],
      [participationCommands.hideNote, nationally, { noteId }],
    ];
  }
}
