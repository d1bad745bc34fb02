/** A voice: its side, how much others agree with it (0 to 9), its words. */
export type Voice = { side: "pour" | "contre"; liked: number; body: string };

/** One voice a paragraph: "+8 words" for, "-3 words" against. */
function voices(text: string): Voice[] {
  return text
    .trim()
    .split(/\n\n+/)
    .map((paragraph) => ({
      side: paragraph.startsWith("+") ? "pour" : "contre",
      liked: Number(paragraph[1]),
      body: paragraph.slice(3).replaceAll("\n", " ").replaceAll(" / ", "\n"),
    }));
}

export const freeTransport = voices(`
+7 Une ville voisine l’a fait il y a quatre ans : la fréquentation a doublé et personne ne reviendrait en arrière.

-6 La gratuité n’existe pas, il y a toujours quelqu’un qui paie. Ici ce serait le budget qui devait servir aux nouvelles lignes.

+8 Je suis aide à domicile, trois bus par jour. 38 € par mois sur un salaire de 1 150 €, ça compte. Et je ne parle pas des amendes quand le lecteur de carte est en panne.

-8 Chez nous à Vic, il n’y a pas de bus à rendre gratuit. Deux par jour, un à 7 h 02, un à 17 h 48. Commençons par là.

+6 Plus de contrôles, plus de portillons, plus de files d’attente pour recharger sa carte : on monte, c’est tout. La simplicité fait venir du monde, bien plus que le prix.

-5 Un service gratuit est un service qu’on ne respecte plus. J’ai conduit vingt-deux ans, je sais de quoi je parle.

+7 Ce n’est pas vrai que ce qui est gratuit n’est pas respecté : l’école est gratuite, la bibliothèque est gratuite, le parc est gratuit.

+5 Pour les lycéens, c’est déjà presque le cas dans l’agglomération. Étendons aux moins de 26 ans, mesurons un an, puis décidons pour tout le monde.

-7 Qui paie ? Le versement mobilité pèse déjà sur les employeurs du centre. Un tarif solidaire selon le quotient familial est plus juste qu’un cadeau à ceux qui ont les moyens.

+8 La tarification solidaire, oui, mais la moitié de ceux qui y ont droit ne la demandent pas. Le dossier décourage. La gratuité, elle, n’oublie personne.

-4 Le vrai concurrent du bus n’est pas la voiture, c’est la marche et le vélo. Là où c’est devenu gratuit, ce sont d’abord les piétons qui sont montés.

+9 À Gerzat, un plein sur deux sert à aller travailler à Clermont. La gratuité, c’est 70 € par mois rendus à celles et ceux qui n’ont pas le choix de l’heure.

-6 Cadencement, amplitude, confort : voilà ce qui fait lâcher le volant. Le prix arrive en quatrième dans toutes les enquêtes.

+6 On oppose toujours gratuité et fréquence. Pourquoi pas les deux, avec un calendrier honnête : d’abord le samedi et le dimanche gratuits, ensuite la semaine quand les nouvelles rames sont là ?

-5 Le samedi gratuit, on l’a vu ailleurs : les bus sont pleins à craquer de 14 h à 18 h et vides le reste du temps. Il faut mettre l’argent aux heures de pointe.

+7 Ma mère a 81 ans. Depuis que la carte se recharge par téléphone, elle ne prend plus le bus. Gratuit voudrait dire : elle ressort de chez elle.

+4 Question d’image aussi. Une ville qui ose, ça attire des étudiants, des entreprises, des touristes. Ça se chiffre.

-7 Sans bus à 6 heures ni le dimanche, la gratuité ne profite qu’aux quartiers déjà desservis. Mettons d’abord l’argent dans la fréquence.

+6 La billetterie coûte presque un cinquième de ce qu’elle rapporte : bornes, maintenance, contrôleurs, contentieux. On oublie toujours de le retirer de la facture.

-3 Je suis contre par principe : ce que l’usager ne paie pas, il ne le maîtrise pas. Un réseau dont 100 % des recettes viennent d’un budget voté chaque année est un réseau fragile.

+5 L’usager ne paie déjà que 25 % du coût réel. Le principe, on l’a quitté depuis longtemps.

-6 Et les communes hors de l’agglomération ? On paierait tous, par nos impôts, un service que la moitié du département ne verra jamais passer.

+7 Alors il faut que la fédération porte la gratuité ET les cars vers Issoire, Thiers, Ambert. Une carte unique, à zéro euro, sur tout le territoire. Ça c’est un projet.

-5 Une carte unique à 25 € par mois sur tout le département, cars et TER compris, me paraît plus utile et finançable. Zéro euro, c’est un slogan.

+8 Infirmière de nuit au CHU. Le dernier tram est à minuit quarante, je finis à 6 h 15. Gratuit ou pas, c’est la voiture. Mais mes collègues de jour, elles, économiseraient un treizième de mois. Je suis pour, à condition qu’on regarde aussi les horaires de celles qui font tourner la ville.

-4 Les chauffeurs n’ont pas été entendus. Plus de monde à bord sans plus de conducteurs, c’est plus de tensions. Combien d’embauches sont prévues ?

+6 Les syndicats de conducteurs de deux réseaux gratuits le disent : moins de conflits, parce que plus de contrôle à faire. À vérifier chez nous, mais l’argument va dans les deux sens.

+5 On parle d’argent, parlons d’air. La vallée est une cuvette, les pics de pollution, on les respire. Chaque voiture en moins compte.

-6 Pour l’air, un parking relais bien placé fait plus que la gratuité. Celui des Pistes est saturé dès 8 heures.

+3 Oui. Sans hésiter. Et vite.

-7 Je gagne correctement ma vie. Je trouve anormal que ma place de tram soit payée par quelqu’un qui n’en a pas au bout de sa rue.

+7 C’est l’impôt, avec ses tranches, qui doit faire la justice sociale. Pas le ticket de bus. Le ticket est le même pour la caissière et pour le notaire.

-5 Sauf que l’impôt local n’a plus de tranches. On ferait payer la taxe foncière à tout le monde pour un service réservé à quelques-uns.

+6 Commerçante rue des Gras. Les samedis où le tram est gratuit pendant les fêtes, je fais 18 % de plus. Je signe.

-4 Ces 18 %, c’est Noël, pas le tram !

+4 Peut-être. Mais mes clientes de Cournon me disent qu’elles viennent « parce que c’est gratuit aujourd’hui ». Je ne l’invente pas.

-6 Regardons l’usure : plus 60 % de passagers, c’est des rames à racheter trois ans plus tôt. Ce coût-là n’est dans aucun des chiffres que j’ai lus.

+8 Mon fils a pris une amende de 72 € pour un abonnement oublié à la maison. Il avait payé. Voilà à quoi sert la billetterie.

-8 Les quartiers nord attendent depuis des années une ligne qui passe le soir. Demandez aux habitants : ils préfèrent payer 1,60 € et pouvoir rentrer chez eux.

+5 On peut demander aux habitants, justement. Une votation avec les deux options chiffrées : la gratuité, ou la même somme en fréquence. Je m’engage à respecter le résultat.

-7 D’accord avec l’idée des deux options chiffrées. Tant qu’on ne les a pas, je reste contre, mais je veux bien changer d’avis.

+6 Le versement mobilité n’est pas au plafond partout. Il reste une marge, elle est petite, elle suffit pour les moins de 25 ans et les demandeurs d’emploi.

-5 Une marge qui sera mangée par l’énergie. Les bus électriques coûtent 40 % de plus à l’achat.

+7 Le stationnement rapporte plus que la billetterie dans plusieurs villes. Un euro de plus l’heure en hyper-centre, et la question du financement est réglée.

-3 Et voilà, on y vient : faire payer les automobilistes. Ceux de la montagne n’ont pas choisi d’habiter loin.

+6 Ceux de la montagne viendraient en car si le car était gratuit et s’il y en avait un. Ce débat est le bon endroit pour l’écrire.

-6 Expérimentons d’abord sur une seule ligne, six mois, avec des comptages avant et après. On est un parti de gens sérieux, soyons-le.

+8 La gratuité, c’est aussi le droit d’aller voir quelqu’un sans avoir une raison. Mon voisin ne sort plus que pour ses rendez-vous médicaux : il compte ses tickets.

-5 Argument généreux, mais un abonnement social à 5 € par mois répond exactement à ça, pour un dixième du coût.

+5 Un abonnement social, c’est un guichet, un justificatif, un regard. L’universel, c’est la dignité.

-6 J’ai fait le calcul pour notre intercommunalité : 11 millions par an. C’est deux lignes à haut niveau de service sur un mandat. Je préfère les deux lignes.

+4 Le calcul est intéressant, tu peux le partager ? Si on enlève le coût de perception, je tombe plutôt sur 8.

-7 Va pour 8. Cela reste une ligne et demie, et des bus jusqu’à 23 heures dans toute la première couronne.

+6 Le débat « gratuité ou lignes » suppose une enveloppe fixe. C’est précisément cela qu’un parti doit contester.

-4 Trois agglomérations l’ont fait, une est revenue en arrière. Pourquoi ne parle-t-on jamais de celle-là ?

+7 Parlons-en : elle est revenue en arrière après un changement de majorité, pas après un bilan. Le bilan, lui, était bon.

+6 La billetterie coûte presque un cinquième de ce qu’elle rapporte. Commençons par les moins de 25 ans et mesurons.

-6 Qui paie la sécurité, la nuit, si les agents de contrôle disparaissent ? Leur présence rassure, je le vois tous les soirs ligne B.

-7 Ce que je propose : la gratuité pour qui gagne moins de 1 300 € net, automatique, sans dossier, à partir des données que la caisse d’allocations a déjà. Et tout le reste du budget dans les bus du matin. / On sort du tout ou rien, et on peut commencer en septembre.

+8 Automatique et sans dossier, là on se rejoint. C’est la première étape que je défendrai à la fédération. Mais première étape seulement !
`);

