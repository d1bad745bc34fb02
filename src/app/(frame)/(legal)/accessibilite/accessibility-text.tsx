import { organisation } from "@/core/organisation.ts";
import { MailLink } from "../legal-page.tsx";

export function AccessibilityText() {
  return (
    <>
      <h2>Où nous en sommes</h2>
      <p>
        Nous visons le niveau AA des règles internationales WCAG 2.2 et le référentiel français RGAA 4.1. Cette
        déclaration est une <strong>auto-évaluation : le site n’a pas été audité par un tiers</strong>. Faute d’audit,
        nous ne le déclarons pas conforme.
      </p>

      <h2>Ce qui est fait</h2>
      <ul>
        <li>Tout se fait au clavier, le focus est visible, un lien mène droit au contenu.</li>
        <li>Les contrastes sont calculés pour les thèmes clair et sombre, qui suivent le réglage de ton appareil.</li>
        <li>« Pour » et « contre » sont toujours écrits : aucune information ne tient à la couleur seule.</li>
        <li>Les formulaires disent ce qu’ils attendent, et chaque erreur est écrite à côté de son champ.</li>
        <li>Lire, s’inscrire, contribuer et voter fonctionnent sans JavaScript.</li>
        <li>Les animations s’arrêtent si tu as demandé moins de mouvement.</li>
        <li>Les cibles tactiles mesurent au moins 44 pixels, et les pages restent lisibles agrandies à 200 %.</li>
      </ul>

      <h2>Ce que nous savons imparfait</h2>
      <ul>
        <li>
          Le contrôle automatique (axe) couvre les pages, mais nous n’avons pas encore fait d’essais suivis avec des
          personnes qui utilisent un lecteur d’écran, une plage braille ou une commande vocale.
        </li>
        <li>
          Dans un débat très animé, les annonces de nouvelles contributions peuvent être nombreuses pour un lecteur
          d’écran.
        </li>
        <li>Ce que les membres publient n’est pas vérifié avant publication : un texte peut être mal structuré.</li>
      </ul>

      <h2>Un obstacle ? Dis-le-nous</h2>
      <p>
        Écris à <MailLink to={organisation.accessibilityEmail} /> en indiquant la page, ce que tu voulais faire et ton
        matériel si tu le souhaites. Nous te répondons, nous te donnons l’information autrement si nous le pouvons, et
        nous corrigeons.
      </p>
      <p>
        Sans réponse satisfaisante, tu peux t’adresser au Défenseur des droits : par son formulaire en ligne sur
        defenseurdesdroits.fr, au 09 69 39 00 00, ou par courrier gratuit, sans timbre : Défenseur des droits, Libre
        réponse 71120, 75342 Paris Cedex 07.
      </p>
    </>
  );
}
