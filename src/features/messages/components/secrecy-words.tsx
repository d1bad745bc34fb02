import { paths } from "@/core/paths.ts";

/** Who can read a conversation, in plain words: said where one looks for it, and where the first one begins. */
export function SecrecyWords({ inbox = false }: { inbox?: boolean }) {
  return (
    <section aria-labelledby="qui-lit" className="grid gap-3">
      <h2 id="qui-lit" className="text-heading">
        Qui peut lire cette conversation
      </h2>
      <ul className="list-disc space-y-1.5 pl-5 text-ink-2 marker:text-ink-3">
        {inbox ? (
          <li>
            La personne qui écrit, et celles qui s’occupent de ce lieu par leur responsabilité, ici ou au-dessus :
            section, fédération, équipe nationale. Quand une responsabilité passe à quelqu’un d’autre, les conversations
            suivent.
          </li>
        ) : (
          <li>Les personnes qui y sont, chacune depuis son arrivée. Personne d’autre.</li>
        )}
        <li>
          {inbox
            ? "La modération ne peut pas l’ouvrir, ni les responsables d’autres lieux."
            : "Ni l’équipe nationale, ni la modération, ni les responsables de section ou de fédération ne peuvent ouvrir tes messages."}
        </li>
        <li>
          Si quelqu’un d’ici signale un message, la modération lit ce message, les trois d’avant et les trois d’après.
          Rien d’autre, et chaque lecture est notée sur cette page. Tant que le signalement attend, modifier ou
          supprimer ce message n’en retire pas les mots à qui le juge.
        </li>
        <li>
          Ces messages ne sont pas chiffrés de bout en bout : ils voyagent chiffrés, mais celles et ceux qui tiennent
          les serveurs pourraient techniquement y accéder. Pour un secret, choisis un autre moyen.
        </li>
      </ul>
      <p className="text-note text-ink-3">
        <a href={paths.privacy} className="font-semibold underline underline-offset-2">
          Confidentialité
        </a>
      </p>
    </section>
  );
}

/** The same in one line, under a conversation that begins. */
export function SecrecyLine({ href, inbox = false }: { href?: string; inbox?: boolean }) {
  return (
    <p className="text-center text-note text-balance text-ink-3">
      Les messages ne sont pas chiffrés de bout en bout.{" "}
      {inbox
        ? "Les personnes qui répondent pour ce lieu lisent cette conversation."
        : "Personne d’autre que vous ne les lit, sauf un message signalé."}{" "}
      {href && (
        <a href={href} className="font-semibold underline underline-offset-2">
          Qui peut lire
        </a>
      )}
    </p>
  );
}
