/**
 * The authorisation matrix of TRUST.md section 2, for the objects that exist, as data. B (blocked by the other party)
 * does not exist yet. U is a browser with a pending code: an account exists only once confirmed
 * (docs/decisions/0003), so U is a visitor.
 */
export const columns = ["V", "U", "S", "A", "L", "F", "M", "N", "suspended"] as const;
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
 * `✓` everywhere · `–` nowhere · `o` herself · `own` where she lives, up to the national level · `s` in the section that
 * she leads · `f` in the federation that she administers.
 */
export type Cell = "✓" | "–" | "o" | "own" | "own s" | "own f" | "s" | "f";
export type Row = { object: string; action: string; cells: Record<Column, Cell> };

const row = (object: string, action: string, cells: readonly Cell[]): Row => ({
  object,
  action,
  cells: Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? "–"])) as Record<Column, Cell>,
});

/** The rows; each column in the order of `columns`. */
export const rows = {
  publicPage: row("public page", "read", ["✓", "✓", "✓", "✓", "✓", "✓", "✓", "✓", "✓"]),
  privateData: row("e-mail, birth date", "read", ["–", "–", "o", "o", "o", "o", "o", "o", "–"]),
  ownSessions: row("own sessions and settings", "see, change", ["–", "–", "o", "o", "o", "o", "o", "o", "–"]),
  // By each field's own choice: tests/integration/profiles-visibility.test.ts holds every field against every circle.
  card: row("profile card", "read", ["✓", "✓", "✓", "✓", "✓", "✓", "✓", "✓", "–"]),
  // Members who show themselves to whoever asks: tests/integration/directory-visibility.test.ts.
  directory: row("directory", "read, search", ["–", "–", "✓", "✓", "✓", "✓", "✓", "✓", "–"]),
  ownProfile: row("profile", "edit, choose who sees it", ["–", "–", "o", "o", "o", "o", "o", "o", "–"]),
  erase: row("profile", "erase, sign out", ["–", "–", "o", "o", "o", "o", "o", "o", "o"]),
  joining: row("account", "sign up, sign in", ["✓", "✓", "✓", "✓", "✓", "✓", "✓", "✓", "✓"]),
  openRead: row("open debate", "read", ["✓", "✓", "✓", "✓", "✓", "✓", "✓", "✓", "–"]),
  openAct: row("open debate", "contribute, vote", ["–", "–", "✓", "✓", "✓", "✓", "✓", "✓", "–"]),
  members: row("members’ debate", "read, contribute, vote", [
    "–",
    "–",
    "own",
    "own",
    "own s",
    "own f",
    "own",
    "✓",
    "–",
  ]),
  adherents: row("adherents’ debate", "read, contribute, vote", [
    "–",
    "–",
    "–",
    "own",
    "own s",
    "own f",
    "own",
    "✓",
    "–",
  ]),
  // An adherent where she hosts the debate: `o` here.
  runDebate: row("debate", "frame, move phase, close", ["–", "–", "–", "o", "s", "f", "–", "✓", "–"]),
  openDebate: row("debate", "open", ["–", "–", "–", "–", "s", "f", "–", "✓", "–"]),
  // Of what she reads; a visitor by the notice form.
  reportMake: row("report", "create", ["✓", "✓", "✓", "✓", "✓", "✓", "✓", "✓", "–"]),
  // An adherent where she hosts the debate: `o` here.
  reportDecide: row("report", "see and decide", ["–", "–", "–", "o", "s", "f", "✓", "✓", "–"]),
  hideContribution: row("contribution", "hide with a reason", ["–", "–", "–", "o", "s", "f", "✓", "✓", "–"]),
  ownDecision: row("decision on one’s own words", "read, answer", ["–", "–", "o", "o", "o", "o", "o", "o", "–"]),
  letterWrite: row("section or federation inbox", "write", ["–", "–", "✓", "✓", "✓", "✓", "✓", "✓", "–"]),
  letterAnswer: row("section or federation inbox", "read, answer", ["–", "–", "–", "–", "s", "f", "–", "✓", "–"]),
  // Her own letters.
  letterOwn: row("letter", "read", ["–", "–", "o", "o", "o", "o", "o", "o", "–"]),
  // A member sees and welcomes the newcomers that were entrusted to her: `o` here.
  welcome: row("section desk", "welcome a newcomer", ["–", "–", "o", "o", "s", "f", "o", "✓", "–"]),
  desk: row("section desk", "read, assign", ["–", "–", "–", "–", "s", "f", "–", "✓", "–"]),
  // In her own section, which nobody leads.
  volunteer: row("section", "offer to look after it", ["–", "–", "o", "o", "o", "o", "o", "o", "–"]),
  volunteerAnswer: row("section", "answer who offers", ["–", "–", "–", "–", "–", "f", "–", "✓", "–"]),
  proposeAdherent: row("adherent", "propose", ["–", "–", "–", "–", "s", "f", "–", "✓", "–"]),
  suspend: row("account", "suspend", ["–", "–", "–", "–", "–", "f", "✓", "✓", "–"]),
  verify: row("adherent", "verify", ["–", "–", "–", "–", "–", "f", "–", "✓", "–"]),
  coopainRequest: row("coopain request", "send, accept", ["–", "–", "✓", "✓", "✓", "✓", "✓", "✓", "–"]),
  ownTies: row("own coopains, blocks and invitations", "see, change", ["–", "–", "o", "o", "o", "o", "o", "o", "–"]),
  // A leader names who comes after her; the national level confirms where the federation has nobody.
  handover: row("mandate", "hand over", ["–", "–", "–", "–", "s", "f", "–", "✓", "–"]),
  managedMember: row("member", "find, see standing", ["–", "–", "–", "–", "–", "f", "✓", "✓", "–"]),
  contactData: row("e-mail, birth date", "read another’s, with a purpose", [
    "–",
    "–",
    "–",
    "–",
    "–",
    "–",
    "–",
    "✓",
    "–",
  ]),
  mandate: row("mandate", "give", ["–", "–", "–", "–", "–", "f", "–", "✓", "–"]),
} as const satisfies Record<string, Row>;
export type RowName = keyof typeof rows;

