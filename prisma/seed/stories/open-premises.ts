import { tale } from "./tale.ts";

/** "Faut-il ouvrir notre local au quartier, trois après-midi par semaine ?": ideas, in Clermont-Ferrand. */
export const openPremises = tale(`
+7 Le local est fermé 160 heures sur 168. Nous payons 410 € par mois pour stocker des drapeaux.

=5 Qui ouvre, qui ferme, qui reste ? Avant l’idée, je voudrais voir un planning avec des prénoms.

+6f Je peux tenir le mercredi de 14 h à 17 h. Aide aux devoirs, je l’ai fait vingt ans comme institutrice et cela me manque.

-5 Notre assurance couvre des réunions, pas l’accueil d’enfants. Le jour où l’un d’eux se coince un doigt dans la porte, on fait quoi ?

=6 J’ai appelé l’assureur : 96 € de plus par an pour l’accueil de public, à condition d’être toujours deux adultes. Voilà une question de moins.

+6 Un café à prix libre et un ordinateur pour les démarches. La moitié des gens que nous croisons au marché se battent avec un site de l’État.

-6 Nous ne sommes pas un centre social. Il y en a un à 300 m, avec des professionnels, et la mairie vient de lui couper 8 %. *Défendons-le* au lieu de le remplacer.

=4 Pourquoi pas ensemble : eux ont les professionnels, nous avons une salle chauffée. Je connais la directrice, je peux poser la question.

+5m Étudiant : trouvez-moi un endroit où réviser sans consommer après la fermeture de la bibliothèque et je vous amène tout l’amphi.

-4 Un local politique n’est pas neutre. Des mamans n’oseront pas entrer, d’autres croiront qu’il faut prendre la carte. Il faut au moins enlever les affiches de la vitrine.

+6 Au contraire, laissons-les. On entre chez des gens qui disent qui ils sont et qui vous aident quand même. C’est la meilleure affiche du monde.

=5f Accessibilité : une marche de 14 cm à l’entrée. Une rampe amovible coûte 180 €. Si l’on n’achète pas la rampe, on n’ouvre pas « au quartier ».

=4 Un après-midi, pas trois. Bien tenu pendant six mois. Nous sommes très forts pour annoncer trois et tenir zéro.

-5m J’ai connu la permanence des années quatre-vingt-dix. Au début, la queue. Au bout d’un an, deux habitués et la télé. Ce n’est pas triste, mais cela n’a changé aucune élection.

+5 Ces deux habitués, on les avait aidés à garder leur logement. Je les ai revus l’an dernier à la fête du quartier. Tout ne se compte pas en voix.

=6 Liste de ce qu’on me demande vraiment à la sortie de l’école : / - imprimer un document ; / - comprendre une lettre de la caisse d’allocations ; / - un endroit au chaud en attendant le bus. // Commençons par là.

-4 Et les données ? Quelqu’un qui vient nous montrer une lettre d’huissier nous confie sa vie. Qui garde quoi ? Rien ne doit sortir du local, ni un nom ni une photo.

=5 Tout à fait : pas de fichier, pas de photocopie gardée, pas de liste. Une feuille de règles au mur, en gros caractères.

+7f Voisine du dessus et adhérente depuis mars. Depuis que vous avez repeint la devanture, les gens me demandent ce que c’est. Ouvrez la porte, je descends le gâteau.

+4 Un samedi par mois, on pourrait prêter la salle aux associations. La chorale cherche un lieu et paierait le chauffage.
`);

/** "Devons-nous tenir une permanence à la gare chaque vendredi soir ?": ideas, in a section of Lyon. */
export const stationStand = tale(`
+6 Le vendredi à 18 heures, vingt mille personnes traversent le parvis. Nulle part ailleurs dans Lyon nous ne croiserons autant de monde en une heure.

-6 Vingt mille personnes *pressées*. J’y ai distribué des tracts tout un hiver : on en retrouve les trois quarts dans les corbeilles du métro.

=5 La vraie question est ce qu’on leur apporte. Un thé chaud en décembre marche mieux qu’un quatre-pages.

+5f Je prends le train de 18 h 34 toutes les semaines. Ceux d’en face y sont. Nous, jamais. Cela se remarque.

=4 Il faut une déclaration en préfecture pour installer une table, et la gare est un terrain privé. Le bon côté est la sortie Villette, sur le trottoir.

-5m Nous sommes onze actifs. Vendredi soir, plus le marché du dimanche, plus la réunion du mois : j’ai aussi une vie, et elle me le rappelle.

+6 On peut le faire un vendredi sur quatre, avec les deux sections voisines. Trois équipes de quatre, et chacun vient une fois par trimestre.

=6 Avant de décider, essayons deux fois, en comptant les conversations de plus d’une minute. Sous trente, on arrête.

-4 Parlons plutôt aux gens qui habitent ici. Les voyageurs votent à Bourgoin ou à Ambérieu.

+5 Et les cheminots, les agents de sécurité, les vendeuses du centre commercial ? Ils finissent à cette heure-là, et beaucoup habitent le quartier.

=5f Travaillant dans le centre commercial : passez à 20 h 15, à la sortie du personnel. Personne ne vient jamais nous voir, nous.

+7 L’idée de la sortie du personnel est la meilleure du fil. Je m’inscris pour celle-là.
`);
