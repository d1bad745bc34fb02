import { tale } from "./tale.ts";

/** "La semaine de quatre jours doit-elle entrer dans notre programme ?", among members. */
export const weekInFour = tale(`
+7 Nous l’avons fait dans notre coopérative, à dix-neuf. Deux ans de recul : moins d’arrêts, pas une commande en retard.

@ Coopérative de quoi ? Parce qu’entre un bureau d’études et une imprimerie, ce n’est pas le même métier.

@! Menuiserie d’agencement. On a gagné le vendredi sur les temps morts : les machines qu’on attendait, les réunions qui duraient.

+6f Secrétaire médicale. Je suis passée à quatre jours pour raison de santé, avec le salaire qui va avec : moins 20 %. Je fais le même travail. Voilà ce que j’aimerais qu’on dise à la tribune.

-6 Dans un bureau, peut-être. Dans un Ehpad, quatre jours veulent dire embaucher un quart de soignants en plus. Ils n’existent pas.

@f Ehpad public, onze ans de maison : chez nous les douze heures ont déjà fait la semaine de trois jours. On y a gagné des week-ends et perdu des dos.

-5m Boulanger, quatre heures du matin, six jours sur sept. J’ai lu le projet avec envie, puis j’ai refait mes comptes. Un ouvrier de plus, c’est 2 700 € par mois, charges comprises. Mon bénéfice est de 2 400.

+6 Justement, on n’en trouve pas parce que le métier use. Trente-deux heures, c’est ce qui les ferait revenir.

-5 Attention à la semaine « en » quatre jours : trente-cinq heures tassées sur quatre, ce sont des journées de dix heures avec les transports. Mes collègues avec enfants n’en veulent pas.

@ Il faut le redire à chaque réunion : *compresser* n’est pas *réduire*.

+8 D’où l’importance du mot d’ordre : trente-deux heures payées trente-cinq, pas un jour de moins et une heure et demie de plus.

-7 Qui compense pour l’artisan et ses deux salariés ? Tant que la réponse n’est pas écrite, je ne peux pas défendre ça sur un marché.

@ L’aide pourrait être dégressive, comme au moment des trente-cinq heures : forte sous dix salariés, nulle au-dessus de deux cents.

@! Si c’est écrit comme cela dans le texte, je le porte. Noir sur blanc, avec le montant.

+7m Cariste dans un entrepôt. On est passé à quatre jours après une grève de onze jours. Le taux d’accident a baissé d’un tiers la première année. La direction le met maintenant dans ses plaquettes.

+5 Les gains de productivité des quarante dernières années sont allés au capital. Il est temps d’en reprendre une part sous forme de temps.

-4 Je crains une société à deux vitesses : les cadres du tertiaire en week-end de trois jours, les autres à leur service ces trois jours-là.

@f C’est déjà le cas : qui garde les enfants des cadres le mercredi ? Une raison de plus d’inscrire le droit pour toutes et tous.

+6 Un jour libéré, c’est un jour pour militer, pour ses parents, pour son jardin. On parle toujours du travail, jamais de ce qu’on ferait du temps.

-4 Je vais être désagréable : dans ma section, les retraités ont sept jours libres par semaine et nous ne sommes pas plus nombreux aux réunions.

@ Touché. Mais c’est nous qui collons les affiches !

+6f Je m’occupe de ma sœur handicapée. Un jour de plus par semaine, ce n’est pas du loisir, c’est la différence entre *aidante* et *épuisée*.

-6 Commençons par appliquer les trente-cinq heures à l’hôpital et dans la restauration. Une promesse tenue vaut mieux qu’une promesse neuve.

+7 L’expérimentation dans les collectivités volontaires coûte peu et convainc beaucoup. Notre mairie s’y met en janvier, je vous dirai.

@ Quelle mairie ? J’aimerais envoyer la nôtre visiter.

@! Une commune de 6 000 habitants, je donnerai le nom quand la délibération sera passée. Le secteur scolaire pose encore problème.

-5 Une collectivité n’a pas de carnet de commandes. Le test doit aussi se faire dans l’industrie, avec les organisations syndicales.

-6f Aide-ménagère payée à l’heure, chez sept personnes. Quatre jours pour moi, ça veut dire quoi, concrètement ? Personne ne m’a encore répondu.

@ Ça doit vouloir dire un temps plein à trente-deux heures, trajets compris. Si notre texte ne le dit pas, il n’est pas écrit pour les bons métiers.

+5m Ingénieur, je travaille de toute façon quand on m’appelle. Je soutiens la mesure, mais sans droit à la déconnexion sérieux, le vendredi libre sera un vendredi au téléphone.

+6 Chiche : un accord de branche, trois ans, une clause de revoyure. C’est comme cela que les congés payés ont avancé aussi.

+6 Relisons l’histoire : les deux samedis, les congés, la retraite. À chaque fois on nous a prédit la faillite, à chaque fois le pays s’en est remis. / > « Ils iront au café », disait-on des ouvriers. // Eh bien oui, et c’était très bien.

-6 Pour moi la priorité reste le salaire. Demandez à une caissière si elle préfère un jour ou deux cents euros.

@f Caissière dix ans. On ne m’a jamais demandé. Je prends le jour : les deux cents euros, le loyer les aurait mangés.

@m Et moi les deux cents euros, avec trois gamins. Comme quoi il faut laisser le choix.

-5 Nous avons déjà trois promesses sur le temps de travail dans le programme. En ajouter une quatrième sans dire laquelle passe avant, c’est n’en promettre aucune.

+7 Elle préfère les deux, et elle a raison. Ne les opposons pas à sa place.

+7 Mon amendement, pour avancer : / - droit à l’expérimentation de branche dès la première année ; / - trente-deux heures en trois ans dans la fonction publique, **avec** les postes ; / - rapport public avant toute généralisation.

@ Je le signe. Il manque l’industrie de process, où l’on tourne en cinq équipes : chez nous, c’est fait depuis les années quatre-vingt.

-4 Un chiffre m’arrête : dans les pays cités en exemple, les essais portaient sur des entreprises *volontaires*. On mesure l’enthousiasme autant que la méthode.

-5 Il faut dire aussi l’âge de départ : moins d’heures par semaine mais jusqu’à quel âge ? Les deux vont ensemble.

@ Deux combats, deux textes. Sinon on nous répondra retraite à chaque fois qu’on parlera du vendredi.

+6m J’ai 26 ans, deux CDD, un service en salle le soir. Autour de moi, personne ne rêve de réussir sa carrière, tout le monde rêve d’avoir une vie. Si l’on ne comprend pas cela, on continuera de parler à des salles de soixante ans d’âge moyen.

-6f Sage-femme. À effectif égal, quatre jours dans mon service, c’est fermer une salle de naissance. **Les postes d’abord, la semaine ensuite.** Dans cet ordre, je signe demain.
was: Sage-femme. À effectif égal, quatre jours dans mon service, c’est fermer une salle de naissance. Les postes d’abord.

+7 Dans notre imprimerie, on a tiré au sort le jour libre pour que le vendredi ne soit pas réservé aux anciens. Une fois la règle juste, plus personne n’a protesté.
`);