export const weekInFour = voices(`
+7 Nous l’avons fait dans notre coopérative, à dix-neuf. Deux ans de recul : moins d’arrêts, pas une commande en retard.

-6 Dans un bureau, peut-être. Dans un Ehpad, quatre jours veulent dire embaucher un quart de soignants en plus. Ils n’existent pas.

+6 Justement, on n’en trouve pas parce que le métier use. Trente-deux heures, c’est ce qui les ferait revenir.

-5 Attention à la semaine « en » quatre jours : trente-cinq heures tassées sur quatre, ce sont des journées de dix heures avec les transports. Mes collègues avec enfants n’en veulent pas.

+8 D’où l’importance du mot d’ordre : trente-deux heures payées trente-cinq, pas un jour de moins et une heure et demie de plus.

-7 Qui compense pour l’artisan et ses deux salariés ? Tant que la réponse n’est pas écrite, je ne peux pas défendre ça sur un marché.

+5 Les gains de productivité des quarante dernières années sont allés au capital. Il est temps d’en reprendre une part sous forme de temps.

-4 Je crains une société à deux vitesses : les cadres du tertiaire en week-end de trois jours, les autres à leur service ces trois jours-là.

+6 Un jour libéré, c’est un jour pour militer, pour ses parents, pour son jardin. On parle toujours du travail, jamais de ce qu’on ferait du temps.

-6 Commençons par appliquer les trente-cinq heures à l’hôpital et dans la restauration. Une promesse tenue vaut mieux qu’une promesse neuve.

+7 L’expérimentation dans les collectivités volontaires coûte peu et convainc beaucoup. Notre mairie s’y met en janvier, je vous dirai.

-5 Une collectivité n’a pas de carnet de commandes. Le test doit aussi se faire dans l’industrie, avec les organisations syndicales.

+6 Chiche : un accord de branche, trois ans, une clause de revoyure. C’est comme cela que les congés payés ont avancé aussi.

-6 Pour moi la priorité reste le salaire. Demandez à une caissière si elle préfère un jour ou deux cents euros.

+7 Elle préfère les deux, et elle a raison. Ne les opposons pas à sa place.

-5 Il faut dire aussi l’âge de départ : moins d’heures par semaine mais jusqu’à quel âge ? Les deux vont ensemble.
`);

