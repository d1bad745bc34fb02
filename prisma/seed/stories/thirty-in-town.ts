import { tale } from "./tale.ts";

/** "Faut-il passer toutes nos villes à 30 km/h ?": first ideas. */
export const thirtyIdeas = tale(`
+7 Dans ma rue d’école, depuis le passage à 30, les enfants traversent seuls. Je ne demande rien d’autre.

=5 Avant de dire pour ou contre : quelqu’un a-t-il les comptages de sa ville, avant et après ? Je voudrais parler des mêmes chiffres que tout le monde.

-6 Un panneau ne ralentit personne. Sans plateaux, sans chicanes, on roule à 50 devant un panneau 30.

@ D’accord sur les aménagements. Compte 15 000 € le plateau : à combien par an peut-on s’engager ?

=6f Je suis auto-école. Le jour où toute la ville est à 30, je dois réapprendre à mes élèves à regarder la rue au lieu du compteur. Ce n’est pas un reproche, c’est une piste : *la formation*.

=4 Et les trottinettes ? Elles roulent à 25, bientôt aussi vite que les voitures. Il faut penser l’ensemble.

=5 Dans ma rue de Paris, on est à 30 depuis 2021, et je n’entends plus personne en parler. J’aimerais que l’on raconte aussi cela : au bout d’un an, ce n’est plus un sujet.
by: cast00000007

+6 Dans notre bourg, la traversée à 30 a coûté zéro euro : on a rendu la priorité à droite partout. Les gens lèvent le pied parce qu’ils ne savent plus qui a le droit.

@m La priorité à droite, l’aménagement le moins cher du monde. J’adore.

-4 Les urgences : chez nous les pompiers volontaires doivent rejoindre la caserne avec leur propre voiture. À 30, on gagne des vies d’un côté et on perd des minutes de l’autre.

=5 Proposition de méthode : que chaque section relève trois rues, à la même heure, avec un radar pédagogique prêté par la mairie. On aurait notre propre carte.
`);

/** The debate, before its first vote. */
export const thirtyDebate = tale(`
+6 C’est vrai pour le panneau seul. Mais quand toute la ville y passe, on n’a plus à se demander où l’on est : le conducteur s’habitue en deux mois.

-5 Les bus aussi sont à 30, et les temps de parcours s’allongent. Sur ma ligne, quatre minutes de plus, donc un bus de moins par heure.

@ Quatre minutes sur le papier. Sur la mienne, les feux supprimés en ont rendu trois.

+5 Laissons les grands axes à 50 pour les bus et passons le reste à 30. C’est ce qui se fait à peu près partout.

-7m Artisan, j’ai six chantiers par jour. Dix minutes perdues à chaque trajet, c’est un chantier de moins par semaine.

@f Artisane aussi, électricité. Mes dix minutes, je les perds à chercher une place. À 30 ou à 50, elle n’est pas là.

+8f Trois décibels de moins, c’est deux fois moins de bruit. J’ai rouvert ma fenêtre, au premier étage, pour la première fois depuis dix ans.

@ Deux fois moins d’énergie, c’est trois décibels ; deux fois moins fort à l’oreille, c’est plutôt dix. Mais oui, ça s’entend.

@! Merci pour la correction. Mon oreille à moi a dit merci quand même.

-3 Encore une bande de Parisiens à vélo. La dame qui se plaint du bruit n’a qu’à déménager, si elle entend encore à son âge. Il faut être bien bête pour gober ça.
by: cast00000008
tag: insult

-4 Il faut surtout arrêter de décider cela sans les maires des petites communes traversées.

+6 La vitesse tue d’abord des piétons âgés. À 50, un choc sur deux est mortel ; à 30, un sur dix. Le reste est du confort.

@ On donne parfois un sur cinq ou un sur quatre à 50, selon les études et les âges. L’ordre de grandeur reste le même, et il suffit.

+7f Assistante maternelle, trois petits et une poussette double. À 50, on attend. À 30, on traverse. Je n’ai pas de plus long argument.

-6 Dans ma commune, la rue principale est une départementale : le maire n’y peut rien sans le département. **Demandons d’abord le pouvoir de décider.**

@ Sur une départementale en agglomération, c’est le maire qui a la police de la circulation. Le département donne un avis, pas un ordre.

+5m Livreur à vélo, 60 km par jour. Le danger n’est pas la vitesse moyenne, c’est l’écart. Quand les voitures sont à 30 et moi à 22, on cohabite.

-5 Je crains la contravention comme ressource : un boulevard vide à 23 heures, un radar, 135 €. C’est comme cela qu’on fabrique des colères.
`);

/** What came once the debate was reopened. */
export const thirtyAgain = tale(`
-5 Ces chiffres-là, je les connais, mais la moyenne en ville est déjà de 17 km/h. Réglons plutôt les trois carrefours où l’on meurt.

@ Pourquoi choisir ? Les trois carrefours ET les rues d’école, cette année. Le reste quand on aura convaincu.

+6 Puisque le débat est rouvert : j’ai ce qui manquait, les comptages de notre ville sur deux ans. **Accidents corporels : moins 19 %.** Temps de parcours des bus : plus 2 minutes en moyenne. Chacun en tirera ce qu’il veut.
tag: counts

@f Moins 19 % sur l’ensemble ou sur les seules rues passées à 30 ?

@! Sur l’ensemble. Les grands axes restés à 50 n’ont pas bougé, toute la baisse vient du reste.

-6 Deux minutes par rotation, sur une ligne à dix rotations, c’est un conducteur de plus par jour. Qui le paie ? Je pose la question parce que j’ai tenu ce budget.

+7 On peut rendre ces deux minutes aux bus avec des feux prioritaires. C’est ce que nous avons écrit : 30 partout, **sauf** là où un bus passe toutes les dix minutes, et priorité aux carrefours.

@m Voilà un compromis que je peux défendre devant mon conseil.

-4 Il reste la campagne. Chez nous, « en ville » veut dire un bourg de 400 habitants et un tracteur. Ne votons pas un texte national pour une affaire de rues.

@ Alors écrivons « les communes qui le veulent », et aidons-les à payer les plateaux.

+6m Conducteur de bus depuis 1999. J’étais contre. Je freine deux fois moins et je n’ai plus mal au genou. Les voyageurs debout non plus.
`);
