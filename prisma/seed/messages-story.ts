/** Who speaks in the demo's conversations: the cast by name, others by what they are to the story. */
export type Voice = "ines" | "yanis" | "maryse" | "bruno" | "samuel" | "neighbour" | "seller" | "stranger";
/** Words, by whom, and how many minutes ago. `reported`: somebody there said which rule they break, and nobody has judged yet. */
export type Said = {
  by: Voice;
  words: string;
  ago: number;
  reported?: { by: Voice; rule: number; words: string; ago: number };
};

const HOUR = 60;
const DAY = 24 * HOUR;

/** Conversations of two or several. `unread`: those who have not read the last words. */
export type ConversationStory = {
  name?: string;
  people: readonly Voice[];
  said: readonly Said[];
  unread?: readonly Voice[];
  /** The first message of somebody unknown: it waits for a yes. */
  request?: true;
};

export const conversationStories: readonly ConversationStory[] = [
  {
    name: "Tractage de samedi",
    people: ["ines", "maryse", "samuel", "neighbour"],
    unread: ["ines"],
    said: [
      {
        by: "ines",
        ago: 2 * DAY + 3 * HOUR,
        words: "Samedi, marché Saint-Pierre, 9 h. Qui peut venir dès l’installation ?",
      },
      {
        by: "maryse",
        ago: 2 * DAY + 2 * HOUR,
        words: "Moi ! J’apporte les tracts du local, ils sont dans le carton du haut.",
      },
      { by: "neighbour", ago: 2 * DAY + HOUR, words: "Je viens à 10 h, après le dépôt des enfants." },
      { by: "ines", ago: 2 * DAY, words: "Parfait. Il nous manque encore deux personnes pour l’entrée côté halle." },
      {
        by: "samuel",
        ago: DAY + 5 * HOUR,
        words: "Je suis à Clermont ce week-end, je vous rejoins. Je peux tenir la halle avec quelqu’un.",
      },
      {
        by: "maryse",
        ago: DAY + 4 * HOUR,
        words: "Super Samuel, je me mets avec toi, tu verras, on y croise toute la ville.",
      },
      { by: "neighbour", ago: 50, words: "Ils annoncent de la pluie : on garde le barnum ?" },
      { by: "maryse", ago: 35, words: "Oui, il est chez moi. Il faut une voiture vendredi soir pour le descendre." },
    ],
  },
  {
    people: ["ines", "maryse"],
    said: [
      {
        by: "maryse",
        ago: 3 * DAY,
        words: "Tu as relu le tract sur les cantines ? Je trouve la deuxième page un peu longue.",
      },
      {
        by: "ines",
        ago: 3 * DAY - 20,
        words: "D’accord avec toi. Je coupe le paragraphe sur les tarifs et je te le renvoie ce soir.",
      },
      { by: "maryse", ago: 3 * DAY - 30, words: "Merci. Et bravo pour le titre, il est très bien." },
      { by: "ines", ago: 2 * DAY + 9 * HOUR, words: "C’est envoyé à l’imprimeur. 800 exemplaires, prêts jeudi." },
    ],
  },
  {
    people: ["ines", "yanis"],
    unread: ["yanis"],
    said: [
      {
        by: "ines",
        ago: 2 * DAY,
        words:
          "Salut Yanis, bienvenue dans la section ! Tu cherches plutôt à débattre, à aller sur le terrain, ou à regarder d’abord ?",
      },
      { by: "yanis", ago: DAY + 6 * HOUR, words: "Merci ! Un peu des trois, mais je n’ai jamais tracté de ma vie." },
      {
        by: "ines",
        ago: 3 * HOUR,
        words:
          "Alors viens samedi au marché : on tracte à deux, et on finit toujours par un café. Je te présente Maryse.",
      },
    ],
  },
  {
    people: ["ines", "bruno"],
    said: [
      {
        by: "bruno",
        ago: 5 * DAY,
        words:
          "La fédération peut prêter la sono pour votre réunion publique. Il faut quelqu’un pour venir la chercher à Cournon.",
      },
      { by: "ines", ago: 5 * DAY - HOUR, words: "Je passe mercredi en fin de journée. Merci Bruno !" },
    ],
  },
  {
    people: ["stranger", "ines"],
    request: true,
    unread: ["ines"],
    said: [
      {
        by: "stranger",
        ago: 4 * HOUR,
        words:
          "Bonjour Inès, je suis de la section d’à côté. On voudrait refaire chez nous votre porte-à-porte sur les transports : tu aurais une heure pour nous raconter comment vous vous y êtes pris ?",
      },
    ],
  },
  {
    people: ["maryse", "bruno"],
    unread: ["bruno"],
    said: [
      {
        by: "maryse",
        ago: 6 * HOUR,
        words: "Le compte rendu du boîtage d’Issoire est en ligne. 340 boîtes à trois, pas mal pour un mardi !",
      },
    ],
  },
  {
    name: "Table de livres au marché",
    people: ["maryse", "samuel", "seller"],
    said: [
      {
        by: "maryse",
        ago: 6 * DAY,
        words: "Samuel, que mettrais-tu sur une table de livres au marché d’Issoire ? Dix titres, pas plus.",
      },
      {
        by: "samuel",
        ago: 6 * DAY - 2 * HOUR,
        words:
          "Trois sur l’eau, deux sur l’école, et des romans : c’est devant eux qu’on s’arrête. Je t’envoie une liste.",
      },
      { by: "seller", ago: 5 * DAY, words: "Je peux tenir la table avec vous dimanche, de 9 h à 11 h." },
      { by: "maryse", ago: 5 * DAY - HOUR, words: "Avec plaisir ! Il nous faudra deux tréteaux." },
      {
        by: "seller",
        ago: DAY + 8 * HOUR,
        words:
          "Au passage : mon beau-frère pose des panneaux solaires, moins 15 % avec mon code jusqu’à vendredi. Faites suivre dans vos sections !",
        reported: {
          by: "maryse",
          rule: 8,
          ago: DAY + 7 * HOUR,
          words:
            "Une réclame au milieu d’une conversation d’organisation, et l’invitation à la faire suivre partout. C’est sans malice, mais ce n’est pas le lieu.",
        },
      },
      { by: "samuel", ago: DAY + 7 * HOUR, words: "Ce n’est pas trop l’endroit pour ça, je crois." },
      { by: "maryse", ago: DAY + 6 * HOUR, words: "Revenons aux tréteaux : ceux du local sont déjà pris." },
      { by: "seller", ago: DAY + 5 * HOUR, words: "J’en ai deux dans mon garage, je les apporte." },
    ],
  },
];

