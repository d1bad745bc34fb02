/** Every URL of the application. */
export const paths = {
  home: "/",
  signUp: "/inscription",
  /** Signing up on the way to another page. */
  signUpTo: (path: string) => `/inscription?vers=${encodeURIComponent(path)}`,
  signUpCode: "/inscription/code",
  signIn: "/connexion",
  /** Signing in on the way to another page. */
  signInTo: (path: string) => `/connexion?vers=${encodeURIComponent(path)}`,
  signInCode: "/connexion/code",
  resetPassword: "/connexion/mot-de-passe",
  resetPasswordCode: "/connexion/mot-de-passe/code",
  suspended: "/suspension",
  memberHome: "/accueil",
  account: "/compte",
  accountEmailCode: "/compte/adresse",
  accountErasure: "/compte/suppression",
  /** What one says of oneself, and to whom. */
  editProfile: "/compte/profil",
  visibilities: "/compte/visibilite",
  offer: "/compte/a-la-carte",
  moveTown: "/compte/commune",
  secondFactor: "/compte/second-facteur",
  appearance: "/compte/apparence",
  personalData: "/compte/donnees",
  /** Where a half-open session gives its second factor. */
  signInSecondFactor: "/connexion/second-facteur",
  directory: "/membres",
  member: (member: { id: string; name: string }) => `/membres/${member.id}-${slugify(member.name, "membre")}`,
  coopains: "/coopains",
  invite: "/coopains/inviter",
  /** Where a paper code is typed. */
  invitation: "/invitation",
  invitationLink: (token: string) => `/invitation/${token}`,
  /** Where somebody asks never to be invited again. */
  invitationOpposition: (token: string) => `/invitation/${token}/opposition`,
  sections: "/sections",
  federation: (federation: { slug: string }) => `/sections/${federation.slug}`,
  section: (section: { slug: string; federation: { slug: string } }) =>
    `/sections/${section.federation.slug}/${section.slug}`,
  messages: "/messages",
  /** Requests of people whom one does not know. */
  messageRequests: "/messages/demandes",
  newMessage: "/messages/nouveau",
  /** Writing to somebody: the conversation of the two, or a first message. */
  writeTo: (member: { id: string }) => `/messages/nouveau?a=${member.id}`,
  /** Writing to those in charge of a place. */
  writeToPlace: (scope: string) => `/messages/nouveau?lieu=${scope}`,
  conversation: (id: string) => `/messages/${id}`,
  /** A conversation opened at one of its messages. */
  message: (conversationId: string, seq: number) => `/messages/${conversationId}?autour=${seq}#m${seq}`,
  conversationPeople: (id: string) => `/messages/${id}/personnes`,
  searchMessages: "/messages/recherche",
  /** The shared inbox of a place: what members write to those in charge. */
  inbox: (scope: string) => `/gestion${scope.replace(/^national/, "")}/messages`,
  broadcast: (scope: string) => `/gestion${scope.replace(/^national/, "")}/ecrire`,
  notifications: "/notifications",
  noticeChoices: "/compte/notifications",
  /** Where the link under a mail leads: ending mails of its kind, by one POST. */
  unsubscribe: (token: string) => `/desabonnement/${token}`,
  /** The console of a place: the whole country, a federation, a section. */
  console: (scope: string) => `/gestion${scope.replace(/^national/, "")}`,
  /** Where a newcomer is welcomed by who looks after her. */
  welcome: (id: string) => `/accueillir/${id}`,
  /** Where those who answer for members find one. */
  managedMembers: "/gestion/membres",
  managedMember: (id: string) => `/gestion/membres/${id}`,
  handover: (id: string) => `/passations/${id}`,
  debates: "/debats",
  newDebate: "/debats/nouveau",
  debate: (debate: { id: string; slug: string }) => `/debats/${debate.id}-${debate.slug}`,
  /** Where a debate is run by its hosts. */
  runDebate: (debate: { id: string; slug: string }) => `/debats/${debate.id}-${debate.slug}/animer`,
  /** One contribution with its replies, by its number. */
  contribution: (debate: { id: string; slug: string }, seq: number) => `/debats/${debate.id}-${debate.slug}/c/${seq}`,
  agenda: "/agenda",
  /** Where a member makes and revokes the addresses of her calendar feeds. */
  calendarFeeds: "/agenda/abonnements",
  newEvent: "/evenements/nouveau",
  /** In the name of a group. */
  newGroupEvent: (group: { id: string }) => `/evenements/nouveau?groupe=${group.id}`,
  event: (event: { id: string; slug: string }) => `/evenements/${event.id}-${event.slug}`,
  editEvent: (event: { id: string; slug: string }) => `/evenements/${event.id}-${event.slug}/modifier`,
  /** Where its organisers see who comes, call them over, note who was there. */
  runEvent: (event: { id: string; slug: string }) => `/evenements/${event.id}-${event.slug}/organiser`,
  newFieldReport: (event: { id: string; slug: string }) => `/evenements/${event.id}-${event.slug}/compte-rendu`,
  /** Where somebody without an account confirms, changes and cancels, by the link of her mail. */
  guest: (token: string) => `/evenements/invite/${token}`,
  /** Where a reminder leads: I come, or I give my place up. */
  reminder: (token: string) => `/evenements/rappel/${token}`,
  /** What was done on the field: totals, and the reports behind them. */
  field: "/terrain",
  fieldOf: (scope: string) => `/terrain${scope.replace(/^national/, "")}`,
  fieldReport: (id: string) => `/terrain/comptes-rendus/${id}`,
  groups: "/groupes",
  newGroup: "/groupes/nouveau",
  /** The wall of a group; its other pages lie below. */
  group: (group: { id: string; slug: string }) => `/groupes/${group.id}-${group.slug}`,
  groupMembers: (group: { id: string; slug: string }) => `/groupes/${group.id}-${group.slug}/membres`,
  groupAgenda: (group: { id: string; slug: string }) => `/groupes/${group.id}-${group.slug}/agenda`,
  groupFiles: (group: { id: string; slug: string }) => `/groupes/${group.id}-${group.slug}/fichiers`,
  groupNotes: (group: { id: string; slug: string }) => `/groupes/${group.id}-${group.slug}/notes`,
  newGroupNote: (group: { id: string; slug: string }) => `/groupes/${group.id}-${group.slug}/notes/nouvelle`,
  groupNote: (group: { id: string; slug: string }, noteId: string) =>
    `/groupes/${group.id}-${group.slug}/notes/${noteId}`,
  editGroupNote: (group: { id: string; slug: string }, noteId: string) =>
    `/groupes/${group.id}-${group.slug}/notes/${noteId}/modifier`,
  /** Who saved a note, when, and what each changed. */
  groupNoteRevisions: (group: { id: string; slug: string }, noteId: string) =>
    `/groupes/${group.id}-${group.slug}/notes/${noteId}/versions`,
  groupAbout: (group: { id: string; slug: string }) => `/groupes/${group.id}-${group.slug}/a-propos`,
  /** Where its members invite others. */
  groupInvite: (group: { id: string; slug: string }) => `/groupes/${group.id}-${group.slug}/inviter`,
  editGroup: (group: { id: string; slug: string }) => `/groupes/${group.id}-${group.slug}/modifier`,
  /** Where an invitation link leads. */
  groupLink: (token: string) => `/groupes/rejoindre/${token}`,
  /** One post with its comments. */
  post: (id: string) => `/publications/${id}`,
  /** Sharing a post: where to, with which words. */
  sharePost: (id: string) => `/publications/${id}/partager`,
  report: (kind: string, id: string) => `/signaler/${kind}/${id}`,
  moderation: "/moderation",
  moderationCase: (id: string) => `/moderation/${id}`,
  decision: (id: string) => `/moderation/decisions/${id}`,
  legalNotice: "/mentions-legales",
  privacy: "/confidentialite",
  rules: "/regles",
  accessibility: "/accessibilite",
  /** Outgoing mail of the embedded demo; 404 everywhere else. */
  demoMail: "/demo/courrier",
  api: {
    health: "/api/health",
    communes: "/api/communes",
    communePoint: (code: string) => `/api/communes/${code}`,
    debateEntries: (id: string) => `/api/debats/${id}/suite`,
    contribute: "/api/debats/contribuer",
    vote: "/api/debats/voter",
    debateCover: (id: string) => `/api/debats/${id}/couverture`,
    memberPhoto: (id: string, version: string) => `/api/membres/${id}/photo?v=${version}`,
    memberSearch: "/api/membres/recherche",
    personalData: "/api/compte/donnees",
    eventPlaces: (id: string) => `/api/evenements/${id}/places`,
    eventCover: (id: string) => `/api/evenements/${id}/couverture`,
    eventPeople: (id: string) => `/api/evenements/${id}/personnes`,
    /** The sheet that is signed on the spot, as PDF. */
    signInSheet: (id: string) => `/api/evenements/${id}/emargement`,
    eventCalendar: (id: string) => `/api/evenements/${id}/agenda`,
    calendarFeed: (token: string) => `/api/agenda/membre/${token}`,
    placeCalendar: (scope: string) => `/api/agenda/lieu${scope.replace(/^national/, "") || "/national"}`,
    reportPhotos: (id: string) => `/api/terrain/${id}/photos`,
    /** Where photos of posts are sent, one at a time; and one of them, "petite" (640 px) or "grande" (1600 px). */
    postPhotos: "/api/publications/photos",
    postPhoto: (id: string, size: "petite" | "grande") => `/api/publications/photos/${id}?taille=${size}`,
    postVideos: "/api/publications/videos",
    postVideo: (id: string) => `/api/publications/videos/${id}`,
    /** Whether there is news in the reader's feed, and that she saw it. */
    feedNews: "/api/accueil/nouveautes",
    feedSeen: "/api/accueil/vu",
    groupFiles: (id: string) => `/api/groupes/${id}/fichiers`,
    groupFile: (id: string, fileId: string) => `/api/groupes/${id}/fichiers/${fileId}`,
    groupFilePreview: (id: string, fileId: string) => `/api/groupes/${id}/fichiers/${fileId}/apercu`,
    groupCover: (id: string) => `/api/groupes/${id}/couverture`,
    publish: "/api/publications",
    post: (id: string) => `/api/publications/${id}`,
    postComments: (id: string) => `/api/publications/${id}/commentaires`,
    commentPost: "/api/publications/commenter",
    reactToPost: "/api/publications/reagir",
    reactToComment: "/api/publications/commentaires/reagir",
    messageLog: (id: string) => `/api/messages/${id}/suite`,
    messageHistory: (id: string) => `/api/messages/${id}/avant`,
    sendMessage: "/api/messages/envoyer",
    editMessage: "/api/messages/modifier",
    deleteMessage: "/api/messages/supprimer",
    readMessages: "/api/messages/lu",
    startConversation: "/api/messages/commencer",
    messagePhotos: "/api/messages/photos",
    messagePhoto: (id: string, size: "petite" | "grande") => `/api/messages/photos/${id}?taille=${size}`,
    messageFiles: "/api/messages/fichiers",
    messageFile: (id: string) => `/api/messages/fichiers/${id}`,
    conversations: "/api/messages/conversations",
    messageCounts: "/api/messages/non-lus",
    notices: "/api/notifications",
    noticesRead: "/api/notifications/lu",
    /** Where a mail program ends mails of one kind by itself: a POST without cookie or Origin, the token its authority. */
    unsubscribe: (token: string) => `/api/desabonnement/${token}`,
    groupWall: (id: string) => `/api/groupes/${id}/mur`,
    mentionable: "/api/publications/mentions",
    hostCandidates: (id: string) => `/api/debats/${id}/animateurs`,
  },
} as const;

/** The id in front of "<id>-<slug>", or null when there is none. */
export function idOf(idAndSlug: string): string | null {
  return /^([0-9a-hjkmnp-tv-z]{12})(?:-|$)/.exec(idAndSlug)?.[1] ?? null;
}

/** A URL's readable part: lower case, no accents, 60 characters at most. */
export function slugify(text: string, otherwise = "debat"): string {
  const words = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return (
    words
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, 60)
      .replace(/^-+|-+$/g, "") || otherwise
  );
}
