import type { ReactNode } from "react";

/** One part of a profile, with its title. */
export function Part({ id, title, children }: { id: string; title: ReactNode; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-3 text-heading">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** Short words side by side: skills, interests. */
export function Labels({ id, title, labels }: { id: string; title: string; labels: readonly string[] }) {
  return (
    <Part id={id} title={title}>
      <ul className="flex flex-wrap gap-2">
        {labels.map((label) => (
          <li
            key={label}
            className="rounded-full border border-line bg-card px-3.5 py-1 text-[0.96875rem] wrap-anywhere"
          >
            {label}
          </li>
        ))}
      </ul>
    </Part>
  );
}
