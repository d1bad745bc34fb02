import { tale } from "./tale.ts";

/** "La cantine scolaire doit-elle être gratuite partout ?": first ideas. */
export const mealsIdeas = tale(`
=6 Pour commencer, un état des lieux : dans notre département, le repas va de 0,15 € à 6,90 € selon la commune et le quotient. Deux enfants de la même école, à deux rues, ne paient pas la même chose.
tag: gap

+8f C’est le seul repas complet de la journée pour plus d’un enfant de ma classe. La question ne devrait même pas se poser.
tag: meal
by: cast00000001

=5m Cuisinier de collectivité depuis quinze ans. Quoi que vous décidiez, dites bien **qui cuisine**. Une barquette gratuite reste une barquette.
tag: cook

+6 On ne fait pas payer la chaise ni le tableau. Le midi fait partie de la journée d’école, point.
by: cast00000007

-4 Je ne suis pas contre l’idée, je suis contre le mot *partout*. Ma commune a huit élèves et pas de cantine : les enfants rentrent chez eux.

@f Chez nous aussi, jusqu’à ce qu’une maman trouve un travail. Une cantine de huit couverts, ça se partage avec l’Ehpad d’à côté.

=4 Il manque un chiffre dans le texte de cadrage : le coût complet d’un repas. Chez nous, c’est 11 €, dont 2,40 de denrées. Le reste, ce sont des salaires.
tag: cost
`);

/** The debate, until its vote. */
export const mealsDebate = tale(`
-5 Gratuit pour tous, même pour ceux qui peuvent payer 7 € le repas ? Cet argent manquera aux garderies.
tag: rich

@ « Ceux qui peuvent payer » paient déjà, par l’impôt. Et pour combien de familles au tarif plein ? Une sur neuf chez nous.

@! Une sur neuf à 7 €, cela fait quand même un poste d’animatrice.

+7 Un tarif unique à zéro supprime la honte de l’impayé. J’ai vu une directrice garder un petit à l’écart pour une dette de 40 €.
tag: shame

@f J’étais ce petit, en 1987. On s’en souvient toute sa vie.

-5 Le temps du midi manque de bras plus que d’argent : un adulte pour vingt-cinq enfants, du bruit à 85 décibels. Si la gratuité remplit le réfectoire sans embaucher, je plains les petits.
tag: noise

-6 Les tarifs au quotient descendent déjà à 50 centimes. Le problème n’est pas le prix, c’est l’inscription.
tag: forms

@ L’inscription peut se faire une fois pour toutes à l’entrée en maternelle. Nous l’avons fait, cela tient sur une page.

+7m Gardien d’école. Je vois ceux qui disent qu’ils n’ont pas faim. Toujours les mêmes, toujours à la fin du mois.

+6 L’inscription, les justificatifs, les changements de situation : tout cela coûte en personnel. L’universel simplifie.

-4 Mieux vaut du bio, du local et des cuisines sur place. À budget égal je choisis l’assiette.

@m Les deux, mon capitaine : la loi impose déjà la moitié de produits durables. On n’y est presque nulle part.

+7 Notre commune a fait les deux en sept ans, avec une régie agricole. Ce n’est pas l’un ou l’autre, c’est une volonté.
tag: both

@ Quelle taille, cette commune ?

@! Dix mille habitants, six hectares, trois agents. Le repas est revenu au même prix qu’avant.

-6m Élu aux finances d’une ville moyenne : la gratuité, c’est 1,8 million par an chez nous, soit quatre points de taxe foncière. Je veux bien l’assumer, mais *dites-le*.
tag: tax

+5f Diététicienne : le petit-déjeuner sauté, le goûter industriel, et un seul repas équilibré à midi. La cantine est la première politique de santé du pays.

-5 Sept ans, un maraîcher à recruter et du terrain : toutes les communes n’ont pas cela.

+6 Le département peut mutualiser. Une légumerie pour trente communes, cela existe.
tag: shared

-6 Tant que l’État ne compense pas, c’est encore le maire qui devra choisir entre la cantine et le toit de l’école.
tag: state

+7 J’ajoute une chose : gratuite, la cantine devient un droit. On ne pourra plus refuser l’enfant dont les parents « ne travaillent pas tous les deux ».
tag: right

@ C’est déjà la loi à l’école primaire, mais tu as raison : elle s’arrête où les places s’arrêtent.

+8 Alors demandons-le à l’État, tous ensemble, avec nos trente communes. C’est à cela que sert un parti.

-4 Faisons d’abord payer moins cher ceux qui paient peu : le repas à 1 € existe, l’État le compense dans les petites communes, et un maire sur deux l’ignore.
tag: oneeuro

@f Le mien ne le savait pas. Il le sait depuis mardi, merci.

+6m Parent délégué. Le jour où l’on a cessé d’envoyer des factures, on a récupéré un mi-temps de secrétariat. Il est maintenant à l’aide aux devoirs.

-5m Agriculteur, je livre deux cantines. Gratuit, je n’ai rien contre, mais à chaque fois qu’on serre un budget, c’est **ma** ligne qu’on serre. Gravez le prix d’achat dans le marbre.

+5 Je change d’avis après vous avoir lus : commencer par le petit déjeuner dans les écoles prioritaires, puis la cantine.
tag: breakfast

@ Changer d’avis en public, ça mérite d’être souligné. Même chemin pour moi, en partant de l’autre bord.
`);
