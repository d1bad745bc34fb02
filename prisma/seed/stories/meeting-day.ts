import { tale } from "./tale.ts";

/** "Passons-nous nos réunions de section au samedi matin ?", in the section of Clermont-Ferrand. */
export const meetingDay = tale(`
+7 Le samedi matin, après le marché : on est déjà là, on a les tracts à la main, et un café suffit pour réunir quinze personnes.

@ Quinze, je prends. Mardi dernier nous étions neuf, dont deux pour la clé.

-6f Le samedi matin exclut celles et ceux qui travaillent dans le commerce. Moi la première.

@m Même chose dans la restauration. Le samedi midi, on ne dort pas, on dresse.

@f Et l’hôpital, et les pompiers, et les gardes d’enfants… Aucun jour n’ira à tout le monde, c’est entendu.

+6 Un samedi sur deux, alors, et un mardi soir sur deux. Chacun en aura au moins un par mois.

-5 Alterner, c’est la meilleure façon que personne ne sache jamais quel jour on est. Un jour fixe, même imparfait.

@ Un jour fixe et un rappel la veille par message. Ce n’est pas l’alternance qui perd les gens, c’est l’oubli.

-5 Je travaille à Vichy la semaine, je rentre le vendredi soir. Le samedi matin, pardon, c’est ma famille.

+6f Étudiante : le mardi soir, j’ai TD jusqu’à 20 heures. Le samedi, je suis là, et je ramène deux amis.

+8 Avec les enfants, le soir c’est impossible. Le samedi je viens avec eux, il y a une cour.

-7 La salle du samedi est au deuxième étage sans ascenseur. Roger ne peut plus venir depuis mars. Réglons ça d’abord.
tag: roger

@f Merci. J’y pense à chaque fois que je monte ces escaliers.

+5 Faisons simple : un samedi de 10 h à midi en janvier, un en février, et on compte les présents. Si nous ne sommes pas plus de vingt, on revient au mardi sans rancune.

+6 La maison des associations du rez-de-chaussée est libre le samedi de 10 h à 12 h. J’ai appelé, elle est gratuite pour nous deux fois par mois.
by: cast00000001

@ Les clés se prennent à l’accueil, il faut une pièce d’identité et quelqu’un qui rapporte avant 13 heures. Je veux bien m’en charger en janvier.

-4 Le mardi soir a une vertu : on débat, on décide, personne n’est pressé d’aller faire ses courses.

-6 Le samedi, c’est aussi le jour où l’on tracte. Si la réunion mange la matinée, qui va au marché Saint-Joseph ?

@ Justement : on tracte à 9 heures, on se réunit à 11. Même équipe, même café.

+7 Et si l’on gardait le mardi pour le bureau, et le samedi pour tout le monde ? Décider et se retrouver, ce n’est pas la même réunion.
by: cast00000001

+5 On peut débattre ici et garder la réunion pour s’organiser. C’est un peu le but de cet endroit, non ?

-3 Pour être honnête, je viens surtout pour le verre d’après. À 11 heures du matin, c’est plus compliqué.

@ On fera un vin chaud. C’est politique.

+6m J’ai 68 ans, je ne conduis plus la nuit. De novembre à mars, le mardi soir, c’est non. Je n’osais pas le dire.

-5 Tout le monde n’est pas à l’aise avec un clavier. La réunion reste le lieu où l’on se parle vraiment.

@f Je peux imprimer le fil et l’apporter à ceux qui n’ont pas d’ordinateur. On l’a fait pour la liste des candidats.

-4 Une chose me gêne : nous sommes dix à décider pour les cent vingt qui ne viennent jamais. Téléphonons-leur d’abord. Je prends les lettres A à F.

@ Je prends G à M. Qui dit mieux ?
`);
