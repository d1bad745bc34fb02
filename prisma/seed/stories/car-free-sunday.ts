import { tale } from "./tale.ts";

/** "Faut-il un dimanche sans voitures par mois dans le centre ?", in Clermont-Ferrand: first ideas. */
export const sundayIdeas = tale(`
+7 Le dimanche de septembre, quand tout est fermé aux voitures, j’entends la cathédrale depuis ma cuisine. Je voudrais cela douze fois par an.

=5 Quel périmètre ? Le plateau central seulement, ou jusqu’aux boulevards ? On ne peut pas répondre sans carte.
tag: map

-6f Je visite ma mère à la résidence tous les dimanches. À 79 ans, elle ne viendra pas à pied jusqu’à un parking relais. Prévoyez-nous, ou je suis contre.
tag: visits

=6 Idée : un macaron pour les soignants, les aidants, les livraisons de repas et les personnes handicapées. Ailleurs, c’est une demande en ligne, valable un an.
tag: pass

+6m Patron de café place de Jaude. La dernière fois, j’ai fait la recette d’un samedi de juin. On était contre à dix, on est pour à huit.
tag: cafe
`);

/** The debate, until its vote. */
export const sundayDebate = tale(`
-5 Les cafés, oui. Mon magasin de meubles, non : personne n’emporte un canapé en tram. Ces dimanches-là, je ferme.
tag: furniture

@ La plupart des magasins de meubles sont fermés le dimanche de toute façon, non ?

@! Quatre ouvertures par an, et elles tombent justement en septembre et en décembre.

+6f J’ai appris à faire du vélo à mon fils rue Blatin un dimanche sans voitures. Il en parle encore. Moi aussi.

-6 Les voitures ne disparaissent pas, elles viennent chez nous. Les jours de fermeture, mon quartier de Fontgiève est un parking.
tag: overflow

@f Même chose vers Saint-Alyre. Il faut réserver ces rues aux riverains ce jour-là.

+5 Les relevés du dernier dimanche : **moins 31 % de dioxyde d’azote** à la station du centre entre 10 h et 18 h. Source : le bulletin mensuel de surveillance de l’air, que je peux envoyer.
tag: air

@ Merci pour la source. On devrait toujours faire comme cela.

-4 Pour une journée ! Le lundi, tout est revenu. Je préfère une mesure moins belle et quotidienne.

+7 À condition que le tram passe toutes les huit minutes ce jour-là, et qu’il soit gratuit. Sinon c’est une fête pour ceux qui habitent déjà le centre.
tag: tram

@m Le conseil a voté la gratuité du week-end pour moins que cela. Demandons-la noir sur blanc.

-5m Pompier volontaire : les barrières, c’est bien, les plots en béton, non. La dernière fois, on a perdu quatre minutes pour un malaise. Mettez des agents, pas des blocs.
tag: rescue

@f Des bénévoles formés tiennent les barrières pour le marathon. On sait faire.

+5 Ouvrons les rues à qui en a besoin : jeux pour enfants, chorales, clubs, terrasses, et des bancs. Une rue vide n’est pas une fête.

-4 Les associations sont épuisées. Animer douze dimanches, c’est six cents heures de bénévoles. Commençons par quatre, un par saison.
tag: four

@ Quatre, bien préparés, c’est aussi ce que je défendrai.

+6 Quatre, puis huit si les comptages sont bons. Écrivons les deux nombres, et la date où l’on choisit.

-6f Infirmière à domicile, onze patients le dimanche matin. Le macaron, d’accord, mais qu’il tienne sur un pare-brise et pas sur un téléphone. À 6 h 30, je n’ai pas de réseau dans les parkings.
tag: nurse

+6 Réponse simple : la fermeture de 10 h à 18 h. Les soins du matin sont faits, et la nuit reste tranquille.
tag: hours

@f De 10 h à 18 h, je signe. C’est cela qu’il fallait dire en premier.

-3 On s’occupe des rues du centre pendant que le pont de la Croix-de-Neyrat attend ses trottoirs. Les priorités, camarades.

@ L’un n’empêche pas l’autre, mais tu as raison : parlons aussi des trottoirs, dans un débat à eux.

+5m Guide bénévole. Les groupes me demandent chaque été pourquoi les voitures passent encore au pied de la cathédrale noire. Je n’ai toujours pas de réponse.

+4 Mes petits-enfants habitent Aurillac. S’il y a un dimanche de ce genre, ils montent. C’est un argument de grand-mère, il vaut ce qu’il vaut.

-5 Il faut un parking relais ouvert et gardé le dimanche. Celui des Pistes ferme à 20 heures, deux familles y ont dormi.

+6 J’étais contre au début du fil. Avec le macaron, les horaires et les quatre dates, je vote pour. Merci d’avoir écouté les gens qui travaillent.
tag: changed

-4 Restons prudents sur les chiffres de commerce : un café n’est pas une rue. Demandons à la chambre de commerce des ventes sur toute la zone.

+5f Je suis aveugle et je circule avec une canne. Un dimanche sans moteurs, j’entends les vélos trop tard. Pensez aux sonnettes, aux couloirs tracés, et venez faire le tour avec moi avant.
tag: cane

@ Je m’inscris pour ce tour. Samedi prochain, 10 heures, devant l’opéra ?
`);

/** What its hosts concluded; "#name" cites a voice. */
export const sundaySynthesis = `## Ce sur quoi nous sommes d’accord

Nous voulons des **dimanches sans voitures dans le centre**, et nous les voulons pour tout le monde. Personne n’a défendu une fermeture sans exceptions : le macaron pour les soins, les visites et les personnes handicapées (#pass) est repris par presque toutes et tous, sur papier comme l’a demandé une infirmière (#nurse). L’horaire de 10 h à 18 h (#hours) a levé la plupart des réserves, celles des familles d’abord (#visits).

## Ce qui nous partage

- **Le nombre.** Douze dimanches par an pour les uns, quatre pour les autres, parce que les bénévoles ne sont pas sans fin (#four).
- **Les rues autour.** Les voitures se reportent sur Fontgiève et Saint-Alyre (#overflow) : des places de riverains sont nécessaires, certains n’y croient pas.
- **Les commerces.** Les cafés y gagnent (#cafe), pas tous les magasins (#furniture). Il nous manque un chiffre pour toute la zone.

## Ce que nous proposons

1. Quatre dimanches la première année, un par saison, et un bilan public avant d’aller plus loin.
2. Un tram gratuit et fréquent ces jours-là (#tram).
3. Des agents et des bénévoles aux barrières, jamais de blocs de béton (#rescue).
4. Un tour préparatoire avec les personnes aveugles et en fauteuil (#cane).

## Et maintenant

La section porte ce texte au comité de ville. La secrétaire de section rendra compte ici de la réponse. Merci à celles et ceux qui ont changé d’avis en chemin (#changed), et aux autres de l’avoir rendu possible.`;
