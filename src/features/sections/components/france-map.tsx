import { paths } from "@/core/paths.ts";
import { classNames } from "@/ui/class-names.ts";
import { memberWords, type Step, stepWords } from "../section.rules.ts";
import type { FederationPresence } from "../section.views.ts";
import { aroundParis, mainland, type Shape } from "../section-map.rules.ts";

const fills: Record<Step, string> = {
  0: "fill-sunken",
  1: "fill-[color-mix(in_oklab,var(--rose)_22%,var(--card))]",
  2: "fill-[color-mix(in_oklab,var(--rose)_45%,var(--card))]",
  3: "fill-[color-mix(in_oklab,var(--rose)_72%,var(--card))]",
  4: "fill-rose",
};
const swatches: Record<Step, string> = {
  0: "bg-sunken",
  1: "bg-[color-mix(in_oklab,var(--rose)_22%,var(--card))]",
  2: "bg-[color-mix(in_oklab,var(--rose)_45%,var(--card))]",
  3: "bg-[color-mix(in_oklab,var(--rose)_72%,var(--card))]",
  4: "bg-rose",
};
const steps: readonly Step[] = [0, 1, 2, 3, 4];

function Shapes({
  shapes,
  federations,
}: {
  shapes: readonly Shape[];
  federations: ReadonlyMap<string, FederationPresence>;
}) {
  return shapes.map(({ id, path }) => {
    const federation = federations.get(id);
    if (!federation) return null;
    const words = `${federation.name} : ${memberWords(federation.members)}`;
    return (
      <a key={id} href={paths.federation(federation)} aria-label={words} className="group outline-none">
        <title>{words}</title>
        <path
          d={path}
          className={classNames(
            fills[federation.members.step],
            "stroke-line-strong stroke-[1px] [vector-effect:non-scaling-stroke] [stroke-linejoin:round]",
            "group-hover:stroke-ink group-hover:stroke-[2px] group-focus-visible:stroke-ink group-focus-visible:stroke-[3px]",
          )}
        />
      </a>
    );
  });
}

/** Mainland France by federation, darker where more people are; the table under it says the same in words. */
export function FranceMap({ federations }: { federations: readonly FederationPresence[] }) {
  const byId = new Map(federations.map((federation) => [federation.id, federation]));
  return (
    <nav aria-label="Carte de France par fédération" className="relative">
      <svg viewBox={mainland.viewBox} className="mx-auto block h-auto w-full max-w-[36rem]">
        <title>La France métropolitaine</title>
        <Shapes shapes={mainland.shapes} federations={byId} />
      </svg>
      <figure className="absolute top-0 right-0 w-[19%] max-w-28">
        <svg viewBox={aroundParis.viewBox} className="block h-auto w-full">
          <title>Paris et autour</title>
          <Shapes shapes={aroundParis.shapes} federations={byId} />
        </svg>
        <figcaption className="mt-1 text-center text-[0.75rem] leading-tight text-ink-3">Paris et autour</figcaption>
      </figure>
    </nav>
  );
}

/** What the shades mean. */
export function MapLegend() {
  return (
    <ul aria-label="Légende de la carte" className="flex flex-wrap gap-x-4.5 gap-y-1.5 text-note text-ink-2">
      {steps.map((step) => (
        <li key={step} className="flex items-center gap-2">
          <Swatch step={step} />
          {stepWords[step]}
        </li>
      ))}
    </ul>
  );
}

function Swatch({ step }: { step: Step }) {
  return (
    <span
      aria-hidden="true"
      className={classNames("size-4 shrink-0 rounded-[5px] border border-line-strong", swatches[step])}
    />
  );
}

/** Federations that are not on the map. */
export function BesideTheMap({ federations }: { federations: readonly FederationPresence[] }) {
  return (
    <ul className="grid grid-cols-1 gap-x-5 min-[400px]:grid-cols-2 lg:grid-cols-1">
      {federations.map((federation) => (
        <li key={federation.id}>
          <a
            href={paths.federation(federation)}
            className="flex min-h-11 items-center gap-2.5 py-1.5 leading-tight no-underline hover:underline"
          >
            <Swatch step={federation.members.step} />
            <span>
              {federation.name} <span className="text-note text-ink-3">{memberWords(federation.members)}</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