/** What members write to those in charge of a place. */
export type InboxStory = {
  at: "section" | "federation";
  said: readonly (Omit<Said, "by"> & { by: "member" | "ines" })[];
};

export const inboxStories: readonly InboxStory[] = [
  {
    at: "section",
    said: [
      {
        by: "member",
        ago: DAY,
        words: "Bonjour, je peux prêter une salle rue Fontgiève le jeudi soir. À qui faut-il le dire ?",
      },
    ],
  },
  {
    at: "section",
    said: [
      { by: "member", ago: 8 * DAY, words: "Est-ce que les réunions sont ouvertes aux sympathisants ?" },
      {
        by: "ines",
        ago: 7 * DAY,
        words: "Oui, toutes, sauf celle du congrès. Viens jeudi, je te présente tout le monde.",
      },
      { by: "member", ago: 7 * DAY - HOUR, words: "Merci ! Je serai là." },
      { by: "ines", ago: 7 * DAY - 2 * HOUR, words: "À jeudi, 19 h, au local." },
    ],
  },
  {
    at: "federation",
    said: [
      {
        by: "member",
        ago: 2 * DAY,
        words:
          "Bonjour, deux sections voisines voudraient partager leur vidéoprojecteur. Qui peut nous dire où il est rangé ?",
      },
    ],
  },
];

/** What the secretary wrote to all members of her section. */
export const broadcastStory = {
  ago: 4 * DAY,
  words:
    "Bonjour à toutes et tous,\n\nSamedi matin, nous serons au marché Saint-Pierre pour parler transports et cantines. Même une heure nous aide : inscris-toi sur le créneau qui t’arrange, et viens comme tu es.\n\nSi tu préfères débattre au chaud, la réunion de section est jeudi à 19 h, au local. À bientôt,\n\nInès",
  /** Who answered it, in the inbox. */
  answer: { ago: 4 * DAY - 3 * HOUR, words: "Je viens samedi de 10 h à 11 h. Faut-il apporter quelque chose ?" },
};
