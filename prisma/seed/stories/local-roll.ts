import { tale } from "./tale.ts";

/** "Les sympathisants doivent-ils donner leur avis sur la liste municipale ?", among adherents. */
export const localRoll = tale(`
+6 Oui : celles et ceux qui tractent avec nous depuis un an connaissent mieux la section que bien des adhérents.

@ Je tracte avec deux d’entre eux tous les dimanches. Je ne me vois pas leur dire d’attendre dans le couloir.

-7 Voter sur la liste, c’est engager le parti. L’adhésion sert à cela : on prend sa carte, puis on décide.

@ On prend sa carte, puis on décide : d’accord. Mais on l’a proposée quand, la carte, pour la dernière fois ?

+6f Au comité de quartier, on me demande : « vous choisissez comment, chez vous ? » Je voudrais pouvoir répondre autre chose que « entre nous ».

-6 Attention au nombre. Deux cents sympathisants inscrits, quarante-deux adhérents : le jour où une association amène cinquante personnes, la liste est faite ailleurs.

+5 Une voix consultative, publiée à côté de la nôtre. Nous resterions libres de ne pas la suivre, mais il faudrait dire pourquoi.

@m *Comply or explain*, comme disent les financiers. Pour une fois qu’ils ont une bonne idée.

+7 Deux garde-fous : être inscrit depuis **six mois**, et avoir participé à au moins une action. Avec cela, je dors tranquille.

@ Six mois, oui. L’action, non : qui tient le registre ? On va se disputer sur les présences.

-5 Consultative, elle deviendra impérative à la première occasion. J’ai connu trois primaires, merci.

@! J’ajoute que les trois fois, les perdants sont partis fâchés. C’est cela que je veux éviter, pas le débat.

-5f Je viens du syndicat : on consulte les salariés, on fait voter les syndiqués. Chacun sait ce qu’il fait et personne ne s’en plaint.

+5 Même une réunion publique avec les candidats, questions libres, sans vote, serait déjà mieux que rien. Commençons par ce sur quoi tout le monde est d’accord.

+7 Nous sommes quarante-deux à jour de cotisation pour 147 000 habitants. S’ouvrir n’est pas un luxe.
by: cast00000001

@ Quarante-quatre depuis samedi !

-4 La liste se négocie aussi avec nos partenaires. Si deux cents personnes ont donné un avis public, nous arriverons à la table avec les mains liées.

-4 Alors faisons adhérer ! Une cotisation à un euro la première année, et la question tombe.

@f La cotisation à un euro, la fédération l’a refusée l’an dernier. On peut redemander.

+6m J’ai été sympathisant quatre ans avant d’adhérer. Ce qui m’a décidé, c’est un soir où l’on m’a demandé mon avis pour de vrai.

-6 Je voterai contre aujourd’hui et pour dans deux ans, quand nous aurons un fichier à jour. Une consultation ratée ferait plus de mal que pas de consultation.
`);
