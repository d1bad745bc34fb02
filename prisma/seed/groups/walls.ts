import { BRUNO, HELENE, INES, MARYSE, type PlaceWall } from "./story.ts";

/** What is said on the walls of the places: the section of Clermont-Ferrand, its neighbours, the federation, the country. */
export const walls: readonly PlaceWall[] = [
  {
    place: "national/63/63113",
    posts: [
      {
        by: INES,
        ago: 40,
        pinned: true,
        body: "**Bienvenue sur le mur de la section.** // Ici on prépare ce que l’on fait, on raconte ce que l’on a fait, et on ne laisse personne sans réponse plus de deux jours. // - La permanence : jeudi de 17 h 30 à 19 h, au local. / - Le marché : tous les samedis à 9 h devant la halle. / - Tu arrives ? Présente-toi en deux lignes, quelqu’un t’emmènera.",
        reactions: { merci: 11, bravo: 4 },
        comments: [
          {
            by: "m",
            after: 5,
            body: "Le local, c’est toujours au fond de la cour ? J’ai sonné chez la voisine deux fois.",
          },
          {
            by: INES,
            after: 6,
            body: "Toujours, porte rouge. La voisine est devenue sympathisante, ne t’excuse pas trop.",
            reactions: { bravo: 9 },
          },
        ],
      },
      {
        by: "f",
        ago: 9.2,
        body: "J’arrive de Saint-Étienne pour le travail, je suis infirmière de nuit. Je ne peux presque jamais le soir. Est-ce que je sers quand même à quelque chose ?",
        reactions: { solidaire: 14 },
        comments: [
          {
            by: INES,
            after: 3,
            body: "Évidemment. Le boîtage se fait à l’heure que tu veux, et le samedi matin au sortir du service, le café est chaud. On s’appelle ?",
            reactions: { merci: 5 },
          },
          {
            by: "f",
            after: 9,
            body: "Je suis aide-soignante de nuit, on est trois comme ça dans la section. On a un groupe de discussion rien qu’à nous, je t’écris.",
          },
          { by: "m", after: 30, body: "Bienvenue ! Et bon courage pour les nuits." },
        ],
      },
      {
        by: INES,
        ago: 7.4,
        key: "marche",
        body: "Marché de samedi : **640 tracts**, quatre-vingt-cinq conversations, trois adresses pour la prochaine réunion. Et une dame qui est revenue avec des beignets parce que « vous, au moins, vous écoutez ». // Merci aux neuf. Samedi prochain il manque **deux personnes** au premier créneau, celui où il fait froid.",
        photos: [
          {
            scene: "marche",
            description: "Trois étals sous des auvents rayés, deux militantes de dos devant les légumes.",
          },
          {
            scene: "tracts",
            description: "Deux piles de tracts pliés sur une table en bois, à côté d’une tasse de café.",
          },
        ],
        reactions: { bravo: 17, partant: 5, merci: 3 },
        comments: [
          {
            by: "m",
            after: 4,
            body: "Je prends le créneau où il fait froid, j’ai des moufles.",
            reactions: { bravo: 8 },
          },
          { by: "f", after: 20, body: "Les beignets étaient à la pomme. Je le note pour l’Histoire." },
          {
            by: MARYSE,
            after: 26,
            body: "À Issoire on a eu droit à un saucisson. La lutte continue.",
            reactions: { bravo: 12 },
          },
        ],
      },
      {
        by: "m",
        ago: 5.6,
        body: "Question pratique : j’ai 400 tracts « loyers » qui dorment dans mon garage depuis le boîtage annulé. Je les garde pour janvier ou quelqu’un en a l’usage à Croix-de-Neyrat mercredi ?",
        comments: [
          {
            by: INES,
            after: 2,
            body: "Mercredi ! On fait trois cages d’escalier, il en faut 90. Tu les déposes jeudi à la permanence ?",
          },
          { by: "m", after: 2.5, body: "Vendu." },
        ],
        reactions: { merci: 4 },
      },
      {
        by: INES,
        ago: 4.3,
        adherentsOnly: true,
        body: "Pour les adhérent·e·s : l’assemblée qui désigne notre tête de liste aura lieu **le troisième jeudi de janvier**, au local, à 18 h 30. Il faut être à jour de cotisation à la fin du mois. Les candidatures se déposent par lettre à la section, avec une page, pas plus : ce que l’on veut faire, avec qui, et ce que l’on ne fera pas.",
        reactions: { merci: 9, question: 3 },
        comments: [
          {
            by: "f",
            after: 7,
            body: "« Ce que l’on ne fera pas » : la meilleure consigne que j’aie lue depuis longtemps.",
            reactions: { bravo: 10 },
          },
          { by: "m", after: 22, body: "Peut-on voter par procuration ? Je suis en déplacement toute la semaine." },
          {
            by: INES,
            after: 23,
            body: "Oui, une procuration par personne, modèle au local. Je le dépose aussi dans les fichiers du groupe.",
          },
        ],
      },
      {
        by: "f",
        ago: 2.8,
        body: "L’ascenseur du bâtiment C à la Gauthière **remarche depuis ce matin**. Cinq semaines, deux courriers, une photo dans le journal. Madame Ferreira est descendue acheter son pain, elle m’a dit de vous le dire à tous.",
        reactions: { bravo: 23, solidaire: 8 },
        comments: [
          { by: "m", after: 1, body: "Voilà. C’est pour des matins comme ça." },
          {
            by: INES,
            after: 2,
            body: "On y retourne samedi après le marché pour demander ce qui vient ensuite : la cage B et les boîtes aux lettres.",
            reactions: { partant: 6 },
          },
        ],
      },
      {
        by: "x",
        ago: 0.9,
        body: "Quelqu’un covoiture pour la formation de Cournon ? Je pars de la gare à 13 h 15, j’ai trois places et un chien calme.",
        reactions: { partant: 2 },
        comments: [{ by: "f", after: 3, body: "Une place pour moi, et une caresse pour le chien." }],
      },
    ],
  },
  {
    place: "national/63/63-autres",
    posts: [
      {
        by: MARYSE,
        ago: 14.6,
        body: "Issoire, sous l’horloge : 260 tracts, et toujours la même phrase, « plus de guichet depuis juin ». On a commencé à noter les prénoms de celles et ceux qui ratent leur train à cause de la machine en panne. On en est à **trente-sept**.",
        photos: [
          {
            scene: "gare",
            description: "La façade d’une petite gare, l’horloge au fronton, le guichet fermé par un rideau gris.",
          },
        ],
        key: "gare",
        reactions: { solidaire: 12, bravo: 5 },
        comments: [
          { by: "m", after: 8, body: "À Brassac c’est pareil. Je peux faire la même liste mardi matin." },
          { by: MARYSE, after: 10, body: "Fais, fais ! Même papier, je te l’apporte." },
        ],
      },
      {
        by: MARYSE,
        ago: 3.1,
        body: "Je garde **six cartons** de tracts dans mon entrée. Mon chat a pris ses quartiers sur « Services publics ». Qui passe en prendre un avant samedi ?",
        reactions: { bravo: 9, partant: 2 },
        comments: [{ by: "f", after: 6, body: "Vendredi 17 h, je prends un carton et je laisse le chat." }],
      },
    ],
  },
  {
    place: "national/63",
    posts: [
      {
        by: BRUNO,
        ago: 30,
        pinned: true,
        body: "**La fédération en trois lignes.** // Les sections se parlent ici, sans passer par moi. Le conseil fédéral se réunit le premier lundi du mois, son compte rendu arrive le mercredi. Et il y a une salle, une sono et un camion : ça se demande, ça se rend propre.",
        reactions: { merci: 15, bravo: 6 },
      },
      {
        by: BRUNO,
        ago: 11.4,
        body: "Conseil fédéral d’hier soir, l’essentiel : // 1. Le débat **« Les transports du quotidien »** passe en salle à la Maison du Peuple. La synthèse sera lue devant les élus. / 2. Quatre sections n’ont plus de secrétaire. Si tu hésites, viens voir une réunion avant de dire non. / 3. Le camion a un pneu neuf.",
        reactions: { merci: 21, question: 2 },
        comments: [
          {
            by: "f",
            after: 11,
            body: "Pour le point 2 : j’hésite depuis six mois. Est-ce qu’on peut le faire à deux ?",
          },
          {
            by: BRUNO,
            after: 12,
            body: "Oui. C’est même comme ça que ça tient le mieux. Je t’appelle ce soir.",
            reactions: { bravo: 14 },
          },
          {
            by: INES,
            after: 13,
            body: "Et je veux bien te montrer ce qu’on fait à Clermont, ça prend une heure et un café.",
            reactions: { merci: 6 },
          },
        ],
      },
      {
        by: MARYSE,
        ago: 8.1,
        shares: "gare",
        body: "Je le remets ici : s’il y a des volontaires pour compter à Thiers, Riom et Ambert, on aura une vraie carte.",
        reactions: { partant: 11 },
        comments: [
          { by: "m", after: 5, body: "Riom, j’y suis tous les matins à 6 h 52. Je compte." },
          { by: "f", after: 28, body: "Ambert : il n’y a plus de train à rater. Je compte les cars ?" },
          { by: MARYSE, after: 29, body: "Compte les cars.", reactions: { bravo: 8, solidaire: 6 } },
        ],
      },
      {
        by: "f",
        ago: 1.7,
        body: "Retour de la formation « Répondre aux idées reçues » à Thiers : onze personnes, dont quatre qui n’avaient jamais pris la parole. À la fin elles ne voulaient plus la rendre. On la refait où, et quand ?",
        reactions: { bravo: 16, partant: 7 },
        comments: [{ by: BRUNO, after: 4, body: "Cournon, le mois prochain. Vous animez ?" }],
      },
    ],
  },
  {
    place: "national",
    posts: [
      {
        by: HELENE,
        ago: 33,
        pinned: true,
        body: "**Ce mur est celui de tout le monde.** Nous n’y publions que ce qui vous sert à agir : des dates, du matériel, des réponses. Trois publications par semaine au plus, promis. Le reste se passe dans vos sections et vos groupes, et c’est très bien ainsi.",
        reactions: { bravo: 38, merci: 12 },
      },
      {
        by: HELENE,
        ago: 12.2,
        body: "Le **kit « Services publics »** est prêt : un quatre-pages, une affiche, une fiche pour répondre aux cinq questions qui reviennent. Il est fait à partir de vos comptes rendus de terrain : les guichets fermés d’Issoire, la maternité de la Manche, la ligne du Cévenol. Continuez à écrire ce que vous entendez.",
        photos: [
          { scene: "tracts", description: "Le quatre-pages du kit, imprimé et plié, en deux piles." },
          {
            scene: "ecole",
            description: "Une école de deux étages derrière sa grille ouverte : la couverture de l’affiche.",
          },
        ],
        reactions: { bravo: 41, merci: 25, partant: 9 },
        comments: [
          {
            by: MARYSE,
            after: 3,
            body: "Trente-sept prénoms d’Issoire ont servi à quelque chose. Merci pour eux.",
            reactions: { solidaire: 18 },
          },
          { by: "m", after: 9, body: "Existe-t-il en version pour les marchés où l’on n’a que dix secondes ?" },
          {
            by: HELENE,
            after: 20,
            body: "La carte postale, au dos de l’affiche. Une question, une case à cocher, une adresse.",
            reactions: { merci: 9 },
          },
        ],
      },
      {
        by: HELENE,
        ago: 2.2,
        body: "Phoning national « pouvoir d’achat » cette semaine : il reste **vingt et une places** sur les deux créneaux. On appelle de chez soi, avec quelqu’un au bout du fil si l’on cale. La première demi-heure fait peur, la deuxième est drôle.",
        reactions: { partant: 13, merci: 5 },
        comments: [
          { by: "f", after: 5, body: "Je confirme pour la deuxième. Un monsieur m’a récité du Prévert." },
          { by: BRUNO, after: 8, body: "Le Puy-de-Dôme sera là, à six." },
        ],
      },
    ],
  },
];
