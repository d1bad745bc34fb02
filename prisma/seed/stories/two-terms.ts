import { tale } from "./tale.ts";

/** "Faut-il limiter à deux les mandats successifs de nos élus ?": first ideas, among members. */
export const termsIdeas = tale(`
+7 Deux mandats, douze ans : si l’on n’a pas fait ce qu’on voulait en douze ans, on ne le fera pas en dix-huit.

=5 Précisons : deux mandats *identiques* d’affilée, ou deux mandats tout court ? La réponse change tout.

-6 Dans mon village, trouver un maire est déjà un exploit. Le nôtre en est à son quatrième mandat, et personne ne veut sa place. Avec la règle, c’est la préfecture qui nous gère.

+6f Conseillère municipale depuis peu. Les places de tête de liste sont prises jusqu’en 2038. On me dit de patienter, j’ai 44 ans.

=4 Regardons ailleurs : plusieurs partis voisins ont une règle à trois, avec dérogation votée par les adhérents. Elle est donnée à peu près toujours.

-5 Limiter, c’est donner le pouvoir aux administrations : le directeur général, lui, reste vingt ans. Un élu neuf met deux ans à comprendre qui décide vraiment.
`);

/** The debate, until its vote. */
export const termsDebate = tale(`
+6m Un mandat n’est pas un métier. J’ai été élu neuf ans, puis je suis retourné dans mon atelier. Le plus dur a été de réapprendre à être contredit.

@f Merci de dire cela. On parle toujours de la perte de l’expérience, jamais de celle de la réalité.

@ Neuf ans, et retrouver son atelier : tout le monde n’a pas d’atelier. Le statut de l’élu doit venir avec la règle.

-7f Ancienne première adjointe. À deux mandats, j’aurais quitté l’équipe l’année où le quartier sortait de terre. Les projets longs demandent des gens qui restent.

@ Ils demandent surtout des équipes qui se transmettent. Si tout repose sur une personne, c’est déjà un problème.

+5 Regardez la photo de notre groupe au conseil départemental : moyenne d’âge 61 ans, deux femmes en responsabilité. La parité est venue par la loi. Le renouvellement aussi viendra par une règle.

-5 C’est aux électeurs de choisir. S’ils veulent garder leur maire vingt ans, de quel droit le leur interdire ?

@ Nous n’interdisons rien à personne : nous décidons qui *nous* présentons.

@! Cela revient au même dans toutes les communes où nous sommes la gauche à nous seuls. Mais je prends l’argument.

+7 Ma proposition : deux mandats pour les **exécutifs de plus de 10 000 habitants** et les parlementaires, trois ailleurs, aucune limite sous 1 000. On ne traite pas Lille comme Besse.
tag: threshold

@f Avec ce seuil, je passe de contre à pour. C’est le maire de mon village qui va souffler.

@m Il faudra écrire aussi pour les intercommunalités. C’est là qu’est l’argent, et personne ne regarde.

-4 Toutes les exceptions qu’on ajoute montrent que la règle est mauvaise.

@ Ou qu’elle est écrite par des gens qui connaissent le pays.

+6 Le vrai mal n’est pas la durée, c’est le cumul dans le temps ET dans les fonctions. Deux mandats, un seul à la fois, et une indemnité correcte. Les trois ensemble.

-6m J’ai battu un sortant de la droite au bout de mon troisième essai. Celui qui m’aurait remplacé d’office ne l’aurait pas battu. Pensez aux endroits où l’on gagne avec un nom.

@f On gagne avec un nom parce qu’on ne laisse pas à un deuxième le temps de s’en faire un.

+5f Jeune attachée de groupe : j’ai vu trois élus préparer leur succession, tous les trois parce qu’ils savaient quand ils partaient. La date fait faire ce que la vertu ne fait pas.

-5 Les dérogations tueront la règle. Soit elle est absolue, soit elle ne s’applique qu’à ceux qui n’ont pas d’amis.

@ D’où le vote secret, à la majorité des deux tiers, dans la section concernée. Essaie d’avoir les deux tiers avec seulement des amis.

+6f Je suis issue d’un quartier dont aucun habitant n’a jamais été adjoint. Une place qui se libère, pour nous, ce n’est pas une statistique.

-4 On va perdre nos meilleurs connaisseurs du logement, de l’eau, des finances. Les lobbies, eux, n’ont pas de limite de mandats.

@ Formons ! Dix jours par an y ont droit tous les élus, moins d’un sur dix s’en sert.

+7 J’ai relu nos archives : nous avons voté cette règle en 2003, puis en 2012. Deux fois écrite, jamais appliquée. Ce qu’il faut voter, c’est **qui contrôle**.
tag: control

@m Une commission tirée au sort parmi les adhérents, avec pouvoir de refuser l’investiture. Là, cela changera.

-5f Porter cela pendant une campagne me gêne : nos adversaires ne s’imposent rien, et nous irons au combat avec des novices dans les villes tenues depuis vingt ans.

+4 Les novices gagnent aussi. Et ils perdent, oui. Les anciens perdent davantage, seulement on s’y est habitué.

-6 J’étais pour, je passe contre : la règle nationale écrasera des situations que seules les sections connaissent. Laissons-leur le choix, avec obligation d’en débattre avant chaque investiture.

@ Un débat obligatoire avec le sortant dans la salle ? Bon courage au premier qui lève la main.

+6 Alors un débat obligatoire, à bulletin secret, et deux mandats comme règle *par défaut*. Qui veut s’en écarter le demande. La charge de la preuve change de côté.
tag: default

-5 Je lis ce fil depuis une île où l’on nous envoie des candidats par avion. Chez nous, la rotation, on la subit : dès qu’un élu a compris comment fonctionne le port, l’octroi de mer et le conseil régional, une règle écrite ailleurs le remplace par quelqu’un qui doit tout réapprendre. Je ne défends personne, et sûrement pas ceux qui durent pour durer. Je demande que l’on écrive la règle *avec* nous, et que l’on dise ce qui arrive quand il n’y a qu’un seul volontaire. Parce que cela arrive, et pas seulement dans les îles.

@f Dans la Creuse non plus, il n’y a qu’un volontaire. On devrait faire une motion commune !

-3 Je m’abstiendrais bien, mais ce n’est pas proposé. Le sujet me paraît loin derrière les salaires.

+5m Militant depuis 1981. J’ai vu des gens formidables s’user au pouvoir et ne pas s’en apercevoir. Les aider à partir, c’est aussi une façon de les aimer.

@f Cette phrase, je la garde.

-5 Une conséquence à laquelle on ne pense pas : un élu qui ne peut pas se représenter n’a plus de comptes à rendre pendant six ans. Le second mandat devient une roue libre.

@ C’est l’objection la plus sérieuse du fil. Un bilan public à mi-mandat, devant la section, en corrigerait une partie.
`);
