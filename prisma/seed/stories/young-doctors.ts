import { tale } from "./tale.ts";

/** "Faut-il obliger les jeunes médecins à s’installer là où ils manquent ?": ideas, in the open. */
export const youngDoctors = tale(`
+7f Dix-huit mois que mon médecin est parti. J’ai 74 ans, trois ordonnances à renouveler, et je fais 52 km pour voir un remplaçant différent à chaque fois.

=6 Avant de répondre, une donnée : la densité varie de un à trois entre départements, mais elle varie presque autant *à l’intérieur* d’une même ville. Le désert commence parfois au bout du tram.

-6m Interne en médecine générale, septième année. On m’a obligé tout l’été, Noël, les nuits. Si la première chose qu’on me propose ensuite est une obligation de plus, je pars en Suisse ou je fais autre chose.

+6 Un professeur des écoles est nommé là où il y a des élèves. Un gendarme aussi. On leur a payé des études, on leur paie un logement, et personne ne parle de dictature.

=5f Infirmière en pratique avancée : je suis déjà installée là où il n’y a plus de médecin. Donnez-moi le droit de renouveler et d’adresser, et la moitié des rendez-vous se règlent demain.

-5 L’obligation déplace la pénurie. Il manque des médecins *partout* : les répartir autrement, c’est fâcher tout le monde pour trois ans.

+5 Je propose deux ans, pas dix. Deux ans dans un centre de santé public, salarié, avec des collègues. Ce n’est pas un bagne, c’est un premier poste.

=4 Les études durent dix ans. Tout ce que nous écrirons ici aura un effet en 2037. Que fait-on l’année prochaine ?

+7m Maire rural. J’ai construit une maison de santé à 900 000 €. Elle est très belle. Elle est vide. L’incitation, nous l’avons essayée vingt ans.

-6f Jeune médecin, je me suis installée dans le Cantal, et j’y suis heureuse. Ce qui m’a fait rester : le stage, un maître de stage extraordinaire, une crèche, et un emploi pour mon compagnon. **Personne ne m’a obligée.**

=6 Le point commun de tous ceux qui restent : ils viennent de là. Ouvrons des premières années de médecine dans les villes moyennes et prenons les élèves des lycées ruraux.

+6 La liberté d’installation n’est pas tombée du ciel, elle date de 1927. On peut respecter un principe et constater qu’il ne soigne plus personne à Thiers ou à Nevers.

-4 Un conventionnement sélectif fera naître une médecine hors convention pour les riches. Nos voisins l’ont vu : dans les beaux quartiers, on paie et l’on ne se fait pas rembourser.

=5 Il existe une voie moyenne : on ne s’installe dans une zone bien dotée que lorsqu’un confrère en part. Les pharmaciens vivent ainsi depuis longtemps et ne sont pas malheureux.

+6m Kinésithérapeute libéral : nous, on l’a, la régulation. Au début, tout le monde a hurlé. Aujourd’hui plus personne ne reviendrait en arrière, et les zones creuses se remplissent.

=4 La télécabine de la pharmacie m’a dépanné deux fois. Elle ne m’a ni palpé le ventre ni demandé comment j’allais. Bien, mais pas à la place.

-5f Secrétaire de maison médicale. Nos médecins font 55 heures et finissent à 21 heures par la paperasse. Un assistant médical libère un jour par semaine. Cherchons le temps médical avant de chercher les médecins.

=5 Libraire, donc pas du tout spécialiste, mais je vends depuis vingt ans des livres à des internes du quartier. Ceux qui sont partis à la campagne et y sont restés me disent tous la même chose : on les a **attendus**. Quelqu’un leur a fait visiter l’école, un confrère leur a laissé ses dossiers, la boulangère connaissait leur prénom. Ceux qui sont revenus avaient une prime et une clé dans une boîte aux lettres. Je ne sais pas voter une loi là-dessus, mais je sais laquelle des deux histoires donne envie.
by: cast00000007

+7 Vous avez tous raison pour dans dix ans. Moi j’ai une fille asthmatique cette nuit.

=5 Question sincère : combien d’étudiants refuseraient une bourse de 1 500 € par mois contre cinq ans dans une zone choisie sur une liste ? Le dispositif existe, il est à moitié rempli. Pourquoi ?

=6f Réponse d’une boursière : parce que la liste change chaque année, et qu’on s’engage à 20 ans pour un endroit qu’on choisit à 29. Fixez la liste et vous remplirez.

-6 Obliger, c’est le mot de ceux qui n’ont plus d’idées. Je préfère : **salarier**. Un service public de santé, avec des postes, une mutuelle, des congés. La moitié des jeunes le demandent.

+6 Salarier, bien sûr. Mais si personne ne postule au centre de santé de Decazeville, on fait quoi ? Tôt ou tard, on revient à la règle.

=4 On parle des généralistes. Essayez l’ophtalmo, le psychiatre, le gynéco. Onze mois d’attente chez nous. Le débat doit les nommer.

+5m Ambulancier. Les trois quarts de mes transports de nuit étaient des consultations de jour qui n’ont pas eu lieu. Vous n’imaginez pas ce que coûte l’absence d’un médecin.

-4 Une contrainte sur les jeunes femmes, disons-le, car elles sont 60 % des promotions. Deux ans loin, à l’âge des enfants : le texte doit être écrit par elles, pas par nous.

=5 Je retiens cela : rien sans elles et rien sans logement ni garde. Il faudrait une liste de ce que le territoire **doit** avant de demander : / 1. un logement ; / 2. une place en crèche ; / 3. un cabinet à plusieurs.

=3 Et les médecins formés à l’étranger, qui tiennent nos hôpitaux pour 1 700 € par mois en attendant un concours ? Ils sont déjà là où personne ne va.

+6f Je suis l’une d’eux. Neuf ans aux urgences, trois fois le dossier. Le jour de ma régularisation, je m’installe où vous voulez.

-5 Gardons-nous d’opposer patients et soignants. Un médecin qu’on force est un médecin qui part, et un patient en colère n’a jamais fait venir personne.

=6 J’ai fait le tour de ma circonscription : sur 31 médecins, 14 ont plus de 62 ans. Aucune mesure ne suffira seule. Classons les nôtres par *délai* : trois mois, trois ans, dix ans.

+5 À trois mois : une garde obligatoire pour tous, cliniques comprises. Le samedi soir, l’hôpital public porte tout et le privé a fermé à midi.

=4m Retraité, médecin de campagne pendant trente-six ans. J’étais contre toute contrainte. J’ai cherché un successeur sept ans. Je ne sais plus, et c’est bien la première fois.

-4 Attention à ne pas faire du soin une affaire de sanctions. Après l’obligation d’installation, on aura l’obligation de ne pas tomber malade le week-end.

+7 Le droit à la santé est dans la Constitution. La liberté d’installation, non. Quand deux libertés se gênent, celle du malade passe d’abord.
`);
