import { ofPlace } from "@/core/french-places.ts";
import { federationScope, NATIONAL } from "@/core/scope.ts";
import { SelectField } from "./text-field.tsx";

/** A territory by its scope and its bare name. */
export type PlaceView = { scope: string; name: string };

/** A territory by its full name: "Section Riom", "Fédération du Puy-de-Dôme", "Toute la France". */
function placeWords({ scope, name }: PlaceView): string {
  if (scope === NATIONAL) return name;
  return federationScope(scope) === scope ? `Fédération ${ofPlace(name)}` : `Section ${name}`;
}

type Props = {
  places: readonly PlaceView[];
  /** The scope of her own section. */
  home: string;
  value: string | undefined;
  error: string | undefined;
  label?: string;
  hint: string;
};

/** Which territory something is for. The nearest territories come first; the others are under their federation. */
export function PlaceField({ places, home, value, error, label = "Où", hint }: Props) {
  const near = [home, federationScope(home) ?? "", NATIONAL].flatMap(
    (scope) => places.find((place) => place.scope === scope) ?? [],
  );
  const first = near[0] ?? places[0];
  if (!first) return null;
  if (places.length === 1)
    return (
      <div className="grid gap-1">
        <p className="text-[0.96875rem] font-[650]">{label}</p>
        <p>{placeWords(first)}</p>
        <input type="hidden" name="scope" value={first.scope} />
      </div>
    );
  const chosen = value ?? first.scope;
  return (
    <SelectField key={chosen} name="scope" label={label} hint={hint} required defaultValue={chosen} error={error}>
      {places.length <= 6
        ? places.map((place) => <Option key={place.scope} place={place} />)
        : [
            near.length > 0 && (
              <optgroup key="near" label="Près de chez toi">
                {near.map((place) => (
                  <Option key={place.scope} place={place} />
                ))}
              </optgroup>
            ),
            ...byFederation(places.filter((place) => !near.includes(place))),
          ]}
    </SelectField>
  );
}

const Option = ({ place, words = placeWords(place) }: { place: PlaceView; words?: string }) => (
  <option value={place.scope}>{words}</option>
);

/** Federations by name, each with its sections by their bare names: typing their first letters finds them. */
function byFederation(places: readonly PlaceView[]) {
  const groups = Map.groupBy(places, ({ scope }) => federationScope(scope) ?? NATIONAL);
  return [...groups].map(([scope, members]) => {
    const federation = members.find((place) => place.scope === scope);
    return (
      <optgroup key={scope} label={federation ? placeWords(federation) : "Sections"}>
        {federation && <Option place={federation} words={`Toute la fédération (${federation.name})`} />}
        {members
          .filter((place) => place !== federation)
          .map((place) => (
            <Option key={place.scope} place={place} words={place.name} />
          ))}
      </optgroup>
    );
  });
}
