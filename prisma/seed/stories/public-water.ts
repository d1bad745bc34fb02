import { tale } from "./tale.ts";

/** "Le département doit-il reprendre l’eau en régie publique ?", among the members of the Puy-de-Dôme. */
export const publicWater = tale(`
+7 Le contrat de mon syndicat finit dans vingt mois. Si l’on ne décide pas maintenant, on signera pour douze ans par défaut. Voilà l’urgence.
tag: contract

@ Vingt mois, c’est déjà juste : il faut dix-huit mois pour reprendre les fichiers d’abonnés et le personnel.

-6 Le privé n’est pas le diable. Chez nous, le délégataire a trouvé en un an plus de fuites que le syndicat en dix.

@f Il les a trouvées parce que le contrat l’y obligeait. Un bon contrat ou une bonne régie, la différence est dans la tête de celui qui contrôle.

+6f Facturière dans une régie : 3,42 € le mètre cube ici, 4,10 chez le voisin en délégation, même eau, même vallée. La différence s’appelle un siège social.
tag: price

@ Ou l’état des canalisations. Il faudrait comparer à rendement égal.

-5 Ne mélangeons pas tout. La *compétence* est aux intercommunalités. Le département peut aider, conseiller, financer, pas exploiter à leur place. Le titre du débat promet trop.
tag: law

@m C’est exact, et il vaut mieux l’écrire. Mais un syndicat départemental, créé par les intercommunalités volontaires, existe dans plusieurs départements.

+6m Fontainier pendant trente ans, passé du public au privé puis retour. Le métier est le même. Ce qui change : en régie, quand je disais qu’une conduite était morte, on me demandait *quand* la changer, pas *si*.

-6 Qui paiera les 140 km de conduites en amiante-ciment posées avant 1975 ? Public ou privé, il faudra 60 millions. Répondons à cela d’abord.
tag: pipes

@ Emprunt sur quarante ans : c’est la durée de vie des tuyaux. Aucun délégataire ne s’engage aussi long, une collectivité si.

+5 L’été dernier, onze communes ravitaillées par camion. Quand la source baisse, il faut se prêter l’eau entre vallées. Cela, aucune entreprise n’a intérêt à le faire, chacun son contrat.
tag: lend

@f Ma commune était dans les onze. Trois semaines de bouteilles pour ma mère de 88 ans, portées par les voisins.

-4 Une grande régie départementale sera loin des gens. Aujourd’hui, quand il y a une fuite, j’appelle le maire à 22 heures. Il râle, mais il vient.

@! J’ajoute qu’il s’appelle Marcel et qu’il a 76 ans. Je sais bien que cela ne durera pas.

+6 On peut garder des équipes par vallée et mutualiser ce qui se mutualise : laboratoire, facturation, achats, astreinte. *La proximité, c’est une équipe, pas un siège.*

-5f Agricultrice, je suis irrigante et je l’assume. Dans tous vos messages, l’eau est un robinet. C’est aussi un champ. Mettez-nous à la table avant d’écrire le menu.
tag: farmers

@ Une place pour les irrigants au conseil, oui. Avec les pêcheurs, les associations et les usagers.

+7 La tarification : **les quinze premiers mètres cubes presque gratuits, les suivants au prix, les piscines au prix fort.** Cela se vote en régie, cela se mendie en délégation.
tag: tariff

@m Attention aux familles nombreuses : à six dans un appartement, on dépasse vite le deuxième palier sans piscine. Il faut un quotient par personne.

-5 Toutes les tarifications progressives que j’ai étudiées butent sur les compteurs collectifs. Dans un immeuble de 80 logements, qui est la piscine ?

+5m Professeur de sciences à Ambert. Mes élèves ont suivi le circuit de l’eau du captage à la station. À la fin, l’un d’eux a demandé : « à qui elle est ? » Je n’ai pas su répondre en une phrase. Il faudrait.

-6 Reprise du personnel : 63 salariés de droit privé, avec leurs accords. La régie devra les garder tous, à salaire égal. Ce n’est pas négociable pour moi.
tag: staff

@ Ce n’est pas négociable pour nous non plus, et la loi le prévoit : les contrats suivent l’activité.

+6 Les bénéfices du dernier exercice publié : 2,1 millions remontés au groupe. C’est trois kilomètres et demi de conduites par an qui ne sont pas posés.

-4 Et les pertes, quand il y en aura ? En régie, elles seront pour nous. Personne ne parle jamais des années sèches dans les comptes.

+5f Élue d’opposition dans un syndicat : il m’a fallu cinq courriers pour obtenir le rapport annuel. En régie, je m’assieds au conseil et je lis.

-3 Je vote d’habitude avec vous, mais je trouve qu’on discute de drapeau. Mon eau est bonne, ma facture correcte, et j’aimerais qu’on ne touche pas à ce qui marche.

+6 Elle est bonne *aujourd’hui*. Les analyses de pesticides demandées par la fédération l’an dernier ne l’étaient pas partout. Protéger les captages, c’est acheter des terres : le public sait faire.
tag: catchment

-5 Je propose l’inverse du titre : que le département crée un service d’**appui** pour contrôler les contrats, et que chaque intercommunalité choisisse. On gagne 80 % du résultat sans la guerre.
tag: support

@f J’aime l’idée comme étape. Un appui solide ferait apparaître tout seul qui a intérêt à passer en régie.

+6 Étape, d’accord, mais datée : appui dès l’an prochain, syndicat ouvert aux volontaires dans trois ans, et plus aucun renouvellement automatique entre-temps.
tag: dated

-4f Ancienne directrice de syndicat : la mutualisation, je l’ai faite avec onze communes. Il a fallu six ans et deux élections. Prévoyez des gens dont ce soit le métier, sinon vous ferez une coquille.

+5 Merci pour ce débat, j’ai appris plus en deux semaines que pendant tout un mandat. Je reste pour, mais je sais maintenant pourquoi d’autres sont contre.
`);
