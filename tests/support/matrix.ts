/**
 * The authorisation matrix of TRUST.md section 2, for the objects that exist, as data. U is a browser with a pending
 * code: an account exists only once confirmed (docs/decisions/0003), so U is a visitor. B is an adherent whom the other
 * party blocked: who wrote the words, whose card it is, who asks. L, F, M and N have A's rights beside their own.
 */
export const columns = ["V", "U", "S", "A", "L", "F", "M", "N", "B", "suspended"] as const;
export type Column = (typeof columns)[number];

/** Who they are, for the names of tests. */
export const who: Record<Column, string> = {
  V: "a visitor",
  U: "somebody whose e-mail is not confirmed",
  S: "a sympathiser",
  A: "an adherent",
  L: "a section leader",
  F: "a federation admin",
  M: "a moderator",
  N: "a national admin",
  B: "an adherent whom the other party blocked",
  suspended: "a suspended member",
};

/** A place as the person of a column sees it. L leads the neighbour section, F administers the other federation. */
export const places = [
  "national",
  "own federation",
  "own section",
  "neighbour section",
  "other federation",
  "other section",
] as const;
export type Place = (typeof places)[number];
export type Audience = "open" | "members" | "adherents";

/**
 * `✓` everywhere · `–` nowhere · `o` herself, or what is hers by name · `home` in her own section · `own` where she lives, up to the national level ·
 * `s` in the section that she leads · `f` in the federation that she administers · `p` where its owner lets her.
 */
export type Cell =
  | "✓"
  | "–"
  | "o"
  | "p"
  | "home"
  | "home+s"
  | "home+f"
  | "own"
  | "own+s"
  | "own+f"
  | "s"
  | "f"
  | "p+s"
  | "p+f"
  | "o+s"
  | "o+f";
export type Row = { object: string; action: string; cells: Record<Column, Cell> };

const residence: readonly Place[] = ["national", "own federation", "own section"];
const led: readonly Place[] = ["neighbour section"];
const administered: readonly Place[] = ["other federation", "other section"];

/** In which places a cell allows what its row says. */
export const reach: Record<Cell, readonly Place[]> = {
  "✓": places,
  "–": [],
  o: [],
  p: [],
  "p+s": led,
  "p+f": administered,
  "o+s": led,
  "o+f": administered,
  home: ["own section"],
  "home+s": ["own section", ...led],
  "home+f": ["own section", ...administered],
  own: residence,
  "own+s": [...residence, ...led],
  "own+f": [...residence, ...administered],
  s: led,
  f: administered,
};

/** A row as TRUST.md writes it: a word for each column, in their order. */
function row(object: string, action: string, words: string): Row {
  const said = words.split(" ");
  if (said.length !== columns.length || said.some((cell) => !(cell in reach))) throw new Error(`${object}: ${words}`);
  return { object, action, cells: Object.fromEntries(columns.map((column, n) => [column, said[n]])) as Row["cells"] };
}

