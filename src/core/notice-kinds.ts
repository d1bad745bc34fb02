/** How often a kind goes by mail. */
export type NoticePace = "now" | "daily" | "weekly" | "never";

export type NoticeKind = {
  /** Under which heading it is chosen and read. */
  family: NoticeFamily;
  /** As one chooses it: "Quelqu’un te mentionne". */
  label: string;
  /** Why one receives it, as a whole sentence. */
  why: string;
  /** At first, before anybody chooses: in the centre, and by mail. */
  inApp: boolean;
  mail: NoticePace;
  /** The mail is of the feature's own making: the centre has the line, the generic mail is not written. */
  ownMail?: true;
  /** Of the hour: too late tomorrow, so that its mail never waits for a digest because of others. */
  timely?: true;
  /** Of right or of safety: it is always told, on both ways, and cannot be ended. */
  essential?: true;
  /** Shown elsewhere than in the centre (messages have their own count): only the mail is chosen. */
  mailOnly?: true;
};

export type NoticeFamily =
  | "coopains"
  | "messages"
  | "publications"
  | "groupes"
  | "debats"
  | "evenements"
  | "lieu"
  | "responsabilites"
  | "moderation";

export const noticeFamilies: Readonly<Record<NoticeFamily, string>> = {
  coopains: "Coopains",
  messages: "Messages",
  publications: "Publications",
  groupes: "Groupes",
  debats: "Débats",
  evenements: "Événements",
  lieu: "Ma section et ma fédération",
  responsabilites: "Responsabilités",
  moderation: "Modération",
};

