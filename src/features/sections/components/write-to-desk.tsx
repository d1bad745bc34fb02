import { unbroken } from "@/core/french-typography.ts";
import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { List, ListRow } from "@/ui/list.tsx";
import type { Level } from "../section.policy.ts";
import type { DeskView } from "../section.views.ts";
import { LetterForm } from "./letter-form.tsx";

const STAY = "Ton nom est donné, vos adresses restent cachées.";
const readers: Record<"section" | "federation", Record<Level | "nobody", string>> = {
  section: {
    section: `Elle part par e-mail aux responsables de la section. La fédération et l’équipe nationale peuvent la lire aussi. ${STAY}`,
    federation: `Personne n’est encore en charge de cette section : ta lettre part à la fédération, et l’équipe nationale peut la lire. ${STAY}`,
    national: `Personne n’est encore en charge ici ni à la fédération : ta lettre part à l’équipe nationale. ${STAY}`,
    nobody: `Personne n’est encore en charge : ta lettre attend ici la première personne qui le sera. ${STAY}`,
  },
  federation: {
    section: "",
    federation: `Elle part par e-mail aux responsables de la fédération. L’équipe nationale peut la lire aussi. ${STAY}`,
    national: `Personne n’est encore en charge de cette fédération : ta lettre part à l’équipe nationale. ${STAY}`,
    nobody: `Personne n’est encore en charge : ta lettre attend ici la première personne qui le sera. ${STAY}`,
  },
};

/** How to write to those in charge of a place; a visitor is invited to sign in. */
export function WriteToDesk({
  desk,
  kind,
  isMember,
}: {
  desk: DeskView;
  kind: "section" | "federation";
  isMember: boolean;
}) {
  if (!isMember)
    return (
      <Card>
        <p>Entre membres, on écrit aux responsables sans connaître leur adresse, et sans donner la sienne.</p>
        <div className="mt-3.5 flex flex-wrap gap-2.5">
          <ButtonLink href={paths.signIn} variant="secondary">
            Me connecter
          </ButtonLink>
        </div>
      </Card>
    );
  return (
    <>
      {desk.can.write ? (
        <Card>
          <LetterForm scope={desk.scope} hint={readers[kind][desk.level ?? "nobody"]} />
        </Card>
      ) : (
        <Card>
          <p>Tu es responsable ici : les lettres t’arrivent par e-mail.</p>
          <div className="mt-3.5">
            <ButtonLink href={paths.console(desk.scope)} variant="secondary">
              Lire les lettres reçues
            </ButtonLink>
          </div>
        </Card>
      )}
      {desk.mine.length > 0 && (
        <div className="mt-5">
          <h3 className="mb-2 text-lg">Mes lettres</h3>
          <List>
            {desk.mine.map(({ id, href, beginning, answered }) => (
              <ListRow
                key={id}
                href={href}
                title={unbroken(beginning)}
                text={answered ? "On t’a répondu" : "Envoyée, sans réponse pour l’instant"}
              />
            ))}
          </List>
        </div>
      )}
    </>
  );
}
