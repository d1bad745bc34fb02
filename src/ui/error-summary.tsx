import { Icon } from "./icons.tsx";

/** Above a form that was refused: what is wrong, each line a link to its field. Announced when it appears. */
export function ErrorSummary({
  message,
  errors = {},
  labels = {},
}: {
  /** The form's own error, when it is no single field's. */
  message?: string | null | undefined;
  /** By field name; the link goes to the element of that id. */
  errors?: Readonly<Record<string, string | undefined>> | undefined;
  /** Names of the fields, as their labels say them. */
  labels?: Readonly<Record<string, string>>;
}) {
  // As the form asks for them, not as the server happened to refuse them.
  const asked = Object.keys(labels);
  const fields = Object.entries(errors)
    .filter((entry): entry is [string, string] => Boolean(entry[1]))
    .sort(([a], [b]) => asked.indexOf(a) - asked.indexOf(b));
  if (!message && fields.length === 0) return null;
  return (
    <div role="alert" className="flex items-start gap-3 rounded-card border border-rose-line bg-rose-soft px-4 py-3.5">
      <Icon name="warning" className="mt-0.5 shrink-0 text-rose-strong" />
      <div className="grid gap-1.5">
        <p className="font-[650]">
          {message ?? (fields.length === 1 ? "Un champ est à revoir :" : "Quelques champs sont à revoir :")}
        </p>
        {fields.length > 0 && (
          <ul className="grid gap-0.5 text-[0.96875rem]">
            {fields.map(([name, error]) => (
              <li key={name}>
                <a href={`#${name}`} className="inline-block py-0.5 text-rose-strong underline underline-offset-2">
                  {labels[name] ? `${labels[name]} : ${error}` : error}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