/** The rows; each column in the order of `columns`. */
export const rows = {
  publicPage: row("public page", "read", "✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓"),
  privateData: row("e-mail, birth date", "read one’s own", "– – o o o o o o o –"),
  contactData: row("e-mail, birth date", "read another’s, with a purpose", "– – – – – – – ✓ – –"),
  ownSessions: row("own sessions and settings", "see, change", "– – o o o o o o o –"),
  joining: row("account", "sign up, sign in, come by an invitation", "✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓"),
  // TRUST.md says `p` for L and F. They see the cards of those whom their directory lists (`s,p`, `f,p` there): a list is
  // the filter of its items. Who holds a mandate is known to members. Fields: profiles-visibility.test.ts.
  card: row("profile card", "read", "p p p p p+s p+f ✓ ✓ – –"),
  directory: row("directory", "read, search", "– – p p p+s p+f ✓ ✓ – –"),
  // M and N as any adherent: their mandate adds nothing here.
  coopainsOf: row("another’s coopains", "read", "– – p p p p p p – –"),
  ownProfile: row("profile", "edit, choose who sees it", "– – o o o o o o o –"),
  erase: row("profile", "export, erase, sign out", "– – o o o o o o o o"),
  // Each event in it as its own page: agenda-lists.test.ts.
  agenda: row("agenda", "read", "✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ –"),
  // Whoever holds a feed’s address reads it, signed in or not: calendars are nobody. feeds.test.ts.
  // Each thing in it as its own page: feed.test.ts.
  homeFeed: row("home feed", "read, keep one’s place in it", "– – o o o o o o o –"),
  // Each line as the page of what it is about: notifications-law.test.ts.
  ownNotices: row("notifications", "read, choose, mute", "– – o o o o o o o –"),
  // Whoever holds the link under a mail ends mails of its kind, and nothing else: notifications-unsubscribe.test.ts.
  mailEnd: row("mails of one kind", "end by the link under them", "✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓"),
  ownFeeds: row("own calendar feeds", "make, take back", "– – o o o o o o o –"),
  feedRead: row("calendar feed", "read by its address", "✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓"),
  openRead: row("open debate", "read", "✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ –"),
  openAct: row("open debate", "contribute, vote", "– – ✓ ✓ ✓ ✓ ✓ ✓ ✓ –"),
  members: row("members’ debate", "read, contribute, vote", "– – own own own+s own+f own ✓ own –"),
  adherents: row("adherents’ debate", "read, contribute, vote", "– – – own own+s own+f own ✓ own –"),
  // An adherent where she hosts the debate: `o` here.
  runDebate: row("debate", "frame, move phase, close", "– – – o s f – ✓ o –"),
  openDebate: row("debate", "open", "– – – – s f – ✓ – –"),
  publicEvent: row("public event", "read", "✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ –"),
  sectionEvent: row("section or federation event", "read", "– – own own own+s own+f own ✓ own –"),
  // An organiser, whoever she is: `o`. Staff of a co-organising place, too.
  eventPrepare: row("event", "prepare: who organises, comes back, brings, is invited", "– – o o o+s o+f o ✓ o –"),
  // Who comes: `o`.
  eventItem: row("thing to bring", "bring it, or not", "– – o o o o o o o –"),
  // Who was named, of her own number: `o`. To have it withdrawn, who prepares the event, too.
  eventContact: row("event contact", "give and withdraw one’s number", "– – o o o o o o o –"),
  // Who comes, who prepares, who was named: `o`. N reads it and it is written down.
  eventPhone: row("event contact’s phone", "read", "– – o o o+s o+f o ✓ o –"),
  eventTogether: row("event", "accept to organise another’s", "– – – – s f – ✓ – –"),
  // S proposes in her section, an adherent publishes there; whoever answers for the place publishes.
  eventCreate: row("event", "create, propose", "– – home home home+s home+f home ✓ home –"),
  eventApprove: row("event", "approve, decline", "– – – – s f – ✓ – –"),
  // Where she is one of its organisers: `o` here.
  eventRun: row("event", "edit, cancel", "– – o o o+s o+f o ✓ o –"),
  // Of what she reads; a visitor by the notice form.
  reportMake: row("report", "create", "✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ –"),
  // An adherent where she hosts the debate: `o` here.
  reportDecide: row("report", "see and decide", "– – – o s f ✓ ✓ – –"),
  hideContribution: row("contribution", "hide with a reason", "– – – o s f ✓ ✓ – –"),
  ownDecision: row("decision on one’s own words", "read, answer", "– – o o o o o o o –"),
  // To and from those whose card she sees.
  coopainRequest: row("coopain request", "send, accept", "– – ✓ ✓ ✓ ✓ ✓ ✓ – –"),
  ownTies: row("own coopains, blocks and invitations", "see, change", "– – o o o o o o o –"),
  // Who is in the conversation, or answers for its place: `o`. A block ends the writing between two, and leaves the past.
  messageRead: row("message", "read", "– – o o o o o o o –"),
  // Freely to coopains, one’s section and (L, F, M, N) those of one’s mandate; to others by one request: messages-reach-probes.test.ts.
  messageStart: row("message", "write for the first time", "– – ✓ ✓ ✓ ✓ ✓ ✓ – –"),
  // Who is in it: `o`. Of several: its name, its people. Of a request, who received it.
  conversationTend: row("conversation", "answer a request, add, take out, name, mute, leave", "– – o o o o o o o –"),
  messageSend: row("message", "send, edit, delete, mark as read", "– – o o o o o o – –"),
  inboxWrite: row("section or federation inbox", "write", "– – ✓ ✓ ✓ ✓ ✓ ✓ ✓ –"),
  inboxAnswer: row("section or federation inbox", "read, answer, assign", "– – – – s f – ✓ – –"),
  broadcastSend: row("broadcast to members", "write, read what was sent", "– – – – s f – ✓ – –"),
  // Whoever may get them.
  broadcastOppose: row("broadcast to members", "ask not to get them", "– – ✓ ✓ ✓ ✓ ✓ ✓ ✓ –"),
  // Of a former letter, as the conversation that it is now: hers, or those in charge’s.
  formerLetter: row("former letter", "find again", "– – o o o+s o+f o ✓ o –"),
  desk: row("section desk", "read, assign", "– – – – s f – ✓ – –"),
  federationDesk: row("federation desk", "read", "– – – – – f – ✓ – –"),
  // A member sees and welcomes the newcomers that were entrusted to her: `o` here. A block takes hers away.
  welcome: row("section desk", "welcome a newcomer", "– – o o o+s o+f o ✓ o –"),
  // In her own section, which nobody leads.
  volunteer: row("section", "offer to look after it", "– – o o o o o o o –"),
  volunteerAnswer: row("section", "answer who offers", "– – – – – f – ✓ – –"),
  proposeAdherent: row("adherent", "propose", "– – – – s f – ✓ – –"),
  verify: row("adherent", "verify", "– – – – – f – ✓ – –"),
  // F: leaders in hers. N: federations and moderators. Its holder gives her own up.
  mandate: row("mandate", "give, end", "– – – – – f – ✓ – –"),
  // N needs a second N.
  nomination: row("national admin’s mandate", "nominate, agree", "– – – – – – – ✓ – –"),
  // Her own mandate only.
  nameSuccessor: row("mandate", "name who comes after", "– – – – s – – – – –"),
  // N where the federation has nobody to do it.
  confirmHandover: row("mandate", "confirm who comes after", "– – – – – f – ✓ – –"),
  // Its two; the federation and the national level read it, and say no.
  handover: row("handover", "read, sign, cancel", "– – o o o o+f o ✓ o –"),
  // Of an action that she took part in, or prepared: `o`. Then as those who answer for its place.
  reportWrite: row("field report", "write, correct", "– – o o o+s o+f o ✓ o –"),
  // Of the places where she lives, up to the national level; of what she took part in.
  reportRead: row("field report", "read", "– – own own own+s own+f own ✓ own –"),
  // F for 7 days, M for 30, N as needed.
  suspend: row("account", "suspend, lift", "– – – – – f ✓ ✓ – –"),
  managedMember: row("member", "find, see standing", "– – – – – f ✓ ✓ – –"),
  // Public ones alone; whoever reads them, signed in or not.
  guestAsk: row("public event", "ask for a place without an account", "✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ –"),
  // Whoever holds the link of a mail, and nobody else: 130 bits, for one sign-up.
  eventLink: row("sign-up of a mail’s link", "read, confirm, change, cancel", "o o o o o o o o o o"),
  // Those who take part, organise, or answer for the place: `o` here.
  eventNotes: row("event notes", "read, ask", "– – o o o+s o+f o ✓ o –"),
  eventNotesKeep: row("event notes", "announce, answer, hide", "– – o o o+s o+f o ✓ o –"),
  attendeeSheet: row("event", "print who comes", "– – o o o+s o+f o ✓ o –"),
  // M her own acts. F reads hers on the page of each member; everybody who looked at her contact data in her export.
  auditLog: row("audit log", "read", "– – – – – – o ✓ – –"),
  // As the post that it is of, but never by visitors: who is on it did not agree to the open web.
  postMedia: row("photo, video of a post", "read", "– – own own own+s own+f own own own –"),
  // Those in the conversation, since they were added; M of a reported message, which those in it are shown.
  attachmentRead: row("photo, file of a message", "read", "– – o o o o o o o –"),
  attachmentSend: row("photo, file of a message to come", "send", "– – o o o o o o o –"),
  // TRUST.md, `r`: with three before and three after; never of her own conversations.
  messageJudge: row("reported message", "read and decide", "– – – – – – ✓ – – –"),
  // Before it is published it is its sender's alone.
  postMediaSend: row("photo, video of a post to come", "send", "– – o o o o o o o –"),
  // Its card for whoever knows of it; a visitor reads an open one, without names.
  openGroup: row("open group", "read", "✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ –"),
  // Of the groups of places. Of those that members formed, who reads the group with an account: group-papers-formed.test.ts.
  // N reads others after having said why; M through a report.
  paperRead: row("group’s files and notes", "read", "– – own own own+s own+f own own own –"),
  paperWrite: row("group’s files and notes", "add, write", "– – own own own+s own+f own own own –"),
  // Her own anywhere. N keeps the country’s own group: `o`.
  paperKeep: row("group’s files and notes", "take away another’s, bring back", "– – o o o+s o+f o o o –"),
  // The walls of the places where she lives; N after having said why, in writing (a visit of the group).
  wallRead: row("own section’s group", "read its wall", "– – own own own+s own+f own ✓ own –"),
  // Those of its members. N reads elsewhere, and does not write there. Who publishes is each group's choice: by default
  // its members in a section's, those who answer for it in a federation's and the country's.
  wallWrite: row("own section’s group", "post, comment, react", "– – own own own+s own+f own own own –"),
  // Her own words: `o`.
  postEdit: row("post, comment", "edit", "– – o o o o o o o –"),
  // Her own, and what stands on a wall that she manages: `o`.
  postRemove: row("post, comment", "remove", "– – o o o+s o+f o ✓ o –"),
  // Of a wall that she manages: `o`.
  postPin: row("post", "pin", "– – o o o+s o+f o o o –"),
  openGroupJoin: row("open group", "join, follow", "– – ✓ ✓ ✓ ✓ ✓ ✓ ✓ –"),
  // M as anybody who lives there; N once she said why, and it is written down: `o` here.
  placeGroup: row("own section’s group", "read, post", "– – own own own+s own+f own own own –"),
  // An adherent among them whatever her mandate.
  membersGroup: row("members-only group", "see, join", "– – – ✓ ✓ ✓ ✓ ✓ ✓ –"),
  // Its members and those whom they invite: `o` here.
  closedGroup: row("closed group", "know it exists", "– – o o o o o o o –"),
  // An adherent where she lives, L and F where they answer too.
  groupCreate: row("group", "create", "– – – own own+s own+f own ✓ own –"),
  // Its leads: `o`, whoever they are.
  groupEdit: row("group", "edit, add manager", "– – o o o+s o+f o ✓ o –"),
  // Of the national level, never into a closed one.
  groupVisit: row("group", "read one that is not hers, having said why", "– – – – – – – ✓ – –"),
  // On request, and not of adherents alone: of those, who is none reads a 404 (groups-entry-probes.test.ts).
  groupAsk: row("group on request", "ask to come in", "– – ✓ ✓ ✓ ✓ ✓ ✓ ✓ –"),
  // Her own request; an invitation that she received, from somebody with whom no block parts her.
  groupEntryOwn: row("own requests and invitations to groups", "take back, answer", "– – o o o o o o – –"),
  // Who keeps the group, by a role in it: `o`. A mandate adds nothing.
  groupEntryKeep: row("group", "answer requests, make links", "– – o o o o o o o –"),
  // Who is in it: `o`. Her coopains; who keeps it, whose card she sees.
  groupInvite: row("group", "invite", "– – o o o o o o o –"),
  // Whoever holds it; a visitor reads that it holds, and nothing of the group.
  groupLinkRead: row("group link", "read", "✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ –"),
  groupLinkJoin: row("group link", "come in", "– – ✓ ✓ ✓ ✓ ✓ ✓ ✓ –"),
  // Where it is seen. A visitor as a guest, by e-mail, on a public one.
  eventSignUp: row("event", "sign up, answer, give up", "– – ✓ ✓ ✓ ✓ ✓ ✓ ✓ –"),
  // Its organisers: `o` here. A block hides no name from them.
  attendees: row("event", "read who comes, note who was there", "– – o o o+s o+f o ✓ o –"),
} as const satisfies Record<string, Row>;
export type RowName = keyof typeof rows;

