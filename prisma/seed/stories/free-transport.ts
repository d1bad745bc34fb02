import { tale } from "./tale.ts";

/** "Faut-il rendre les transports du quotidien gratuits ?", in the open, in the Puy-de-Dôme. */
export const freeTransport = tale(`
+7 Une ville voisine l’a fait il y a quatre ans : la fréquentation a doublé et personne ne reviendrait en arrière.

@ Doublé, oui, mais en partant de très bas. Je connais ce réseau : il roulait à vide avant.

@! À vide avant, plein aujourd’hui : c’est exactement ce qu’on appelle un succès, non ?

-6 La gratuité n’existe pas, il y a toujours quelqu’un qui paie. Ici ce serait le budget qui devait servir aux nouvelles lignes.

@ Un budget, ça se décide. On vient de trouver quatre millions pour un parking en ouvrage sans que personne ne demande qui paie.

+8f Je suis aide à domicile, trois bus par jour. 38 € par mois sur un salaire de 1 150 €, ça compte. Et je ne parle pas des amendes quand le lecteur de carte est en panne.

@m Merci pour ce témoignage. On débat de pourcentages depuis une semaine et c’est la première fois que je vois un bulletin de salaire.

@ Ton employeur devrait déjà te rembourser la moitié de l’abonnement, c’est la loi. Vérifie ta fiche de paie, beaucoup « oublient ».

@! Il le fait pour celles qui ont un temps plein. À 24 heures par semaine on m’a répondu « au prorata ». Il reste 27 €.

-8 Chez nous à Vic, il n’y a pas de bus à rendre gratuit. Deux par jour, un à 7 h 02, un à 17 h 48. Commençons par là.

@ Même chose à Billom. On n’est pas contre la gratuité, on voudrait juste un bus à qui l’offrir.

+6 Plus de contrôles, plus de portillons, plus de files d’attente pour recharger sa carte : on monte, c’est tout. La simplicité fait venir du monde, bien plus que le prix.

+6m Professeur d’histoire dans un lycée de la banlieue. Une sortie au musée pour 34 élèves, c’est 108 € de tickets et trois formulaires. Résultat : on n’y va plus.

-5 On nous dit que tout le monde laissera sa voiture. Dans les enquêtes que j’ai lues, la part de la voiture a baissé de deux à quatre points, pas plus. C’est bien, mais ce n’est pas la révolution annoncée.

-5m Un service gratuit est un service qu’on ne respecte plus. J’ai conduit vingt-deux ans, je sais de quoi je parle.

@ Ce n’est pas vrai que ce qui est gratuit n’est pas respecté : l’école est gratuite, la bibliothèque est gratuite, le parc est gratuit.

@m Ancien collègue peut-être ! Moi j’ai vu l’inverse : les gens qui ne paient pas disent bonjour, parce qu’ils n’ont plus rien à se reprocher.

+5 Pour les lycéens, c’est déjà presque le cas dans l’agglomération. Étendons aux moins de 26 ans, mesurons un an, puis décidons pour tout le monde.

+5f Étudiante, je prends le tram quatre fois par jour en période d’examens. 28 € par mois, c’est mon budget livres.

-6m Je suis en fauteuil. Ce qu’il me faut, ce n’est pas zéro euro, c’est un quai à la bonne hauteur et un ascenseur qui marche. **Accessibilité d’abord**, gratuité ensuite si l’on peut.
tag: access

-7 Qui paie ? Le versement mobilité pèse déjà sur les employeurs du centre. Un tarif solidaire selon le quotient familial est plus juste qu’un cadeau à ceux qui ont les moyens.

@f Petite précision de comptable : le versement mobilité ne concerne que les employeurs d’au moins onze salariés. L’artisan du coin ne le paie pas.

+8 La tarification solidaire, oui, mais la moitié de ceux qui y ont droit ne la demandent pas. Le dossier décourage. La gratuité, elle, n’oublie personne.

@ C’est un argument pour automatiser les droits, pas pour la gratuité.

-4 Le vrai concurrent du bus n’est pas la voiture, c’est la marche et le vélo. Là où c’est devenu gratuit, ce sont d’abord les piétons qui sont montés.

+7 On compare toujours le coût de la gratuité à zéro. Comparons-le au coût de la route : un giratoire, un million ; le contournement, cent quarante. Personne n’a jamais organisé de débat pour savoir si la route devait être payante.

@ Elle l’est, la route : carburant, assurance, stationnement. Renseigne-toi sur le budget voiture d’un ménage de Lezoux.

-7 Maire d’une commune de 900 habitants, je signe pour un **transport à la demande** qui marche le mercredi et le vendredi. Le jour où on me propose la gratuité à la place, je démissionne.

@f Le nôtre se réserve la veille avant 16 heures, par téléphone, entre deux sonneries occupées. Il y a de la marge avant même de parler du prix.

+9 À Gerzat, un plein sur deux sert à aller travailler à Clermont. La gratuité, c’est 70 € par mois rendus à celles et ceux qui n’ont pas le choix de l’heure.

@m J’habite à côté. Gratuit ou pas, la ligne met 48 minutes quand la voiture en met 19. Le temps aussi, c’est du pouvoir d’achat.

-6 Cadencement, amplitude, confort : voilà ce qui fait lâcher le volant. Le prix arrive en quatrième dans toutes les enquêtes.

+6 On oppose toujours gratuité et fréquence. Pourquoi pas les deux, avec un calendrier honnête : d’abord le samedi et le dimanche gratuits, ensuite la semaine quand les nouvelles rames sont là ?

+6 Trois choses que je mettrais dans la délibération : / - la gratuité le week-end dès janvier ; / - un bilan public au bout d’un an, par ligne ; / - une clause : pas un kilomètre de bus en moins. // Sans la troisième, je ne vote pas la première.
tag: clause

@ La troisième clause, je la signe des deux mains. C’est elle qui manquait à tous les projets que j’ai lus.

-6m Ancien de la régie. La gratuité, c’est facile à voter et presque impossible à retirer. Donc on ne la vote que si on est certain de la payer dans dix ans. Aujourd’hui, je ne le suis pas.

-5 Le samedi gratuit, on l’a vu ailleurs : les bus sont pleins à craquer de 14 h à 18 h et vides le reste du temps. Il faut mettre l’argent aux heures de pointe.

+7 Ma mère a 81 ans. Depuis que la carte se recharge par téléphone, elle ne prend plus le bus. Gratuit voudrait dire : elle ressort de chez elle.

@ Pareil avec mon père. Un guichet humain en gare routière réglerait déjà la moitié du problème.

+4 Question d’image aussi. Une ville qui ose, ça attire des étudiants, des entreprises, des touristes. Ça se chiffre.

-4 J’ai peur d’un détail très bête : à huit heures, mon bus est déjà plein. Si demain il est gratuit et toujours plein, c’est moi qui reprends ma voiture.

@ Ce n’est pas un détail, c’est LA question. La fréquence doit monter avant la fréquentation, pas après.

-7 Sans bus à 6 heures ni le dimanche, la gratuité ne profite qu’aux quartiers déjà desservis. Mettons d’abord l’argent dans la fréquence.

@ Je vote pour cette phrase, mot pour mot, dans notre programme.

+6 La billetterie coûte presque un cinquième de ce qu’elle rapporte : bornes, maintenance, contrôleurs, contentieux. On oublie toujours de le retirer de la facture.

-3 Je suis contre par principe : ce que l’usager ne paie pas, il ne le maîtrise pas. Un réseau dont 100 % des recettes viennent d’un budget voté chaque année est un réseau fragile.

+5 Quand mes parents ont eu le téléphone gratuit entre eux, ils ne se sont pas mis à mal parler. On s’habitue au gratuit très bien, et très poliment.

-7f Directrice d’un centre social. Mes familles ne parlent jamais du prix du ticket. Elles parlent du bus qui ne passe pas le dimanche pour aller voir un enfant hospitalisé.
was: Directrice d’un centre social. Mes familles ne parlent jamais du prix du ticket. Elles parlent du bus du dimanche.

@f Chez moi, à la Gauthière, elles parlent des deux. Surtout le 20 du mois.

+5 L’usager ne paie déjà que 25 % du coût réel. Le principe, on l’a quitté depuis longtemps.

-6 Et les communes hors de l’agglomération ? On paierait tous, par nos impôts, un service que la moitié du département ne verra jamais passer.

+7 Alors il faut que la fédération porte la gratuité ET les cars vers Issoire, Thiers, Ambert. Une carte unique, à zéro euro, sur tout le territoire. Ça c’est un projet.

@ Un projet à combien ? Je ne demande pas à être désagréable, je demande parce qu’on me le demandera sur le marché.

@! De mémoire le réseau de cars coûte autour de 20 millions, les billets en couvrent moins de deux. Je rapporte le tableau dès que je l’ai.

-5 Une carte unique à 25 € par mois sur tout le département, cars et TER compris, me paraît plus utile et finançable. Zéro euro, c’est un slogan.

+7m Faisons le compte pour un couple avec deux ados : quatre abonnements, même réduits, c’est plus de 900 € par an. À ce prix-là, on achète une deuxième voiture d’occasion. C’est ce qu’on a fait, et je n’en suis pas fier.

-5 « Gratuit » dans la rue, ça s’entend « payé par les autres ». Je ne dis pas que c’est juste, je dis ce que j’entends au porte-à-porte à Riom.

@ Alors disons « payé ensemble ». C’est le même bus et ce n’est pas la même phrase.

+8f Infirmière de nuit au CHU. Le dernier tram est à minuit quarante, je finis à 6 h 15. Gratuit ou pas, c’est la voiture. Mais mes collègues de jour, elles, économiseraient un treizième de mois. Je suis pour, à condition qu’on regarde aussi les horaires de celles qui font tourner la ville.

@f Aide-soignante, mêmes horaires. Une navette à 5 h 30 depuis les quartiers nord changerait la vie de tout un étage.

@ Ce message devrait être lu à voix haute au conseil.

-4 Les chauffeurs n’ont pas été entendus. Plus de monde à bord sans plus de conducteurs, c’est plus de tensions. Combien d’embauches sont prévues ?

+6 Les syndicats de conducteurs de deux réseaux gratuits le disent : moins de conflits, parce que plus de contrôle à faire. À vérifier chez nous, mais l’argument va dans les deux sens.

@ Moins de conflits pour les tickets, mais plus pour les places assises. Il faut des renforts les deux premières années, au moins.

+5 On parle d’argent, parlons d’air. La vallée est une cuvette, les pics de pollution, on les respire. Chaque voiture en moins compte.

+6f Kinésithérapeute : mes patients âgés annulent les jours de pluie parce que le taxi coûte 14 €. Un bus gratuit, ce sont des rendez-vous tenus et des chutes évitées. Cela aussi se chiffre.

-6 Et le vélo ? Pour le prix de six mois de gratuité, on finit le réseau cyclable de toute l’agglomération. Personne n’en parle ici.

@ Va donc pédaler à Chamalières avec deux sacs et 9 % de pente. Les deux sont utiles.

@! J’y pédale tous les jours, avec une assistance. Mais d’accord : les deux.

-6 Pour l’air, un parking relais bien placé fait plus que la gratuité. Celui des Pistes est saturé dès 8 heures.

+3 Oui. Sans hésiter. Et vite.

-7 Je gagne correctement ma vie. Je trouve anormal que ma place de tram soit payée par quelqu’un qui n’en a pas au bout de sa rue.

+4 Moi ce qui me plaît, c’est la fin des portillons. Une ville sans barrières, littéralement.

-5 La même phrase revient : « ailleurs, ça marche ». Ailleurs, le réseau était petit, les recettes faibles, les entreprises nombreuses. Chez nous, les billets et abonnements rapportent plus de vingt millions. **Vingt.**
tag: twenty

@ Et sur ces vingt, combien viennent d’abonnements déjà remboursés pour moitié par les employeurs ? L’État et les entreprises paieraient moins, et nous plus. C’est le meilleur argument contre, je le donne gratuitement.

+7 C’est l’impôt, avec ses tranches, qui doit faire la justice sociale. Pas le ticket de bus. Le ticket est le même pour la caissière et pour le notaire.

@ Sauf que l’impôt local n’a plus de tranches. On ferait payer la taxe foncière à tout le monde pour un service réservé à quelques-uns.

+6f Commerçante rue des Gras. Les samedis où le tram est gratuit pendant les fêtes, je fais 18 % de plus. Je signe.

@ Ces 18 %, c’est Noël, pas le tram !

@! Peut-être. Mais mes clientes de Cournon me disent qu’elles viennent « parce que c’est gratuit aujourd’hui ». Je ne l’invente pas.

-6 Regardons l’usure : plus 60 % de passagers, c’est des rames à racheter trois ans plus tôt. Ce coût-là n’est dans aucun des chiffres que j’ai lus.

+7f Je tiens l’accueil d’une mission locale. La première question que je pose aux jeunes n’est pas « que veux-tu faire ? » mais « comment viens-tu ? ». Sur les trente que j’ai reçus ce mois-ci, onze ont renoncé à une formation à cause du trajet : trop loin, trop tôt, trop cher. Pas d’un seul coup : quatre euros par-ci, deux heures par-là, un rendez-vous manqué, puis un deuxième, et un dossier clos pour « manque de motivation ». // La gratuité ne réglerait pas l’horaire. Mais elle enlèverait la première excuse que notre société leur donne pour abandonner.

@m À lire, relire, et coller dans le dossier de la délibération.

+6 On oublie les touristes, les visiteurs de l’hôpital, les gens qui passent une fois par mois. Ce sont eux qui paient plein tarif et qui garent leur voiture n’importe où.

-6m Chauffeur de car scolaire. Quand le car est devenu gratuit pour les collégiens, un quart des inscrits ne montait jamais : places bloquées, cars pour rien. Il faut garder une **inscription**, même à zéro euro.
tag: register

@ Très juste. Gratuit ne veut pas dire sans réservation là où les places sont comptées.

+8f Mon fils a pris une amende de 72 € pour un abonnement oublié à la maison. Il avait payé. Voilà à quoi sert la billetterie.

@ Les amendes abusives, ça se règle par un courrier au médiateur. Ce n’est pas un argument budgétaire.

@f Un courrier, un justificatif, six semaines. Pendant ce temps la majoration tombe. Demande autour de toi.

-8 Les quartiers nord attendent depuis des années une ligne qui passe le soir. Demandez aux habitants : ils préfèrent payer 1,60 € et pouvoir rentrer chez eux.

@m Habitant des Vergnes : je confirme. Après 21 heures, on est à pied.

+5 On peut demander aux habitants, justement. Une votation avec les deux options chiffrées : la gratuité, ou la même somme en fréquence. Je m’engage à respecter le résultat.

@ D’accord avec l’idée des deux options chiffrées. Tant qu’on ne les a pas, je reste contre, mais je veux bien changer d’avis.

+6 Le versement mobilité n’est pas au plafond partout. Il reste une marge, elle est petite, elle suffit pour les moins de 25 ans et les demandeurs d’emploi.

@ Une marge qui sera mangée par l’énergie. Les bus électriques coûtent 40 % de plus à l’achat.

+7 Le stationnement rapporte plus que la billetterie dans plusieurs villes. Un euro de plus l’heure en hyper-centre, et la question du financement est réglée.

@ Et voilà, on y vient : faire payer les automobilistes. Ceux de la montagne n’ont pas choisi d’habiter loin.

@ Ceux de la montagne viendraient en car si le car était gratuit et s’il y en avait un. Ce débat est le bon endroit pour l’écrire.

-6 Le stationnement, on l’a déjà promis à la rénovation des écoles. On ne peut pas dépenser deux fois le même euro.

+5 J’ai 17 ans, je ne vote pas encore, je prends le bus depuis la sixième. On me dit que ma génération devra renoncer à l’avion, au steak, à la voiture. Vous pourriez au moins nous offrir le bus.

@m À 71 ans, je n’ai rien à répondre à ça. Bien envoyé.

-6 Expérimentons d’abord sur une seule ligne, six mois, avec des comptages avant et après. On est un parti de gens sérieux, soyons-le.

@ Une seule ligne, c’est fausser le test : ceux d’à côté changeront d’arrêt. Il faut un secteur entier.

+7 Les zones d’activité du Brézet et de Ladoux manquent de bras. Les patrons que je rencontre le disent : la moitié des candidats n’a pas le permis. La gratuité, mais surtout un bus à l’heure de l’embauche, est une politique de l’emploi.

-4 Je voudrais qu’on arrête de se lancer des villes à la figure. Aucune n’a notre relief, notre tram, notre contrat. *Regardons notre réseau.*

+8 La gratuité, c’est aussi le droit d’aller voir quelqu’un sans avoir une raison. Mon voisin ne sort plus que pour ses rendez-vous médicaux : il compte ses tickets.

@ Argument généreux, mais un abonnement social à 5 € par mois répond exactement à ça, pour un dixième du coût.

@ Un abonnement social, c’est un guichet, un justificatif, un regard. L’universel, c’est la dignité.

-6 J’ai fait le calcul pour notre intercommunalité : 11 millions par an. C’est deux lignes à haut niveau de service sur un mandat. Je préfère les deux lignes.

@ Le calcul est intéressant, tu peux le partager ? Si on enlève le coût de perception, je tombe plutôt sur 8.

@! Va pour 8. Cela reste une ligne et demie, et des bus jusqu’à 23 heures dans toute la première couronne.

+6 Pour celles et ceux qui disent « cadeau aux riches » : les cadres prennent peu le bus. Dans le mien, à 6 h 40, il n’y a que des agents d’entretien, des vigiles et des cuisiniers.

@ Tu viens de décrire la ligne 3. On doit se croiser !

-6f Retraitée de la SNCF : quand le billet disparaît, le comptage disparaît aussi, et avec lui l’argument pour garder la ligne. Prévoyez des cellules de comptage dans *tous* les véhicules, sinon on fermera à l’aveugle.

+6 Le débat « gratuité ou lignes » suppose une enveloppe fixe. C’est précisément cela qu’un parti doit contester.

-5 Nous avons voté en congrès que toute dépense nouvelle serait accompagnée de sa recette. Je relis ce fil : j’ai compté neuf dépenses et deux recettes.

@ Tu as raison, et ça pique. J’en propose une troisième : la taxe sur les bureaux vides.

+7 J’entends « qui paie ? ». Je réponds : ceux qui gagnent à ce que les gens arrivent. Employeurs, centres commerciaux, propriétaires autour des stations, dont les loyers montent de 10 % quand le tram passe.

-4 Trois agglomérations l’ont fait, une est revenue en arrière. Pourquoi ne parle-t-on jamais de celle-là ?

@ Le nom de cette agglomération circule dans tous les débats, jamais son rapport. Quelqu’un l’a lu ?

+7 Parlons-en : elle est revenue en arrière après un changement de majorité, pas après un bilan. Le bilan, lui, était bon.

+6 Commençons par les moins de 25 ans, dès la rentrée, et mesurons tout : fréquentation, retards, incidents. Un an après, on a des chiffres à nous au lieu de ceux des autres.

-6 Qui paie la sécurité, la nuit, si les agents de contrôle disparaissent ? Leur présence rassure, je le vois tous les soirs ligne B.

-7 Ce que je propose : la gratuité pour qui gagne moins de 1 300 € net, automatique, sans dossier, à partir des données que la caisse d’allocations a déjà. Et tout le reste du budget dans les bus du matin. / On sort du tout ou rien, et on peut commencer en septembre.

@ Données de la caisse d’allocations : il faudra une convention et l’avis de qui de droit sur les données. C’est faisable, des villes l’ont signée.

@f Enfin une proposition qui ne me demande pas de choisir entre ma voisine et mon bus.

+8 Automatique et sans dossier, là on se rejoint. C’est la première étape que je défendrai à la fédération. Mais première étape seulement !

@ Première étape, deuxième étape… Écrivons-les toutes, avec des dates. Sinon la première sera la dernière.
`);
