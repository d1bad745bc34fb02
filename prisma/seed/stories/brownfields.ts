import { tale } from "./tale.ts";

/** "Nos friches : des logements plutôt que des entrepôts ?", in the open, in the Nord. */
export const brownfields = tale(`
+7 J’habite en face d’une filature fermée depuis 1989. Trois projets d’entrepôt, zéro logement, et des arbres de douze mètres dans l’atelier. Cela suffit.

@ Douze mètres d’arbres, c’est peut-être le meilleur projet des trente dernières années.

-6m Un entrepôt, c’est 220 emplois sans diplôme dans un bassin à 14 % de chômage. Mes voisins ne mangent pas de l’architecture.

@f 220 annoncés, 90 trois ans plus tard, dont la moitié en intérim. Nous avons fait le relevé sur quatre plateformes.

@! Quatre-vingt-dix, c’est encore quatre-vingt-dix familles.

+6f Géologue de métier : certaines de ces terres ont reçu du plomb pendant un siècle. **On ne met pas une école dessus** sans dépolluer. C’est possible, il faut le dire avec le prix : de 80 à 300 € le mètre carré.
tag: soil

-5 Ce prix-là tue tous les projets de logement social. Qui veut du logement sur friche doit dire qui paie la dépollution. L’industriel est parti avec la caisse.

@ Le fonds friches en paie une part, quand le dossier est bon. Une petite mairie n’a personne pour monter le dossier.

+6 Cinq mille demandes de logement en attente dans l’agglomération, et l’on continue de bâtir sur des champs de pommes de terre. Les friches d’abord, les champs jamais.

-4 Tout n’est pas logeable : à côté de l’autoroute et de la voie ferrée, personne n’a envie d’ouvrir sa fenêtre. Laissons là les entrepôts, et demandons-leur des panneaux sur le toit.

+5 Ni l’un ni l’autre : des ateliers. Nos artisans cherchent 150 m² et ne trouvent que 3 000. Une halle découpée, un four partagé, une cantine.

@m Menuisier à Roubaix, je signe tout de suite. Mon loyer a doublé en cinq ans.

+7f Fille et petite-fille d’ouvrières du textile. Ne rasez pas tout. Une cheminée gardée, un nom de rue, et les enfants savent que l’on a travaillé ici.

-5 La mémoire, oui, mais en hiver un bâtiment de 1905 coûte trois fois plus à chauffer. J’ai habité un loft réhabilité : superbe, et 11 degrés dans la chambre.

+6 Dans ma ville, on a mêlé : une école, 80 logements dont la moitié sociaux, un parc sur la partie la plus polluée, scellée. Quinze ans de travail, deux maires de bords opposés. Allez le voir un dimanche.

@ Quinze ans : voilà le chiffre à mettre en titre. Qui commence avant la prochaine élection ?

-6m Délégué syndical dans la logistique. On parle de nous comme d’une verrue. Faites plutôt entrer des droits dans ces hangars, on y sera encore dans vingt ans.

@f Il a raison. « Des logements plutôt que des entrepôts » oppose des gens qui prennent le même bus.

+5 Un entrepôt paie une taxe foncière, un parc n’en paie pas. Tant que l’argent des communes viendra du mètre carré bâti, elles diront oui aux hangars. C’est une loi qu’il faut changer, pas un maire.

-4 J’attends de voir un promoteur qui construise pour nos salaires. Les derniers lofts se sont vendus à des gens de Lille et de Bruxelles.

+6m Étudiant en urbanisme à Dunkerque : j’ai recensé 41 friches de plus d’un hectare dans l’arrondissement. Neuf seulement ont un propriétaire qui répond au téléphone. La première mesure : pouvoir **reprendre les biens abandonnés**.

-5 Et l’eau ? Les friches boivent la pluie. On bétonne, on inonde la rue d’après. Le marais le sait bien, nous aussi depuis deux hivers.

+5f Infirmière scolaire : dans les classes proches de l’ancienne fonderie, on dépiste encore du plomb. Avant les plans, une prise de sang pour les petits. Après, on discutera façades.

-3 Je lis beaucoup de « il faut ». Quelqu’un a-t-il un terrain, un budget et une date ? Sinon c’est encore une friche, en mots.

+6 Un terrain : l’ancienne blanchisserie, 1,6 hectare. Un budget : l’établissement foncier l’a provisionné. Une date : l’enquête publique ouvre en mars. Venez-y nombreux.

@m Noté, et merci. Je ferai la lettre d’invitation pour la section.
`);