/** Everything that one may be told of: the one list that centre, mails, digests and choices go by. */
export const noticeKinds = {
  "coopain.requested": {
    family: "coopains",
    label: "On te demande en coopain",
    why: "Quelqu’un t’a demandé d’être son coopain.",
    inApp: true,
    mail: "now",
  },
  "coopain.accepted": {
    family: "coopains",
    label: "Ta demande est acceptée",
    why: "Tu avais demandé cette personne en coopain.",
    inApp: true,
    mail: "daily",
  },
  "coopain.joined": {
    family: "coopains",
    label: "Quelqu’un arrive grâce à toi",
    why: "Cette personne a suivi ton invitation.",
    inApp: true,
    mail: "daily",
  },
  "message.received": {
    family: "messages",
    label: "Un message attend depuis quelques minutes",
    why: "Tu participes à cette conversation et tu n’as pas lu ce qui y est arrivé.",
    inApp: false,
    mail: "now",
    mailOnly: true,
  },
  "message.requested": {
    family: "messages",
    label: "Quelqu’un que tu ne connais pas veut t’écrire",
    why: "Une première demande de message t’attend.",
    inApp: false,
    mail: "daily",
    mailOnly: true,
  },
  "inbox.received": {
    family: "responsabilites",
    label: "On écrit à une section ou une fédération dont tu t’occupes",
    why: "Tu réponds aux messages de ce lieu par ta responsabilité.",
    inApp: true,
    mail: "now",
  },
  "inbox.assigned": {
    family: "responsabilites",
    label: "Une conversation t’est confiée",
    why: "Quelqu’un t’a confié cette conversation d’un lieu dont tu t’occupes.",
    inApp: true,
    mail: "now",
  },
  "inbox.answered": {
    family: "lieu",
    label: "Ta section ou ta fédération te répond",
    why: "Tu as écrit à ce lieu.",
    inApp: false,
    mail: "now",
    mailOnly: true,
  },
  "inbox.broadcast": {
    family: "lieu",
    label: "Ta section, ta fédération ou le national écrit à tous les membres",
    why: "Tu es membre de ce lieu.",
    inApp: false,
    mail: "now",
    mailOnly: true,
  },
  "post.mentioned": {
    family: "publications",
    label: "Quelqu’un te mentionne",
    why: "Ton nom est cité.",
    inApp: true,
    mail: "now",
  },
  "post.commented": {
    family: "publications",
    label: "On commente ta publication",
    why: "C’est ta publication.",
    inApp: true,
    mail: "daily",
  },
  "post.followed-up": {
    family: "publications",
    label: "On commente là où tu as commenté",
    why: "Tu as commenté cette publication.",
    inApp: true,
    mail: "never",
  },
  "group.posted": {
    family: "groupes",
    label: "Nouvelles publications de tes groupes",
    why: "Tu fais partie de ce groupe.",
    inApp: true,
    mail: "weekly",
  },
  "group.pinned": {
    family: "groupes",
    label: "Annonces épinglées de tes groupes",
    why: "Tu fais partie de ce groupe.",
    inApp: true,
    mail: "daily",
  },
  "group.filed": {
    family: "groupes",
    label: "Nouveaux fichiers et notes de tes groupes",
    why: "Tu fais partie de ce groupe.",
    inApp: true,
    mail: "weekly",
  },
  "group.requested": {
    family: "groupes",
    label: "On demande à entrer dans un groupe que tu tiens",
    why: "Tu tiens ce groupe.",
    inApp: true,
    mail: "now",
    ownMail: true,
  },
  "group.answered": {
    family: "groupes",
    label: "Réponse à ta demande d’entrer dans un groupe",
    why: "Tu avais demandé à y entrer.",
    inApp: true,
    mail: "now",
    ownMail: true,
  },
  "group.invited": {
    family: "groupes",
    label: "On t’invite dans un groupe",
    why: "Quelqu’un de ce groupe t’y invite.",
    inApp: true,
    mail: "now",
    ownMail: true,
  },
  "group.role": {
    family: "groupes",
    label: "Ta place dans un groupe change",
    why: "Tu fais partie de ce groupe.",
    inApp: true,
    mail: "now",
    ownMail: true,
  },
  "debate.opened": {
    family: "debats",
    label: "Un débat s’ouvre dans ta section, ta fédération ou au national",
    why: "Ce débat est celui d’un lieu où tu vis.",
    inApp: true,
    mail: "weekly",
  },
  "debate.contributed": {
    family: "debats",
    label: "Nouvelles contributions des débats que tu suis",
    why: "Tu suis ce débat.",
    inApp: true,
    mail: "weekly",
  },
  "debate.replied": {
    family: "debats",
    label: "On répond à ta contribution",
    why: "C’est ta contribution.",
    inApp: true,
    mail: "daily",
  },
  "debate.phase": {
    family: "debats",
    label: "Un débat que tu suis change de phase",
    why: "Tu suis ce débat, ou tu y as contribué.",
    inApp: true,
    mail: "daily",
  },
  "debate.synthesis": {
    family: "debats",
    label: "La synthèse d’un débat que tu suis est publiée",
    why: "Tu suis ce débat, ou tu y as contribué.",
    inApp: true,
    mail: "now",
  },
  "debate.hosting": {
    family: "debats",
    label: "Tu animes un débat",
    why: "On t’a confié l’animation de ce débat.",
    inApp: true,
    mail: "now",
  },
  "event.published": {
    family: "evenements",
    label: "Nouveaux événements de ta section et de tes groupes",
    why: "Cet événement est celui d’un lieu où tu vis, ou d’un de tes groupes.",
    inApp: true,
    mail: "weekly",
  },
  "event.invited": {
    family: "evenements",
    label: "On t’invite à un événement",
    why: "Quelqu’un qui organise cet événement t’y invite.",
    inApp: true,
    mail: "now",
    ownMail: true,
  },
  "event.changed": {
    family: "evenements",
    label: "Un événement où tu vas change ou est annulé",
    why: "Tu es inscrit·e à cet événement.",
    inApp: true,
    mail: "now",
    ownMail: true,
    timely: true,
  },
  "event.place": {
    family: "evenements",
    label: "Ta place : liste d’attente, place libérée, place perdue",
    why: "Tu es inscrit·e à cet événement.",
    inApp: true,
    mail: "now",
    ownMail: true,
    timely: true,
  },
  "event.reminder": {
    family: "evenements",
    label: "Rappels, la veille et le jour même",
    why: "Tu es inscrit·e à cet événement.",
    inApp: false,
    mail: "now",
    ownMail: true,
    timely: true,
    mailOnly: true,
  },
  "event.announced": {
    family: "evenements",
    label: "Annonces et questions de qui organise",
    why: "Tu es inscrit·e à cet événement.",
    inApp: true,
    mail: "now",
    ownMail: true,
  },
  "event.organising": {
    family: "evenements",
    label: "Ce qui arrive aux événements que tu organises",
    why: "Tu organises cet événement.",
    inApp: true,
    mail: "now",
    ownMail: true,
  },
  "event.reported": {
    family: "evenements",
    label: "Le compte rendu d’une action où tu étais",
    why: "Tu as participé à cette action.",
    inApp: true,
    mail: "weekly",
  },
  "place.welcome": {
    family: "lieu",
    label: "Accueil : qui t’accueille, ta vérification d’adhérent·e, ton changement de section",
    why: "Cela concerne ta place dans ta section.",
    inApp: true,
    mail: "now",
    ownMail: true,
  },
  "place.newcomers": {
    family: "responsabilites",
    label: "Des personnes à accueillir",
    why: "Tu accueilles dans ce lieu.",
    inApp: true,
    mail: "now",
    ownMail: true,
  },
  "place.volunteer": {
    family: "responsabilites",
    label: "Une section sans responsable, ou quelqu’un qui propose de s’en occuper",
    why: "Tu réponds de ce lieu par ta responsabilité.",
    inApp: true,
    mail: "now",
    ownMail: true,
  },
  "mandate.changed": {
    family: "responsabilites",
    label: "Tes responsabilités : données, retirées, passées",
    why: "Cela concerne une de tes responsabilités.",
    inApp: true,
    mail: "now",
    ownMail: true,
    essential: true,
  },
  "moderation.decided": {
    family: "moderation",
    label: "Une décision sur tes mots, sur ton compte, ou sur ce que tu as signalé",
    why: "La loi demande que tu en sois informé·e.",
    inApp: true,
    mail: "now",
    ownMail: true,
    essential: true,
  },
  "moderation.waiting": {
    family: "moderation",
    label: "Un signalement attend une décision",
    why: "Tu modères.",
    inApp: true,
    mail: "daily",
  },
} as const satisfies Record<string, NoticeKind>;

export type NoticeKindId = keyof typeof noticeKinds;
export const noticeKindIds = Object.keys(noticeKinds) as NoticeKindId[];
/** A kind with what it does not say left out, for those who go through all. */
export const noticeKind = (id: NoticeKindId): NoticeKind => noticeKinds[id];
