import { Icon } from "@/ui/icons.tsx";

/** Where she had read up to, between what is new and what is not. */
export function UpToDate({ first }: { first: boolean }) {
  return (
    <li className="flex items-center gap-3 py-1 text-note font-semibold text-ok">
      <span aria-hidden="true" className="h-px flex-1 bg-line-strong" />
      <span className="flex items-center gap-1.5 text-center">
        <Icon name="check" size={16} className="shrink-0" />
        {first ? "Tu es à jour : rien de nouveau" : "Tu es à jour : la suite, tu l’as déjà vue"}
      </span>
      <span aria-hidden="true" className="h-px flex-1 bg-line-strong" />
    </li>
  );
}
