import { freeWords, type Offer, paceWords, reachWords, willingWords } from "../offer.rules.ts";
import { Labels, Part } from "./profile-parts.tsx";

/** What a member would do, when, how far and how much, as others read it. */
export function OfferWords({ offer }: { offer: Offer }) {
  const { willing, free, reachKm, pace } = offer;
  const facts = [
    ["Quand", free.map((moment) => freeWords[moment]).join(" · ")],
    ["Jusqu’où", reachKm === null ? "" : reachWords[reachKm].replace("chez moi", "la maison")],
    ["Combien de temps", pace ? paceWords[pace] : ""],
  ].filter(([, words]) => words);
  const list = facts.length > 0 && (
    <dl className="mt-4 grid gap-2.5 text-[0.96875rem]">
      {facts.map(([term, words]) => (
        <div key={term}>
          <dt className="text-note text-ink-3">{term}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
  if (willing.length === 0)
    return (
      <Part id="offre" title="Disponibilités">
        {list}
      </Part>
    );
  return (
    <div>
      <Labels id="offre" title="Prête main-forte pour" labels={willing.map((kind) => willingWords[kind])} />
      {list}
    </div>
  );
}