/** One way in: its name as the source tells it, the command or query behind it, the row that covers it. */
export type Door = { door: string; behind: string; row: RowName };
const doors = (row: RowName, list: Record<string, string>): Door[] =>
  Object.entries(list).map(([door, behind]) => ({ door, behind, row }));

/** Every server action: file and name. */
export const actionDoors: Door[] = [
  ...doors("joining", {
    "accounts#signUpAction": "account.request-sign-up",
    "accounts#requestAnotherSignUpCodeAction": "account.request-another-code",
    "accounts#requestSignInCodeAction": "account.request-sign-in-code",
    "accounts#requestAnotherSignInCodeAction": "account.request-another-code",
    "accounts#confirmCodeAction": "account.confirm-code",
    "accounts#signInWithPasswordAction": "account.sign-in-with-password",
    "accounts#enterAsAction": "demo.enter-as",
    "accounts#requestPasswordResetAction": "account.request-password-reset",
    "accounts#resetPasswordAction": "account.reset-password",
    "accounts#passSecondFactorAction": "account.pass-second-factor",
    "accounts#abandonSignInAction": "account.abandon-sign-in",
  }),
  ...doors("ownSessions", {
    "accounts#setPasswordAction": "account.set-password",
    "accounts#requestEmailChangeAction": "account.request-email-change",
    "accounts#confirmEmailChangeAction": "account.confirm-email-change",
    "accounts#revokeSessionAction": "account.revoke-session",
    "accounts#revokeOtherSessionsAction": "account.revoke-other-sessions",
    "accounts#answerPublicNameAction": "account.answer-public-name",
    "accounts#startSecondFactorAction": "account.start-second-factor",
    "accounts#confirmSecondFactorAction": "account.confirm-second-factor",
    "accounts#renewRecoveryCodesAction": "account.renew-recovery-codes",
    "accounts#removeSecondFactorAction": "account.remove-second-factor",
    "accounts#moveTownAction": "account.move-town",
    "accounts#chooseAppearanceAction": "account.choose-appearance",
    "debates#answerPublicNameAction": "account.answer-public-name",
  }),
  ...doors("ownProfile", {
    "profiles#editProfileAction": "profile.edit",
    "profiles#setVisibilitiesAction": "profile.set-visibilities",
    "profiles#withdrawFromWebAction": "profile.withdraw-from-web",
    "profiles#setOfferAction": "profile.set-offer",
    "profiles#removePhotoAction": "profile.remove-photo",
  }),
  ...doors("erase", {
    "personal-data#requestErasureCodeAction": "account.request-erasure-code",
    "personal-data#eraseAccountAction": "account.erase",
    "accounts#signOutAction": "account.sign-out",
    "sign-out-item.tsx#signOut": "account.sign-out",
  }),
  // Open, members' and adherents' debates alike: the rows of all three are probed through them.
  ...doors("openAct", {
    "debates#contributeAction": "debate.contribute",
    "debates#editContributionAction": "debate.edit-contribution",
    "debates#voteAction": "debate.vote",
    "debates#followDebateAction": "debate.follow",
    "debates#unfollowDebateAction": "debate.unfollow",
  }),
  ...doors("openDebate", { "debates#openDebateAction": "debate.open" }),
  ...doors("runDebate", {
    "debates#reframeDebateAction": "debate.reframe",
    "debates#rescheduleDebateAction": "debate.reschedule",
    "debates#movePhaseAction": "debate.move-phase",
    "debates#reopenPhaseAction": "debate.reopen-phase",
    "debates#addHostAction": "debate.add-host",
    "debates#removeHostAction": "debate.remove-host",
    "debates#publishSynthesisAction": "debate.publish-synthesis",
    "debates#removeCoverAction": "debate.remove-cover",
  }),
  ...doors("eventCreate", { "events#createEventAction": "event.create" }),
  ...doors("eventApprove", {
    "events#approveEventAction": "event.approve",
    "events#declineEventAction": "event.decline",
  }),
  ...doors("eventRun", {
    "events#publishEventAction": "event.publish",
    "events#changeEventAction": "event.change",
    "events#cancelEventAction": "event.cancel",
    "events#duplicateEventAction": "event.duplicate",
    "events#discardEventAction": "event.discard",
    "events#removeEventCoverAction": "event.remove-cover",
  }),
  ...doors("reportMake", {
    "moderation#reportObjectAction": "moderation.report",
    "moderation#giveNoticeAction": "moderation.give-notice",
  }),
  ...doors("hideContribution", { "moderation#decideCaseAction": "moderation.decide" }),
  ...doors("reportDecide", { "moderation#settleAppealAction": "moderation.settle-appeal" }),
  ...doors("mandate", {
    "mandates#giveMandateAction": "account.give-mandate",
    "mandates#endMandateAction": "mandate.end",
  }),
  ...doors("nomination", {
    "mandates#nominateAction": "mandate.nominate",
    "mandates#decideNominationAction": "mandate.decide-nomination",
  }),
  ...doors("nameSuccessor", { "mandates#proposeHandoverAction": "handover.propose" }),
  ...doors("confirmHandover", { "mandates#confirmHandoverAction": "handover.confirm" }),
  ...doors("handover", {
    "mandates#signHandoverAction": "handover.sign",
    "mandates#cancelHandoverAction": "handover.cancel",
  }),
  ...doors("suspend", {
    "mandates#suspendMemberAction": "account.suspend-member",
    "mandates#liftSuspensionAction": "mandate.lift-suspension",
  }),
  ...doors("contactData", { "mandates#viewContactAction": "mandate.view-contact" }),
  ...doors("ownDecision", { "moderation#appealDecisionAction": "moderation.appeal" }),
  ...doors("messageStart", { "messages#startConversationAction": "conversation.start" }),
  ...doors("conversationTend", {
    "messages#answerMessageRequestAction": "conversation.answer-request",
    "messages#addPeopleAction": "conversation.add-people",
    "messages#removePersonAction": "conversation.remove-person",
    "messages#nameConversationAction": "conversation.name",
    "messages#muteConversationAction": "conversation.mute",
    "messages#leaveConversationAction": "conversation.leave",
  }),
  ...doors("messageSend", { "messages#sendMessageAction": "message.send" }),
  ...doors("coopainRequest", {
    "coopains#requestCoopainAction": "coopain.request",
    "coopains#acceptRequestAction": "coopain.accept",
  }),
  ...doors("ownTies", {
    "coopains#refuseRequestAction": "coopain.refuse",
    "coopains#cancelRequestAction": "coopain.cancel",
    "coopains#removeCoopainAction": "coopain.remove",
    "coopains#blockMemberAction": "coopain.block",
    "coopains#unblockMemberAction": "coopain.unblock",
    "coopains#renewLinkAction": "invitation.renew-link",
    "coopains#inviteByEmailAction": "invitation.send",
  }),
  ...doors("ownFeeds", {
    "agenda#makeFeedAction": "calendar-feed.make",
    "agenda#revokeFeedAction": "calendar-feed.revoke",
  }),
  ...doors("ownNotices", {
    "notifications#readNoticesAction": "notifications.read",
    "notifications#chooseNoticesAction": "notifications.choose",
    "notifications#choosePaceAction": "notifications.choose-pace",
    "notifications#endKindAction": "notifications.end-kind",
    "notifications#muteTopicAction": "notifications.mute",
    "notifications#unmuteTopicAction": "notifications.unmute",
  }),
  ...doors("mailEnd", { "notifications#unsubscribeAction": "notifications.unsubscribe" }),
  ...doors("joining", {
    "coopains#followInvitationAction": "invitation.follow",
    "coopains#openPaperCodeAction": "invitation.open-paper-code",
    "coopains#opposeInvitationsAction": "invitation.oppose",
  }),
  ...doors("desk", { "desk#assignPointPersonAction": "welcome.assign" }),
  ...doors("welcome", {
    "desk#writeWelcomeAction": "welcome.write",
    "desk#markWelcomedAction": "welcome.mark-done",
    "desk#finishWelcomeAction": "welcome.mark-done",
  }),
  ...doors("proposeAdherent", { "desk#proposeAdherentAction": "adherent.propose" }),
  ...doors("verify", {
    "desk#verifyAdherentAction": "account.verify-adherent",
    "desk#declineAdherentAction": "adherent.decline",
  }),
  ...doors("volunteer", { "sections#volunteerAction": "section.volunteer" }),
  ...doors("wallWrite", {
    "posts#createPostAction": "post.create",
    "posts#sharePostAction": "post.create",
    "posts#reactToPostAction": "post.react",
    "posts#commentPostAction": "comment.create",
    "posts#reactToCommentAction": "comment.react",
  }),
  ...doors("postEdit", { "posts#editPostAction": "post.edit", "posts#editCommentAction": "comment.edit" }),
  ...doors("postRemove", { "posts#removePostAction": "post.remove", "posts#removeCommentAction": "comment.remove" }),
  ...doors("postPin", { "posts#pinPostAction": "post.pin", "posts#unpinPostAction": "post.unpin" }),
  ...doors("ownProfile", { "posts#withdrawPostsAction": "posts.withdraw-from-web" }),
  ...doors("reportWrite", {
    "field-reports#publishReportAction": "field-report.publish",
    "field-reports#editReportAction": "field-report.edit",
    "field-reports#withdrawReportAction": "field-report.withdraw",
    "field-reports#removePhotoAction": "field-report.remove-photo",
    "field-reports#captionPhotoAction": "field-report.caption-photo",
  }),
  ...doors("volunteerAnswer", { "desk#answerVolunteerAction": "section.answer-volunteer" }),
  ...doors("mandate", {
    "desk#nameLeaderAction": "account.give-mandate",
    "desk#endLeaderAction": "mandate.end",
  }),
  ...doors("paperWrite", {
    "group-notes#createNoteAction": "group-note.create",
    "group-notes#saveNoteAction": "group-note.save",
    "group-notes#restoreRevisionAction": "group-note.restore-revision",
  }),
  // The form of a note has two buttons.
  ...doors("paperWrite", { "group-notes#createNoteAction": "group-note.preview" }),
  ...doors("paperKeep", {
    "group-files#removeFileAction": "group-file.remove",
    "group-notes#removeNoteAction": "group-note.remove",
    "group-notes#bringBackNoteAction": "group-note.bring-back",
  }),
  ...doors("guestAsk", { "participation#askAsGuestAction": "guest.ask" }),
  ...doors("eventLink", {
    "participation#confirmAsGuestAction": "guest.confirm",
    "participation#changeAsGuestAction": "guest.change",
    "participation#acceptAsGuestAction": "guest.accept-offer",
    "participation#cancelAsGuestAction": "guest.cancel",
    "participation#confirmByLinkAction": "reminder.confirm",
    "participation#leaveByLinkAction": "reminder.leave",
  }),
  ...doors("eventNotes", { "participation#askQuestionAction": "note.ask" }),
  ...doors("eventNotesKeep", {
    "participation#announceAction": "note.announce",
    "participation#answerQuestionAction": "note.answer",
    "participation#hideNoteAction": "note.hide",
  }),
  ...doors("inboxWrite", { "messages#writeToPlaceAction": "inbox.write" }),
  ...doors("inboxAnswer", { "messages#assignConversationAction": "inbox.assign" }),
  ...doors("broadcastSend", { "messages#broadcastAction": "broadcast.send" }),
  ...doors("broadcastOppose", { "messages#opposeBroadcastsAction": "broadcast.oppose" }),
  ...doors("eventSignUp", {
    "participation#joinShiftAction": "shift.join",
    "agenda#joinFromCardAction": "shift.join",
    "participation#leaveShiftAction": "shift.leave",
    "participation#acceptOfferAction": "shift.accept-offer",
    "participation#changeSizeAction": "shift.change-size",
    "participation#answerEventAction": "event.answer",
    "participation#confirmComingAction": "shift.confirm-coming",
  }),
  ...doors("attendees", {
    "participation#removeSignUpAction": "shift.remove-sign-up",
    "participation#restoreSignUpAction": "shift.restore-sign-up",
    "participation#noteAttendanceAction": "shift.note-attendance",
    "participation#countWalkInsAction": "event.count-walk-ins",
  }),
  ...doors("eventPrepare", {
    "events#addOrganiserAction": "event.add-organiser",
    "events#removeOrganiserAction": "event.remove-organiser",
    "events#askCoSectionAction": "event.ask-co-section",
    "events#leaveCoSectionAction": "event.leave-co-section",
    "events#nameContactAction": "event.name-contact",
    "events#addItemAction": "event.add-item",
    "events#removeItemAction": "event.remove-item",
    "events#inviteMemberAction": "event.invite",
    "events#uninviteMemberAction": "event.uninvite",
    "events#repeatEventAction": "event.repeat",
    "events#changeRuleAction": "event.change-rule",
    "events#endSeriesAction": "event.end-series",
  }),
  ...doors("groupAsk", { "groups#askToJoinAction": "group.ask-to-join" }),
  ...doors("groupEntryOwn", {
    "groups#cancelGroupRequestAction": "group.cancel-request",
    "groups#answerGroupInvitationAction": "group.answer-invitation",
  }),
  ...doors("groupEntryKeep", {
    "groups#answerGroupRequestAction": "group.answer-request",
    "groups#createGroupLinkAction": "group.create-link",
    "groups#revokeGroupLinkAction": "group.revoke-link",
  }),
  ...doors("groupInvite", {
    "groups#inviteToGroupAction": "group.invite",
    "groups#withdrawInvitationAction": "group.withdraw-invitation",
  }),
  ...doors("groupLinkJoin", { "groups#joinByLinkAction": "group.join-by-link" }),
  ...doors("eventTogether", { "events#answerCoSectionAction": "event.answer-co-section" }),
  ...doors("groupCreate", { "groups#createGroupAction": "group.create" }),
  ...doors("groupEdit", {
    "groups#editGroupAction": "group.edit",
    "groups#editPlaceGroupAction": "group.edit-place",
    "groups#removeGroupCoverAction": "group.remove-cover",
    "groups#setRoleAction": "group.set-role",
    "groups#removeFromGroupAction": "group.remove-member",
  }),
  ...doors("openGroupJoin", {
    "groups#joinGroupAction": "group.join",
    "groups#followGroupAction": "group.follow",
    "groups#leaveGroupAction": "group.leave",
  }),
  ...doors("groupVisit", { "groups#visitGroupAction": "group.visit" }),
  ...doors("eventContact", {
    "events#answerContactAction": "event.answer-contact",
    "events#withdrawContactAction": "event.withdraw-contact",
  }),
  ...doors("eventPhone", { "events#readContactAction": "event.read-contact" }),
  ...doors("eventItem", {
    "events#claimItemAction": "event.claim-item",
    "events#unclaimItemAction": "event.unclaim-item",
  }),
];

