import { BRUNO, type GroupStory, HELENE, INES, MARYSE, SAMUEL, YANIS } from "./story.ts";

const CLERMONT = "national/63/63113";
const PUY_DE_DOME = "national/63";

/** The groups that members formed: what they are for, who is in them, what is said there. */
export const formed: readonly GroupStory[] = [
  {
    key: "transports",
    name: "Transports du quotidien",
    purpose: "Bus, trains, vélo, marche : on relève ce qui ne va pas, on propose ce qui irait, ligne par ligne.",
    about:
      "Né du débat de la fédération. On n’est pas des experts, on est des **usagers** : on compte les trains supprimés, on mesure les quais, on essaie les pistes.\n\n- Une réunion par mois, une sur deux en ligne.\n- Un relevé, une note, une lettre : chaque sortie finit par un écrit.",
    kind: "thematic",
    scope: PUY_DE_DOME,
    themes: ["transports", "ecologie", "services-publics"],
    entry: "open",
    rules:
      "On parle de **lignes**, pas de personnes : les agents font ce qu’ils peuvent.\n\nUn chiffre vient avec sa source, ou avec le nom de qui a compté.",
    cover: "tram",
    ago: 75,
    named: [
      [MARYSE, "lead"],
      [INES, "manager"],
      [BRUNO, "member"],
    ],
    members: 24,
    followers: 6,
    posts: [
      {
        by: MARYSE,
        ago: 70,
        pinned: true,
        body: "**Comment on relève.** Tu prends la fiche (dans les fichiers), tu notes l’heure prévue, l’heure réelle et combien vous étiez sur le quai. Pas d’adjectif. À la fin du mois on additionne, et c’est l’addition qui parle.",
        reactions: { merci: 13, bravo: 4 },
        comments: [{ by: "m", after: 40, body: "Les adjectifs, on les garde pour le café d’après. Compris." }],
      },
      {
        by: "f",
        ago: 19.3,
        body: "Ligne B, arrêt Saint-Jacques-Dolet, une semaine d’heure de pointe : **11 passages sur 60** avec plus de huit minutes de retard. Le pire : mardi, 17 h 42, dix-neuf minutes, soixante personnes, dont une poussette double que personne n’a pu faire entrer.",
        photos: [
          {
            scene: "tram",
            description: "Une rame rouge à l’arrêt, les volcans derrière, un poteau d’arrêt et un arbre à droite.",
          },
        ],
        reactions: { merci: 9, solidaire: 7 },
        comments: [
          {
            by: "m",
            after: 2,
            body: "Je conduis sur la B. Dix-neuf minutes, c’était une porte bloquée à Jaude, et personne pour l’annoncer. Ce n’est pas la panne qui met les gens en colère, c’est le silence.",
            reactions: { merci: 15 },
          },
          {
            by: "f",
            after: 3,
            body: "Alors on demande l’annonce, avant de demander les rames. Ça coûte un micro.",
            reactions: { bravo: 11 },
          },
          { by: INES, after: 5, body: "Noté pour la lettre : **premier point, l’annonce**." },
        ],
      },
      {
        by: "m",
        ago: 12.8,
        body: "J’ai fait Cournon – Clermont à vélo tous les matins de novembre. La piste est bonne, sauf à trois endroits où elle s’arrête net, comme si le peintre était parti déjeuner. Photo du deuxième : on roule, et puis plus rien.",
        photos: [
          {
            scene: "velo",
            description: "Un vélo rouge contre un mur, sur une piste verte qui s’arrête devant une barrière rayée.",
          },
          {
            scene: "puys",
            description: "La vue depuis la piste au lever du jour : un chemin clair vers la chaîne des puys.",
          },
        ],
        reactions: { bravo: 12, question: 4, partant: 3 },
        comments: [
          {
            by: "f",
            after: 6,
            body: "Le peintre, c’est la limite de commune. À droite du trait, ce n’est plus le même budget.",
          },
          {
            by: "m",
            after: 8,
            body: "Donc il faut inviter les deux maires à rouler ensemble. Je prête un casque.",
            reactions: { bravo: 13, partant: 6 },
          },
          {
            by: MARYSE,
            after: 25,
            body: "Fait : la balade est à l’agenda du groupe. Les deux ont dit « peut-être », c’est déjà ça.",
          },
        ],
      },
      {
        by: INES,
        ago: 6.5,
        body: "La lettre à l’agglomération est partie avec **quarante-deux signatures** et les chiffres de cinq semaines. Trois demandes, dans l’ordre : dire ce qui se passe quand ça s’arrête, finir les pistes, un car le dimanche vers Issoire. Réponse attendue avant les fêtes. @Maryse Quintin garde l’original.",
        mentions: [MARYSE],
        was: "La lettre à l’agglomération est partie avec quarante signatures et les chiffres de cinq semaines.",
        reactions: { bravo: 19, merci: 8 },
        comments: [
          { by: MARYSE, after: 1, body: "L’original est sous le chat." },
          { by: BRUNO, after: 9, body: "Je la porte aussi au conseil fédéral lundi.", reactions: { merci: 5 } },
        ],
      },
      {
        by: "f",
        ago: 1.3,
        body: "Une réponse ! Ils acceptent de nous recevoir, à quatre, un mardi à 17 h. Qui vient ? Il faudrait quelqu’un qui prend la ligne B, quelqu’un à vélo, quelqu’un d’Issoire, et une personne en fauteuil si elle veut bien : le quai de la gare routière, elle en parlera mieux que nous.",
        reactions: { bravo: 15, partant: 6 },
        comments: [
          { by: MARYSE, after: 2, body: "Issoire, présente. J’apporte les prénoms." },
          {
            by: "m",
            after: 4,
            body: "En fauteuil, présent. Onze centimètres, j’ai mesuré, j’apporte la cale.",
            reactions: { bravo: 17 },
          },
        ],
      },
    ],
    notes: [
      {
        title: "Ce que l’on demande à l’agglomération",
        by: INES,
        ago: 8,
        before: [
          "## Ce que l’on demande\n\n- Des rames en plus sur la ligne B\n- Finir les pistes",
          "## Ce que l’on demande\n\n1. Une **annonce** quand le tram s’arrête\n2. Finir les pistes : Cournon, Aubière, Gerzat",
        ],
        body: "## Ce que l’on demande\n\n1. Une **annonce** quand le tram s’arrête : à l’arrêt, dans la rame, sur le téléphone. Elle ne coûte rien.\n2. **Finir les pistes** : Cournon, Aubière, Gerzat, aux trois endroits de la carte.\n3. Un **car le dimanche** vers Issoire, aller le matin, retour le soir.\n\n## Ce que l’on apporte\n\n- Cinq semaines de relevés, 312 passages notés par 14 personnes.\n- 37 prénoms d’Issoire, avec l’accord de chacune et chacun.\n\n## Qui vient\n\nÀ décider à la réunion du groupe.",
      },
      {
        title: "Compte rendu de la réunion de novembre",
        by: MARYSE,
        ago: 16,
        body: "Présent·es : 17, dont 5 en ligne.\n\n- La fiche de relevé est adoptée, sans adjectifs.\n- On ne parle plus de gratuité ici : il y a un **débat** pour cela.\n- Prochaine sortie : les points noirs à vélo.",
      },
    ],
    files: [
      {
        name: "fiche-de-releve.pdf",
        by: MARYSE,
        ago: 70,
        lines: [
          "Fiche de relevé",
          "Ligne, arrêt, sens :",
          "Jour et heure prévue :",
          "Heure réelle :",
          "Combien de personnes sur le quai :",
          "Une annonce a-t-elle été faite ?  oui / non",
          "Relevé par :",
        ],
      },
      { name: "point-noir-cournon.png", by: INES, ago: 12, scene: "velo" },
    ],
    events: [
      {
        kind: "convivial",
        title: "La balade des points noirs",
        description:
          "Dix kilomètres, trois arrêts, une photo à chacun. On roule au pas de la plus lente, et on finit par une soupe.\n\nPas de vélo ? Il y en a deux à prêter.",
        audience: "everyone",
        on: { weekday: 7, weeks: 1 },
        communeCode: "63124",
        meetingPoint: "Devant la mairie de Cournon",
        by: MARYSE,
        shifts: [{ from: "10:00", to: "12:30", maximum: 40, in: 9 }],
        items: [
          { label: "Gilets fluorescents", quantity: 10, brought: 1 },
          { label: "Soupe (litres)", quantity: 8, brought: 1 },
        ],
      },
      {
        kind: "section_meeting",
        title: "Réunion du groupe : qui va au rendez-vous ?",
        description: "Une heure, en ligne. On relit la note, on choisit les quatre, on répète une fois.",
        audience: "group",
        on: { weekday: 1, weeks: 1 },
        communeCode: null,
        onlineUrl: "https://visio.example/transports",
        by: MARYSE,
        shifts: [{ from: "18:30", to: "19:30", in: 12 }],
      },
    ],
    invitations: [
      {
        to: YANIS,
        by: INES,
        ago: 1.5,
        words: "Toi qui fais des cartes : on a 312 relevés et personne pour les poser sur un plan.",
      },
    ],
  },
  {
    key: "programme",
    name: "Programme municipal",
    purpose: "Écrire à plusieurs le programme de Clermont-Ferrand : quinze pages, lisibles, chiffrées.",
    about:
      "On travaille par **chapitres**, à trois ou quatre. Chaque mesure dit ce qu’elle change, pour qui, et combien elle coûte. Ce qui n’est pas chiffré attend.",
    kind: "working",
    scope: CLERMONT,
    themes: ["democratie", "logement", "ecole", "transports"],
    entry: "request",
    questions: ["Sur quel chapitre voudrais-tu travailler ?", "Combien de temps as-tu, et quels soirs ?"],
    rules:
      "Ce qui s’écrit ici **reste ici** tant que l’assemblée ne l’a pas voté.\n\nOn critique une mesure en en proposant une autre.",
    cover: "reunion",
    ago: 60,
    named: [[INES, "lead"]],
    members: 9,
    posts: [
      {
        by: INES,
        ago: 55,
        pinned: true,
        body: "**La règle du jeu** : un chapitre tient en deux pages, une mesure en cinq lignes. Les brouillons sont dans les notes, tout le monde peut y écrire, l’historique garde tout. Premier jet de chaque chapitre avant la réunion de section.",
        reactions: { merci: 6 },
      },
      {
        by: "f",
        ago: 13.5,
        body: "Chapitre **école** : la cantine à un euro pour les trois premières tranches coûterait 640 000 € par an, compte tenu des repas déjà aidés. J’ai refait le calcul deux fois, il est dans la note. Ce n’est pas rien, ce n’est pas la lune.",
        photos: [
          { scene: "ecole", description: "Une école en brique claire, la grille ouverte, un arbre dans la cour." },
        ],
        reactions: { bravo: 7, question: 2 },
        comments: [
          {
            by: "m",
            after: 3,
            body: "As-tu compté le personnel en plus ? Quand c’est un euro, ils viennent tous, et c’est bien le but.",
          },
          {
            by: "f",
            after: 5,
            body: "Non. Merci. Je refais : quatre postes et demi, donc plutôt **810 000**.",
            reactions: { merci: 5, bravo: 4 },
          },
          {
            by: INES,
            after: 8,
            body: "On garde la mesure et on écrit le vrai chiffre. C’est exactement pour ça qu’on est plusieurs.",
          },
        ],
      },
      {
        by: "m",
        ago: 4.7,
        body: "Chapitre **logement** : je propose de retirer « encadrer les loyers » tant que la ville n’a pas le droit de le faire. À la place : *demander l’autorisation, et publier les loyers rue par rue en attendant*. Moins beau, plus vrai.",
        reactions: { bravo: 5, question: 3 },
        comments: [
          {
            by: "f",
            after: 6,
            body: "D’accord si l’on garde le mot « encadrer » dans la phrase. Les gens le cherchent.",
          },
          {
            by: INES,
            after: 10,
            body: "« Nous demanderons le droit d’encadrer les loyers. Sans l’attendre, nous les publierons. » ?",
            reactions: { bravo: 8 },
          },
        ],
      },
      {
        by: INES,
        ago: 0.6,
        body: "Deux demandes pour nous rejoindre attendent une réponse. L’une veut travailler sur les quartiers nord, où nous n’avons personne. On dit oui ?",
        reactions: { partant: 4 },
      },
    ],
    notes: [
      {
        title: "Chapitre 3 : l’école et la cantine",
        by: INES,
        ago: 13,
        before: ["# L’école\n\n## La cantine à un euro\n\nCoût : 640 000 € par an."],
        body: "# L’école\n\n## La cantine à un euro\n\n**Pour qui** : les trois premières tranches, 3 900 enfants.\n\n**Ce que ça change** : 38 € par mois et par enfant.\n\n**Coût** : 810 000 € par an, quatre postes et demi compris.\n\n## La récréation sans voiture\n\nFermer la rue devant douze écoles, de 8 h à 9 h et de 16 h à 17 h.\n\n**Coût** : des barrières, et des parents.",
      },
    ],
    files: [
      {
        name: "calendrier-du-programme.pdf",
        by: INES,
        ago: 50,
        lines: [
          "Calendrier",
          "Décembre : premier jet de chaque chapitre",
          "Janvier : relecture croisée, chiffrage",
          "Février : trois réunions publiques de quartier",
          "Mars : vote de l’assemblée, impression",
        ],
      },
    ],
    events: [
      {
        kind: "section_meeting",
        title: "Atelier d’écriture du programme",
        description:
          "On relit les chapitres **école** et **logement** à voix haute, phrase par phrase. Apportez un crayon.",
        audience: "group",
        on: { weekday: 3, weeks: 1 },
        communeCode: "63113",
        address: "Local de la section",
        meetingPoint: "Porte rouge, au fond de la cour",
        by: INES,
        shifts: [{ from: "20:00", to: "21:30", in: 6 }],
      },
    ],
    requests: [
      {
        by: "f",
        ago: 2.4,
        answers: [
          "Les quartiers nord : j’habite la Gauthière depuis toujours.",
          "Deux heures par semaine, le mardi et le jeudi.",
        ],
        words: "Je lis vos comptes rendus de porte-à-porte, j’ai des choses à y ajouter.",
      },
      {
        by: YANIS,
        ago: 1.1,
        answers: ["La carte : qui habite loin de tout ?", "Presque tous les soirs, jusqu’aux partiels."],
        words: "",
      },
    ],
    visits: [
      {
        by: HELENE,
        ago: 9,
        purpose:
          "À la demande d’Inès Bonnet : voir comment le groupe s’organise pour le recommander à d’autres sections.",
      },
    ],
  },
  {
    key: "campagne",
    name: "Équipe de campagne",
    purpose: "Qui fait quoi, quand, avec quel matériel, jusqu’au premier tour.",
    kind: "working",
    scope: CLERMONT,
    themes: ["campagne"],
    entry: "closed",
    adherentsOnly: true,
    cover: "tracts",
    ago: 35,
    named: [
      [INES, "lead"],
      [BRUNO, "manager"],
    ],
    members: 5,
    posts: [
      {
        by: BRUNO,
        ago: 10.3,
        body: "Devis reçus pour l’affiche : 380 € les mille en 80 × 120, délai dix jours. L’imprimeur de Thiers est un peu plus cher et paie ses apprentis. Je propose Thiers.",
        reactions: { bravo: 4, partant: 2 },
        comments: [
          { by: INES, after: 1, body: "Thiers." },
          { by: "m", after: 3, body: "Thiers, et on le dit au dos." },
        ],
      },
      {
        by: INES,
        ago: 2.1,
        body: "Plan des porte-à-porte de janvier : **quatorze cages d’escalier**, sept binômes, deux soirs par semaine. Il manque un binôme le mercredi. Je ne veux pas que ce soit toujours les mêmes.",
        photos: [
          { scene: "tracts", description: "Les tracts du porte-à-porte, pliés et comptés sur la table du local." },
        ],
        reactions: { partant: 4 },
        comments: [
          {
            by: "f",
            after: 2,
            body: "Mercredi, avec ma sœur. Elle est sympathisante, elle a le droit de monter des escaliers ?",
            reactions: { bravo: 5 },
          },
        ],
      },
    ],
    events: [
      {
        kind: "section_meeting",
        title: "Point d’équipe du lundi",
        description: "Vingt minutes, debout. Ce qui est fait, ce qui coince, ce que l’on fait cette semaine.",
        audience: "group",
        on: { weekday: 1 },
        communeCode: "63113",
        address: "Local de la section",
        by: INES,
        shifts: [{ from: "18:40", to: "19:00", in: 5 }],
      },
    ],
    invitations: [
      {
        to: MARYSE,
        by: INES,
        ago: 0.8,
        words: "Tu as fait huit campagnes, nous une et demie. Viens nous dire ce qu’il ne faut pas faire.",
      },
    ],
  },
  {
    key: "potager",
    name: "Le potager de Saint-Jacques",
    purpose: "Douze bacs derrière les tours : on jardine le samedi, on parle du quartier le reste du temps.",
    kind: "local",
    scope: CLERMONT,
    themes: ["ecologie", "solidarites"],
    entry: "open",
    cover: "potager",
    ago: 200,
    named: [],
    members: 8,
    followers: 4,
    posts: [
      {
        by: "f",
        ago: 21,
        body: "Dernière récolte avant le gel : quatre kilos de poireaux, partagés entre six cuisines. On paille dimanche, apportez des feuilles mortes.",
        photos: [
          {
            scene: "potager",
            description: "Trois bacs de légumes au pied des tours, quelqu’un de dos en train d’arroser.",
          },
        ],
        reactions: { bravo: 8, merci: 3 },
        comments: [
          { by: "m", after: 12, body: "J’ai quatre sacs de feuilles et un genou qui marche : comptez sur moi." },
        ],
      },
      {
        by: "m",
        ago: 3.6,
        body: "Le bailleur demande qui « gère » les bacs. Réponse proposée : *tout le monde, et voici le planning*. Quelqu’un a une meilleure phrase ?",
        reactions: { bravo: 6, question: 1 },
        comments: [{ by: "f", after: 2, body: "La tienne est parfaite. Ajoute une courgette à la lettre." }],
      },
    ],
  },
  {
    key: "formation",
    name: "Se former ensemble",
    purpose: "Prendre la parole, animer une réunion, répondre sans s’énerver : on s’apprend ce que l’on sait.",
    kind: "thematic",
    scope: PUY_DE_DOME,
    themes: ["formation", "campagne"],
    entry: "open",
    cover: "reunion",
    ago: 110,
    named: [
      [BRUNO, "lead"],
      [MARYSE, "member"],
      [YANIS, "follower"],
    ],
    members: 14,
    followers: 9,
    posts: [
      {
        by: BRUNO,
        ago: 26,
        body: "Ce que l’on retient de la dernière fois : on ne répond pas à une idée reçue par un chiffre, on répond par une **question**. « Et chez toi, c’est comment ? » Le chiffre vient après, quand on le demande.",
        reactions: { merci: 17, bravo: 8 },
        comments: [
          {
            by: "f",
            after: 30,
            body: "Essayé au repas du dimanche. On est allés jusqu’au fromage sans se fâcher. Un record.",
            reactions: { bravo: 16 },
          },
        ],
      },
      {
        by: "m",
        ago: 6.9,
        body: "Je peux animer une séance « **lire un budget municipal** » : j’ai été comptable de mairie vingt ans. Deux heures, et l’on sait où regarder. Qui serait partant en janvier ?",
        reactions: { partant: 13, merci: 4 },
        comments: [
          { by: BRUNO, after: 1, body: "Moi le premier. Je réserve la salle de Cournon." },
          { by: MARYSE, after: 20, body: "J’ai voté douze budgets sans savoir où regarder. J’arrive." },
        ],
      },
    ],
  },
  {
    key: "services-publics",
    name: "Services publics : la veille",
    purpose: "Ce qui ferme, ce qui rouvre, ce qui tient : partout en France, raconté par celles et ceux qui y vont.",
    about:
      "Un guichet, une classe, un bureau de poste, une maternité. Une publication, un lieu, une date. Les sections y puisent leurs tracts.",
    kind: "thematic",
    scope: "national",
    themes: ["services-publics", "sante", "ecole"],
    entry: "open",
    cover: "gare",
    ago: 140,
    named: [
      [HELENE, "lead"],
      [SAMUEL, "member"],
      [MARYSE, "member"],
    ],
    members: 30,
    followers: 15,
    posts: [
      {
        by: HELENE,
        ago: 45,
        pinned: true,
        body: "Pour que cela serve : **le lieu, la date, ce qui se passe maintenant**. Une photo si l’on peut, sans visage. Et la bonne nouvelle aussi : une poste qui rouvre vaut dix tribunes.",
        reactions: { merci: 22 },
      },
      {
        by: "f",
        ago: 15.4,
        body: "La maternité la plus proche est à une heure cinq, par temps sec. Ma voisine a accouché sur l’aire de repos, les pompiers ont été formidables. Elle a appelé sa fille Aire. Je plaisante, elle l’a appelée Jeanne.",
        reactions: { solidaire: 31, bravo: 4 },
        comments: [
          {
            by: "m",
            after: 4,
            body: "Chez nous la commission a rendu son avis : « pas d’alternative ». On a demandé à la lire. Elle n’existe pas.",
          },
        ],
      },
      {
        by: "m",
        ago: 5.2,
        body: "**Rouvert** : le bureau de poste de la rue Oberkampf, trois matinées par semaine, après un an de pétition. On a trinqué au café d’en face, le guichetier est venu.",
        reactions: { bravo: 34 },
        comments: [
          {
            by: "f",
            after: 3,
            body: "Trois matinées ! À Issoire on signe pour une seule.",
            reactions: { solidaire: 9 },
          },
        ],
      },
    ],
  },
];
