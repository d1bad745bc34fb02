import { organisation } from "@/core/organisation.ts";
import { MailLink } from "../legal-page.tsx";
import { houseRules } from "./house-rules.ts";

export function RulesText() {
  return (
    <>
      <ol className="list-none! pl-0!">
        {houseRules.map((rule) => (
          <li
            key={rule.number}
            id={`regle-${rule.number}`}
            className="my-0! flex gap-3 border-b border-line py-5 pl-0! last:border-b-0 target:rounded-card target:bg-amber-soft target:px-4!"
          >
            <span
              aria-hidden="true"
              className="w-11 shrink-0 font-display text-3xl leading-none font-[760] text-rose tabular-nums"
            >
              {rule.number}
            </span>
            <div>
              <h2 className="my-0! text-xl!">
                <span className="sr-only">Règle {rule.number} : </span>
                {rule.title}
              </h2>
              <p className="mt-1.5! mb-0! text-ink-2">{rule.text}</p>
            </div>
          </li>
        ))}
      </ol>

      <h2>Quand une règle n’est pas respectée</h2>
      <p>
        On commence par se parler. Si cela ne suffit pas, un compte peut être suspendu, toujours avec la règle citée et
        la raison écrite. La personne concernée la lit, et peut la contester : une autre personne que celle qui a décidé
        répond.
      </p>
      <p>
        Pour signaler un contenu ou contester une décision : <MailLink to={organisation.moderationEmail} />. Indique
        l’adresse de la page et ce qui pose problème.
      </p>
      <p>
        Danger immédiat pour quelqu’un ? Appelle d’abord le 17, ou le 114 par SMS. Propos illicites : tu peux aussi les
        signaler sur internet-signalement.gouv.fr.
      </p>
    </>
  );
}
