import type { Actor } from "@/core/actor.ts";
import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { ElsewhereThan } from "./elsewhere-than.tsx";

/** For whoever holds a mandate and has no second factor: its rights wait. Nothing for anybody else, nor where it leads. */
export function GrantsAsleepNotice({ actor, className }: { actor: Actor; className?: string }) {
  if (actor.kind !== "member" || !actor.grantsAsleep) return null;
  return (
    <ElsewhereThan path={paths.secondFactor}>
      <Notice
        tone="warning"
        title="Ta responsabilité attend ton second facteur"
        action={
          <ButtonLink href={paths.secondFactor} size="compact">
            Le mettre en place
          </ButtonLink>
        }
        {...(className && { className })}
      >
        Un code sur ton téléphone protège les données des membres. Il faut deux minutes, et tes droits s’ouvrent
        aussitôt.
      </Notice>
    </ElsewhereThan>
  );
}