/** Every API route: method and path. */
export const routeDoors: Door[] = [
  ...doors("publicPage", { "GET /api/communes": "searchCommunes", "GET /api/communes/[code]": "findCommunePoint" }),
  ...doors("ownSessions", { "GET /api/auth/[...nextauth]": "actorOfSession" }),
  ...doors("erase", { "POST /api/compte/donnees": "personal-data.export" }),
  ...doors("openRead", { "GET /api/debats/[id]/suite": "catchUp", "GET /api/debats/[id]/couverture": "getCover" }),
  ...doors("feedRead", {
    "GET /api/agenda/membre/[jeton]": "getMemberFeed",
    "GET /api/agenda/lieu/[...lieu]": "getPlaceFeed",
  }),
  ...doors("agenda", { "GET /api/evenements/[id]/agenda": "getEventFile" }),
  ...doors("attendeeSheet", { "GET /api/evenements/[id]/emargement": "getSignInSheet" }),
  ...doors("card", { "GET /api/membres/[id]/photo": "getPhoto" }),
  ...doors("postMedia", {
    "GET /api/publications/photos/[id]": "getPostPhoto",
    "GET /api/publications/videos/[id]": "getPostVideo",
    "HEAD /api/publications/videos/[id]": "getPostVideo",
  }),
  ...doors("attachmentRead", {
    "GET /api/messages/photos/[id]": "getMessagePhoto",
    "GET /api/messages/fichiers/[id]": "getMessageFile",
    "HEAD /api/messages/fichiers/[id]": "getMessageFile",
  }),
  ...doors("attachmentSend", {
    "POST /api/messages/photos": "message.upload-photo",
    "POST /api/messages/fichiers": "message.add-file",
  }),
  ...doors("postMediaSend", {
    "POST /api/publications/photos": "post.upload-photo",
    "POST /api/publications/videos": "post.upload-video",
  }),
  ...doors("eventPrepare", { "GET /api/evenements/[id]/personnes": "listEventCandidates" }),
  ...doors("directory", { "GET /api/membres/recherche": "searchMembers" }),
  ...doors("wallRead", { "GET /api/groupes/[id]/mur": "getWall" }),
  ...doors("openGroup", {
    "GET /api/publications/[id]": "getPostView",
    "GET /api/publications/[id]/commentaires": "getComments",
  }),
  ...doors("wallWrite", {
    "POST /api/publications": "post.create",
    "POST /api/publications/commenter": "comment.create",
    "POST /api/publications/reagir": "post.react",
    "POST /api/publications/commentaires/reagir": "comment.react",
  }),
  ...doors("directory", { "GET /api/publications/mentions": "listMentionable" }),
  ...doors("homeFeed", {
    "GET /api/accueil/nouveautes": "getFeedNews",
    "POST /api/accueil/vu": "feed.mark-read",
  }),
  ...doors("ownNotices", {
    "GET /api/notifications": "getLatestNotices",
    "POST /api/notifications/lu": "notifications.read",
  }),
  ...doors("mailEnd", {
    "GET /api/desabonnement/[jeton]": "notifications.unsubscribe",
    "POST /api/desabonnement/[jeton]": "notifications.unsubscribe",
  }),
  ...doors("ownProfile", { "POST /api/membres/[id]/photo": "profile.set-photo" }),
  ...doors("paperRead", {
    "GET /api/groupes/[id]/fichiers/[fichier]": "getFile",
    "GET /api/groupes/[id]/fichiers/[fichier]/apercu": "getFilePreview",
  }),
  ...doors("paperWrite", { "POST /api/groupes/[id]/fichiers": "group-file.add" }),
  ...doors("reportRead", { "GET /api/terrain/[id]/photos": "getReportPhoto" }),
  ...doors("reportWrite", { "POST /api/terrain/[id]/photos": "field-report.add-photo" }),
  ...doors("runDebate", {
    "POST /api/debats/[id]/couverture": "debate.set-cover",
    "GET /api/debats/[id]/animateurs": "listHostCandidates",
  }),
  ...doors("publicEvent", { "GET /api/evenements/[id]/couverture": "getEventCover" }),
  ...doors("eventRun", { "POST /api/evenements/[id]/couverture": "event.set-cover" }),
  ...doors("openAct", {
    "POST /api/debats/contribuer": "debate.contribute",
    "POST /api/debats/voter": "debate.vote",
  }),
  ...doors("publicEvent", { "GET /api/evenements/[id]/places": "getPlaces" }),
  ...doors("messageRead", {
    "GET /api/messages/[id]/suite": "catchUpMessages",
    "GET /api/messages/[id]/avant": "messageHistory",
  }),
  ...doors("messageStart", { "POST /api/messages/commencer": "conversation.start" }),
  ...doors("messageRead", { "GET /api/messages/non-lus": "countUnread" }),
  ...doors("messageSend", {
    "POST /api/messages/envoyer": "message.send",
    "POST /api/messages/modifier": "message.edit",
    "POST /api/messages/supprimer": "message.delete",
    "POST /api/messages/lu": "message.mark-read",
  }),
  ...doors("messageRead", { "GET /api/messages/conversations": "listConversations" }),
  ...doors("openGroup", { "GET /api/groupes/[id]/couverture": "getGroupCover" }),
  ...doors("groupEdit", { "POST /api/groupes/[id]/couverture": "group.set-cover" }),
];

