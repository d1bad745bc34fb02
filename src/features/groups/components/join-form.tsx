"use client";

import { richText } from "@/core/rich-text.ts";
import { Card } from "@/ui/card.tsx";
import { Checkbox } from "@/ui/choice-field.tsx";
import { RichText } from "@/ui/rich-text.tsx";
import { joinGroupAction } from "../group.actions.ts";
import { GroupActForm } from "./group-act-form.tsx";

/** Joining an open group that has rules: they are read and accepted first. */
export function JoinForm({ group, terms }: { group: { id: string; rules: string }; terms: string }) {
  return (
    <Card as="section" padding="roomy" aria-labelledby="rejoindre" className="mb-7 grid gap-4">
      <h2 id="rejoindre" className="scroll-mt-6 text-heading">
        Rejoindre le groupe
      </h2>
      <p className="text-ink-2">Ce groupe a ses règles : lis-les, c’est court.</p>
      <RichText
        source={group.rules}
        rich={richText(group.rules)}
        className="max-h-80 max-w-[68ch] overflow-y-auto rounded-control bg-sunken px-4 py-3"
      />
      <GroupActForm
        action={joinGroupAction}
        fields={{ groupId: group.id, terms }}
        pendingLabel="Un instant…"
        before={(errors) => <RulesBox error={errors.rulesAccepted} />}
      >
        Rejoindre
      </GroupActForm>
      <p className="text-note text-ink-3">Les personnes qui tiennent le groupe verront ton nom.</p>
    </Card>
  );
}

/** The box that says yes to the rules of a group; never ticked in advance. */
export function RulesBox({ error }: { error: string | undefined }) {
  return <Checkbox name="rulesAccepted" value="oui" label="J’accepte les règles du groupe" required error={error} />;
}