const residence: readonly Place[] = ["national", "own federation", "own section"];
const led: readonly Place[] = ["neighbour section"];
const administered: readonly Place[] = ["other federation", "other section"];

/** In which places a cell allows what its row says. */
export const reach: Record<Cell, readonly Place[]> = {
  "✓": places,
  "–": [],
  o: [],
  own: residence,
  "own s": [...residence, ...led],
  "own f": [...residence, ...administered],
  s: led,
  f: administered,
};

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
  ...doors("reportMake", {
    "moderation#reportObjectAction": "moderation.report",
    "moderation#giveNoticeAction": "moderation.give-notice",
  }),
  ...doors("hideContribution", { "moderation#decideCaseAction": "moderation.decide" }),
  ...doors("reportDecide", { "moderation#settleAppealAction": "moderation.settle-appeal" }),
  ...doors("mandate", {
    "mandates#giveMandateAction": "account.give-mandate",
    "mandates#endMandateAction": "mandate.end",
    "mandates#nominateAction": "mandate.nominate",
    "mandates#decideNominationAction": "mandate.decide-nomination",
  }),
  ...doors("handover", {
    "mandates#proposeHandoverAction": "handover.propose",
    "mandates#confirmHandoverAction": "handover.confirm",
    "mandates#signHandoverAction": "handover.sign",
    "mandates#cancelHandoverAction": "handover.cancel",
  }),
  ...doors("suspend", {
    "mandates#suspendMemberAction": "account.suspend-member",
    "mandates#liftSuspensionAction": "mandate.lift-suspension",
  }),
  ...doors("contactData", { "mandates#viewContactAction": "mandate.view-contact" }),
  ...doors("ownDecision", { "moderation#appealDecisionAction": "moderation.appeal" }),
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
  ...doors("joining", {
    "coopains#followInvitationAction": "invitation.follow",
    "coopains#openPaperCodeAction": "invitation.open-paper-code",
    "coopains#opposeInvitationsAction": "invitation.oppose",
  }),
  ...doors("desk", { "sections#assignPointPersonAction": "welcome.assign" }),
  ...doors("welcome", {
    "sections#writeWelcomeAction": "welcome.write",
    "sections#markWelcomedAction": "welcome.mark-done",
    "sections#finishWelcomeAction": "welcome.mark-done",
  }),
  ...doors("proposeAdherent", { "sections#proposeAdherentAction": "adherent.propose" }),
  ...doors("verify", {
    "sections#verifyAdherentAction": "account.verify-adherent",
    "sections#declineAdherentAction": "adherent.decline",
  }),
  ...doors("volunteer", { "sections#volunteerAction": "section.volunteer" }),
  ...doors("volunteerAnswer", { "sections#answerVolunteerAction": "section.answer-volunteer" }),
  ...doors("mandate", {
    "sections#nameLeaderAction": "account.give-mandate",
    "sections#endLeaderAction": "mandate.end",
  }),
  ...doors("letterWrite", { "sections#writeLetterAction": "letter.write" }),
  ...doors("letterAnswer", { "sections#answerLetterAction": "letter.answer" }),
];