/** Every live call and room. */
export const liveDoors: Door[] = [
  ...doors("openAct", { "call debate.contribute": "debate.contribute", "call debate.vote": "debate.vote" }),
  ...doors("messageSend", { "call message.send": "message.send", "call message.mark-read": "message.mark-read" }),
  ...doors("inboxAnswer", { "room inbox": "inboxRoom" }),
  ...doors("messageRead", { "room conversation": "conversationRoom" }),
  ...doors("openRead", { "room debate": "getDebateAudience" }),
  ...doors("ownTies", { "room person": "personRoom" }),
  ...doors("groupEntryOwn", { "room entry": "entryRoom" }),
  ...doors("publicEvent", { "room event": "eventRoom" }),
  ...doors("wallRead", { "room group": "groupRoom" }),
];

/** Every page, by its URL, and the query behind it ("" for words alone). */
export const pageDoors: Door[] = [
  ...doors("publicPage", {
    "/": "listRunningDebates",
    "/mentions-legales": "",
    "/confidentialite": "",
    "/regles": "",
    "/accessibilite": "",
    "/[...rest]": "notFound",
  }),
  ...doors("joining", {
    "/inscription": "listCountries",
    "/inscription/code": "findPendingCode",
    "/connexion": "listCast",
    "/connexion/code": "findPendingCode",
    "/connexion/second-facteur": "findHalfOpenSession",
    "/connexion/mot-de-passe": "getMyAccount",
    "/connexion/mot-de-passe/code": "findPendingCode",
    "/demo/courrier": "listDemoMail",
  }),
  ...doors("ownSessions", {
    "/accueil": "getMemberHome",
    "/compte/adresse": "findPendingCode",
    "/compte/second-facteur": "getSecondFactor",
    "/compte/apparence": "currentAppearance",
    "/compte/commune": "getMyAccount",
  }),
  ...doors("privateData", { "/compte": "getMyAccount" }),
  ...doors("card", { "/membres/[membre]": "getProfile" }),
  ...doors("directory", { "/membres": "getDirectory" }),
  ...doors("ownProfile", {
    "/compte/profil": "getMyProfile",
    "/compte/visibilite": "getMyProfile",
    "/compte/a-la-carte": "getMyProfile",
  }),
  ...doors("erase", {
    "/compte/donnees": "getExportPage",
    "/compte/suppression": "hasPassword",
    "/suspension": "currentActor",
  }),
  ...doors("openRead", {
    "/debats": "listDebates",
    "/debats/[debat]": "getDebatePage",
    "/debats/[debat]/c/[seq]": "getThread",
  }),
  ...doors("agenda", { "/agenda": "getAgenda" }),
  ...doors("ownFeeds", { "/agenda/abonnements": "getCalendarFeeds" }),
  ...doors("publicPage", {
    "/sections": "getSectionsMap",
    "/sections/[federation]": "getFederation",
    "/sections/[federation]/[section]": "getSection",
  }),
  ...doors("ownTies", { "/coopains": "getCoopainsPage", "/coopains/inviter": "getInvitePage" }),
  ...doors("joining", {
    "/invitation": "",
    "/invitation/[jeton]": "getInvitation",
    "/invitation/[jeton]/opposition": "getOpposition",
  }),
  ...doors("eventLink", {
    "/evenements/invite/[jeton]": "getGuestPage",
    "/evenements/rappel/[jeton]": "getReminderPage",
  }),
  ...doors("ownNotices", { "/notifications": "listNotices", "/compte/notifications": "getNoticeChoices" }),
  ...doors("mailEnd", { "/desabonnement/[jeton]": "getUnsubscribePage" }),
  ...doors("messageRead", {
    "/messages": "listConversations",
    "/messages/demandes": "listConversations",
    "/messages/recherche": "searchMessages",
    "/messages/[conversation]": "listHistory",
    "/messages/[conversation]/personnes": "loadConversation",
  }),
  ...doors("messageStart", { "/messages/nouveau": "listAddressees" }),
  ...doors("formerLetter", { "/lettres/[lettre]": "findFormerLetter" }),
  ...doors("inboxAnswer", {
    "/gestion/messages": "getInbox",
    "/gestion/[federation]/messages": "getInbox",
    "/gestion/[federation]/[section]/messages": "getInbox",
  }),
  ...doors("broadcastSend", {
    "/gestion/ecrire": "getBroadcastDesk",
    "/gestion/[federation]/ecrire": "getBroadcastDesk",
    "/gestion/[federation]/[section]/ecrire": "getBroadcastDesk",
  }),
  ...doors("openDebate", { "/debats/nouveau": "listOpenableScopes" }),
  ...doors("publicEvent", { "/evenements/[evenement]": "getEvent" }),
  ...doors("eventCreate", { "/evenements/nouveau": "getNewEvent" }),
  ...doors("eventRun", { "/evenements/[evenement]/modifier": "getEventToEdit" }),
  ...doors("runDebate", { "/debats/[debat]/animer": "getDebateToRun" }),
  ...doors("federationDesk", { "/gestion/[federation]": "getFederationDesk" }),
  ...doors("desk", { "/gestion/[federation]/[section]": "getSectionDesk" }),
  ...doors("welcome", { "/accueillir/[membre]": "getWelcome" }),
  ...doors("reportRead", {
    "/terrain": "getFigures",
    "/terrain/[federation]": "getFigures",
    "/terrain/[federation]/[section]": "getFigures",
    "/terrain/comptes-rendus/[compteRendu]": "getFieldReport",
  }),
  ...doors("reportWrite", {
    "/terrain/comptes-rendus/[compteRendu]/modifier": "getReportToEdit",
    "/evenements/[evenement]/compte-rendu": "getReportForm",
  }),
  ...doors("reportMake", { "/signaler/[genre]/[id]": "getReportPage" }),
  ...doors("reportDecide", { "/moderation": "getModerationDesk", "/moderation/[cas]": "getCase" }),
  ...doors("auditLog", { "/gestion": "getNationalConsole" }),
  ...doors("managedMember", {
    "/gestion/membres": "searchManagedMembers",
    "/gestion/membres/[membre]": "getManagedMember",
  }),
  ...doors("handover", { "/passations/[passation]": "getHandover" }),
  ...doors("ownDecision", { "/moderation/decisions/[decision]": "getDecision" }),
  ...doors("paperRead", {
    "/groupes/[groupe]/fichiers": "listFiles",
    "/groupes/[groupe]/notes": "listNotes",
    "/groupes/[groupe]/notes/[note]": "getNote",
    "/groupes/[groupe]/notes/[note]/versions": "getRevisions",
  }),
  ...doors("paperWrite", {
    "/groupes/[groupe]/notes/nouvelle": "getNewNote",
    "/groupes/[groupe]/notes/[note]/modifier": "getNoteToEdit",
  }),
  ...doors("attendees", { "/evenements/[evenement]/organiser": "getAttendance" }),
  ...doors("openGroup", { "/groupes/[groupe]": "listWall", "/publications/[publication]": "getPost" }),
  ...doors("groupInvite", { "/groupes/[groupe]/inviter": "getGroupInvitePage" }),
  ...doors("groupLinkRead", { "/groupes/rejoindre/[jeton]": "getGroupLink" }),
  ...doors("wallWrite", { "/publications/[publication]/partager": "getSharing" }),
  ...doors("openGroup", { "/groupes/[groupe]/a-propos": "loadGroupAt" }),
  ...doors("openGroup", { "/groupes/[groupe]/agenda": "listEventsOfGroup" }),
  ...doors("openGroup", {
    "/groupes": "getGroupList",
    "/groupes/[groupe]/a-propos": "getGroupAbout",
    "/groupes/[groupe]/membres": "getGroupMembers",
  }),
  ...doors("groupCreate", { "/groupes/nouveau": "listFormingScopes" }),
  ...doors("groupEdit", { "/groupes/[groupe]/modifier": "getGroupToEdit" }),
];

