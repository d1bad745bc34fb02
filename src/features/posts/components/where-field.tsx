"use client";

import { useState } from "react";
import { Checkbox } from "@/ui/choice-field.tsx";
import { SelectField } from "@/ui/text-field.tsx";
import { audiences, audienceWords, type PostAudience } from "../post.rules.ts";
import type { PublishingView } from "../post.views.ts";

/** What everybody could read needs a public card, and a yes the first time. */
export function ConsentField({ publishing, error }: { publishing: PublishingView; error?: string | undefined }) {
  if (publishing.agreed) return null;
  return (
    <Checkbox
      name="consent"
      value="oui"
      label="J’accepte que tout le monde, sur le web, lise mes publications de profil avec mon nom."
      hint="Tu pourras tout retirer du web en un clic, depuis ton profil."
      error={error}
      required
    />
  );
}

/** Whom a post of one's profile is for. */
export function AudienceField({ publishing }: { publishing: PublishingView }) {
  const [chosen, setChosen] = useState<PostAudience>("section");
  const offered = audiences.filter((audience) => audience !== "everyone" || publishing.publicCard);
  return (
    <>
      <SelectField
        name="audience"
        label={<span className="text-note">Qui peut lire</span>}
        value={chosen}
        onChange={(event) => setChosen(audiences.find((one) => one === event.target.value) ?? "section")}
        className="min-w-60"
      >
        {offered.map((audience) => (
          <option key={audience} value={audience}>
            {audienceWords[audience]}
          </option>
        ))}
      </SelectField>
      {chosen === "everyone" && <ConsentField publishing={publishing} />}
    </>
  );
}