export const meetingDay = voices(`
+7 Le samedi matin, après le marché : on est déjà là, on a les tracts à la main, et un café suffit pour réunir quinze personnes.

-6 Le samedi matin exclut celles et ceux qui travaillent dans le commerce. Moi la première.

+6 Un samedi sur deux, alors, et un mardi soir sur deux. Chacun en aura au moins un par mois.

-5 Alterner, c’est la meilleure façon que personne ne sache jamais quel jour on est. Un jour fixe, même imparfait.

+8 Avec les enfants, le soir c’est impossible. Le samedi je viens avec eux, il y a une cour.

-7 La salle du samedi est au deuxième étage sans ascenseur. Roger ne peut plus venir depuis mars. Réglons ça d’abord.

+6 La maison des associations du rez-de-chaussée est libre le samedi de 10 h à 12 h. J’ai appelé, elle est gratuite pour nous deux fois par mois.

-4 Le mardi soir a une vertu : on débat, on décide, personne n’est pressé d’aller faire ses courses.

+5 On peut débattre ici et garder la réunion pour s’organiser. C’est un peu le but de cet endroit, non ?

-5 Tout le monde n’est pas à l’aise avec un clavier. La réunion reste le lieu où l’on se parle vraiment.
`);

export const schoolMeals = voices(`
+8 C’est le seul repas complet de la journée pour plus d’un enfant de ma classe. La question ne devrait même pas se poser.

-5 Gratuit pour tous, même pour ceux qui peuvent payer 7 € le repas ? Cet argent manquera aux garderies.

+7 Un tarif unique à zéro supprime la honte de l’impayé. J’ai vu une directrice garder un petit à l’écart pour une dette de 40 €.

-6 Les tarifs au quotient descendent déjà à 50 centimes. Le problème n’est pas le prix, c’est l’inscription.

+6 L’inscription, les justificatifs, les changements de situation : tout cela coûte en personnel. L’universel simplifie.

-4 Mieux vaut du bio, du local et des cuisines sur place. À budget égal je choisis l’assiette.

+7 Notre commune a fait les deux en sept ans, avec une régie agricole. Ce n’est pas l’un ou l’autre, c’est une volonté.

-5 Sept ans, un maraîcher à recruter et du terrain : toutes les communes n’ont pas cela.

+6 Le département peut mutualiser. Une légumerie pour trente communes, cela existe.

-6 Tant que l’État ne compense pas, c’est encore le maire qui devra choisir entre la cantine et le toit de l’école.

+8 Alors demandons-le à l’État, tous ensemble, avec nos trente communes. C’est à cela que sert un parti.

+5 Je change d’avis après vous avoir lus : commencer par le petit déjeuner dans les écoles prioritaires, puis la cantine.
`);