/** Commands behind no door: the command line, the seed and tests run them. Their rows are probed all the same. */
export const withoutDoor: { command: string; row: RowName }[] = [
  { command: "event.extend-series", row: "eventPrepare" },
  { command: "posts.follow-card", row: "ownProfile" },
  { command: "event.wipe-phones", row: "eventContact" },
  { command: "debate.follow-schedule", row: "runDebate" },
  { command: "welcome.restart", row: "desk" },
  { command: "welcome.release", row: "desk" },
  { command: "adherent.forget-proposal", row: "verify" },
  { command: "section.close-named-volunteer", row: "volunteerAnswer" },
  { command: "inbox.release", row: "inboxAnswer" },
  { command: "broadcast.carry", row: "broadcastSend" },
  { command: "broadcast.follow", row: "broadcastSend" },
  { command: "mandate.note-expired", row: "mandate" },
  { command: "mandate.tell-endings", row: "mandate" },
  { command: "handover.complete", row: "confirmHandover" },
  { command: "conversation.open-between-coopains", row: "conversationTend" },
  { command: "coopain.greet-newcomer", row: "coopainRequest" },
  { command: "account.create-admin", row: "mandate" },
  { command: "account.reset-second-factor", row: "mandate" },
  { command: "shift.settle", row: "eventSignUp" },
  { command: "participation.end-sign-ups", row: "eventSignUp" },
  { command: "group.replace-leads", row: "groupEdit" },
  { command: "message.note-reading", row: "messageJudge" },
];
