import { dayAndMonth } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { Card } from "@/ui/card.tsx";
import { Icon } from "@/ui/icons.tsx";
import { Person } from "@/ui/person.tsx";
import { roleWords } from "../group.rules.ts";
import type { GroupView } from "../group.views.ts";
import type { GroupAboutView } from "../group-about.queries.ts";
import { LeavePanel } from "./leave-panel.tsx";

/** Those who keep a group, whose card the reader sees. */
export function Keepers({ keepers }: Pick<GroupAboutView, "keepers">) {
  if (keepers.length === 0) return null;
  return (
    <section aria-labelledby="qui-le-tient">
      <h2 id="qui-le-tient" className="mb-3 text-heading">
        Qui le tient
      </h2>
      <ul className="grid gap-x-5 gap-y-1 rounded-card border border-line bg-card px-4 py-2.5 sm:grid-cols-2 sm:px-5">
        {keepers.map(({ id, name, section, href, photo, role }) => (
          <li key={id} className="py-2">
            <Person person={{ name, place: `Section ${section}`, href, photo }} note={capital(roleWords[role])} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const capital = (words: string) => words.charAt(0).toLocaleUpperCase("fr") + words.slice(1);

/** When the national level read the group, and why: nobody looks in unseen. */
export function Visits({ visits, now }: Pick<GroupAboutView, "visits"> & { now: number }) {
  if (visits.length === 0) return null;
  return (
    <section aria-labelledby="visites">
      <h2 id="visites" className="text-heading">
        Visites du niveau national
      </h2>
      <p className="mt-1 mb-3 max-w-[62ch] text-note text-ink-3">
        L’administration nationale ne lit un groupe qu’après avoir dit pourquoi. Les voici toutes.
      </p>
      <Card>
        <ul className="grid gap-3">
          {visits.map(({ id, at, purpose, by }) => (
            <li key={id}>
              <p className="[overflow-wrap:anywhere]">« {purpose} »</p>
              <p className="text-note text-ink-3">
                <time dateTime={new Date(at).toISOString()}>{dayAndMonth(new Date(at), new Date(now))}</time>
                {by && <> · {by.name}</>}
              </p>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}

/** At the foot of the page about a group: leaving it, reporting it. */
export function GroupEndings({ group }: { group: GroupView }) {
  const leaves = group.can.leave && group.role !== "follower";
  if (!leaves && group.kind === "place") return null;
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2 border-t border-line pt-5">
      {leaves && <LeavePanel group={group} />}
      {group.kind !== "place" && (
        <a
          href={paths.report("groupe", group.id)}
          className="inline-flex min-h-9 items-center gap-2 rounded-full px-4 text-note font-[650] text-ink-2 no-underline hover:bg-line/60 hover:text-ink pointer-coarse:min-h-11"
        >
          <Icon name="flag" size={16} />
          Signaler ce groupe
        </a>
      )}
    </div>
  );
}