/** Every API route: method and path. */
export const routeDoors: Door[] = [
  ...doors("publicPage", { "GET /api/communes": "searchCommunes" }),
  ...doors("ownSessions", { "GET /api/auth/[...nextauth]": "actorOfSession" }),
  ...doors("erase", { "POST /api/compte/donnees": "personal-data.export" }),
  ...doors("openRead", { "GET /api/debats/[id]/suite": "catchUp", "GET /api/debats/[id]/couverture": "getCover" }),
  ...doors("card", { "GET /api/membres/[id]/photo": "getPhoto" }),
  ...doors("directory", { "GET /api/membres/recherche": "searchMembers" }),
  ...doors("ownProfile", { "POST /api/membres/[id]/photo": "profile.set-photo" }),
  ...doors("runDebate", {
    "POST /api/debats/[id]/couverture": "debate.set-cover",
    "GET /api/debats/[id]/animateurs": "listHostCandidates",
  }),
  ...doors("openAct", {
    "POST /api/debats/contribuer": "debate.contribute",
    "POST /api/debats/voter": "debate.vote",
  }),
];

/** Every live call and room. */
export const liveDoors: Door[] = [
  ...doors("openAct", { "call debate.contribute": "debate.contribute", "call debate.vote": "debate.vote" }),
  ...doors("openRead", { "room debate": "getDebateAudience" }),
  ...doors("ownTies", { "room person": "personRoom" }),
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
  ...doors("letterOwn", { "/lettres/[lettre]": "getLetter" }),
  ...doors("openDebate", { "/debats/nouveau": "listOpenableScopes" }),
  ...doors("runDebate", { "/debats/[debat]/animer": "getDebateToRun" }),
  ...doors("desk", {
    "/gestion/[federation]": "getFederationDesk",
    "/gestion/[federation]/[section]": "getSectionDesk",
  }),
  ...doors("welcome", { "/accueillir/[membre]": "getWelcome" }),
  ...doors("reportMake", { "/signaler/[genre]/[id]": "getReportPage" }),
  ...doors("reportDecide", { "/moderation": "getModerationDesk", "/moderation/[cas]": "getCase" }),
  ...doors("managedMember", {
    "/gestion": "getNationalConsole",
    "/gestion/membres": "searchManagedMembers",
    "/gestion/membres/[membre]": "getManagedMember",
  }),
  ...doors("handover", { "/passations/[passation]": "getHandover" }),
  ...doors("ownDecision", { "/moderation/decisions/[decision]": "getDecision" }),
];

/** Commands behind no door: the command line, the seed and tests run them. Their rows are probed all the same. */
export const withoutDoor: { command: string; row: RowName }[] = [
  { command: "debate.follow-schedule", row: "runDebate" },
  { command: "welcome.restart", row: "desk" },
  { command: "adherent.forget-proposal", row: "verify" },
  { command: "section.close-named-volunteer", row: "volunteerAnswer" },
  { command: "mandate.note-expired", row: "mandate" },
  { command: "mandate.tell-endings", row: "mandate" },
  { command: "handover.complete", row: "handover" },
  { command: "coopain.greet-newcomer", row: "coopainRequest" },
  { command: "account.create-admin", row: "mandate" },
  { command: "account.reset-second-factor", row: "mandate" },
];
