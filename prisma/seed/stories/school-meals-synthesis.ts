/** What the hosts of the debate on school meals concluded; "#name" cites a voice. */
export const mealsSynthesis = `## Ce sur quoi nous sommes d’accord

**Aucun enfant ne doit sauter un repas parce que ses parents ne peuvent pas le payer**, ni être montré du doigt pour une dette (#shame). Des enseignantes (#meal) et un cuisinier (#cook) l’ont dit avec leurs mots : le midi fait partie de l’école. Nous sommes aussi d’accord pour dire que l’écart entre communes (#gap) n’est pas défendable, et que les dossiers découragent celles et ceux qui ont le plus de droits (#forms).

## Ce qui nous divise

- **Pour tout le monde, ou selon le revenu ?** Les uns refusent un cadeau à qui peut payer (#rich), les autres veulent un droit sans guichet (#right). Les votes sont presque à égalité.
- **Qui paie ?** Un repas coûte 11 € en tout (#cost). Un élu compte quatre points de taxe foncière (#tax), et beaucoup refusent que le maire choisisse entre la cantine et le toit (#state).
- **L’assiette ou le prix ?** Une commune a fait les deux en sept ans (#both), mais toutes n’ont pas six hectares. Le bruit et le manque d’adultes (#noise) inquiètent autant que la facture.

## Ce que nous proposons

1. Faire connaître partout le repas à 1 € et sa compensation (#oneeuro), dès ce trimestre.
2. Commencer par le petit-déjeuner puis le déjeuner dans les écoles prioritaires (#breakfast).
3. Des légumeries communes à plusieurs villages (#shared).
4. Demander à l’État de compenser, avant toute généralisation.

## Et ensuite

Ce texte est l’une des trois contributions de notre groupe de travail « école », qui rendra un chiffrage complet avant la session budgétaire. Le débat est clos ; les désaccords, eux, restent écrits ci-dessous, avec leurs arguments.`;