export const localRoll = voices(`
+6 Oui : celles et ceux qui tractent avec nous depuis un an connaissent mieux la section que bien des adhérents.

-7 Voter sur la liste, c’est engager le parti. L’adhésion sert à cela : on prend sa carte, puis on décide.

+5 Une voix consultative, publiée à côté de la nôtre. Nous resterions libres de ne pas la suivre, mais il faudrait dire pourquoi.

-5 Consultative, elle deviendra impérative à la première occasion. J’ai connu trois primaires, merci.

+7 Nous sommes quarante-deux à jour de cotisation pour 147 000 habitants. S’ouvrir n’est pas un luxe.

-4 Alors faisons adhérer ! Une cotisation à un euro la première année, et la question tombe.
`);

export const thirtyInTown = voices(`
+7 Dans ma rue d’école, depuis le passage à 30, les enfants traversent seuls. Je ne demande rien d’autre.

-6 Un panneau ne ralentit personne. Sans plateaux, sans chicanes, on roule à 50 devant un panneau 30.

+6 C’est vrai pour le panneau seul. Mais quand toute la ville y passe, on n’a plus à se demander où l’on est : le conducteur s’habitue en deux mois.

-5 Les bus aussi sont à 30, et les temps de parcours s’allongent. Sur ma ligne, quatre minutes de plus, donc un bus de moins par heure.

+5 Laissons les grands axes à 50 pour les bus et passons le reste à 30. C’est ce qui se fait à peu près partout.

-7 Artisan, j’ai six chantiers par jour. Dix minutes perdues à chaque trajet, c’est un chantier de moins par semaine.

+8 Trois décibels de moins, c’est deux fois moins de bruit. J’ai rouvert ma fenêtre, au premier étage, pour la première fois depuis dix ans.

-4 Il faut surtout arrêter de décider cela sans les maires des petites communes traversées.

+6 La vitesse tue d’abord des piétons âgés. À 50, un choc sur deux est mortel ; à 30, un sur dix. Le reste est du confort.

-5 Ces chiffres-là, je les connais, mais la moyenne en ville est déjà de 17 km/h. Réglons plutôt les trois carrefours où l’on meurt.
`);
