import { houseRules } from "@/core/house-rules.ts";
import { organisation } from "@/core/organisation.ts";
import { MailLink } from "../legal-page.tsx";

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
        On commence par se parler. Si cela ne suffit pas, chaque contribution porte un lien « Signaler » : on choisit la
        règle, on ajoute un mot, et c’est tout. Nul besoin de compte pour ce qui est public. La personne qui a écrit ne
        sait jamais qui a signalé.
      </p>
      <ol>
        <li>
          <strong>Une personne lit</strong> les mots, ce qui les entoure et ce qu’on leur reproche : qui anime le débat,
          qui répond de la section ou de la fédération, ou la modération. Jamais celle qui a écrit, ni celle qui a
          signalé, ni une machine.
        </li>
        <li>
          <strong>Elle décide</strong> de les laisser, ou de les masquer en citant la règle. Masqués, ils ne sont plus
          lus nulle part.
        </li>
        <li>
          <strong>Elle dit pourquoi</strong>, par e-mail, à la personne qui a écrit et à celles qui ont signalé.
        </li>
        <li>
          <strong>La personne qui a écrit peut répondre</strong>, une fois. Une autre que la première relit tout, et
          garde les mots masqués ou les remet en ligne.
        </li>
      </ol>
      <p>
        Un compte peut aussi être suspendu, toujours avec la règle citée et la raison écrite : la personne concernée la
        lit, et peut la contester.
      </p>
      <p>
        Pour tout autre contenu, ou si tu n’es pas d’accord avec la suite donnée à ton signalement :{" "}
        <MailLink to={organisation.moderationEmail} />.
      </p>
      <p>
        Danger immédiat pour quelqu’un ? Appelle d’abord le 17, ou le 114 par SMS. Propos illicites : tu peux aussi les
        signaler sur internet-signalement.gouv.fr.
      </p>
    </>
  );
}
