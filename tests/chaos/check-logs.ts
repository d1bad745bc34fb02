import type { Line, LogHistory, Page, StoredContribution } from "./history.ts";

type Stored = LogHistory["stored"];
type Numbers = { lost: number; duplicated: number; diverged: number; gaps: number };
type Found = { numbers: Numbers; breaches: string[] };
/** What a number of the stored log is about. */
type Entry = { kind: Line["kind"]; contribution: StoredContribution | null };

/** Durable, ordered, shown once, without a gap: what was acknowledged and what screens showed, against the stored log. */
export function checkLogs(history: LogHistory): Found {
  const numbers: Numbers = { lost: 0, duplicated: 0, diverged: 0, gaps: 0 };
  const breaches: string[] = [];
  const report = (kind: keyof Numbers, count: number, sentence: string) => {
    numbers[kind] += count;
    if (count > 0) breaches.push(sentence);
  };

  const { stored } = history;
  const log = logOf(stored);
  const gone = goneOf(stored);
  for (const { id, seq } of acknowledgedButMissing(history, gone))
    report("lost", 1, `durable: n° ${seq} (${id}) was acknowledged and is missing from the database or a later read`);
  for (const [id, said] of editsLost(history))
    report("lost", 1, `durable: ${id} says ${said}, not what was last acknowledged`);

  const written = repeated(stored.contributions.map(({ authorId, clientId }) => `${authorId} ${clientId}`));
  report("duplicated", written.length, `shown once: ${written.length} client ids were written twice`);
  const numbered = repeated([...stored.contributions, ...stored.changes].map(({ seq }) => String(seq)));
  report("duplicated", numbered.length, `gapless: n° ${numbered.join(", ")} were given twice`);
  const missing = missingNumbers(stored, log);
  report("gaps", missing.length, `gapless: the log lacks n° ${missing.join(", ")}`);

  for (const page of history.pages) {
    const twice = repeated(page.cards.map(({ id }) => id)).length;
    report("duplicated", twice, `shown once: ${page.name} shows ${twice} contributions twice`);
    const other = page.lines.find((line, index) => !isTheLogs(line, page.lines[index - 1], log));
    report("diverged", other ? 1 : 0, `ordered: ${page.name} shows ${other?.id} (${other?.kind}) as n° ${other?.seq}`);
    const holes = pageHoles(page, stored, log, gone);
    report("gaps", holes.length, `ordered: ${page.name} lacks n° ${holes.join(", ")}`);
    if (!page.final) continue;
    const wrong = wrongCards(page, stored, gone);
    report("diverged", wrong.length, `ordered: ${page.name} shows otherwise than stored: ${wrong.join(", ")}`);
  }
  return { numbers, breaches };
}

function logOf({ contributions, changes }: Stored): Map<number, Entry> {
  const byId = new Map(contributions.map((row) => [row.id, row]));
  return new Map<number, Entry>([
    ...contributions.map((row): [number, Entry] => [
      row.seq,
      { kind: row.parentId ? "reply" : "contribution", contribution: row },
    ]),
    ...changes.map(({ seq, kind, contributionId }): [number, Entry] => [
      seq,
      { kind, contribution: byId.get(contributionId ?? "") ?? null },
    ]),
  ]);
}

/** Contributions and replies that are no longer shown: hidden, or an answer to what is. */
export function goneOf({ contributions }: Stored): Set<string> {
  const hidden = new Set(contributions.filter((row) => row.hidden).map(({ id }) => id));
  return new Set(
    contributions.flatMap(({ id, parentId }) => (hidden.has(id) || hidden.has(parentId ?? "") ? [id] : [])),
  );
}

/** Every acknowledged contribution is in the database under its number, and on every page that caught up. */
function acknowledgedButMissing({ sent, stored, pages }: LogHistory, gone: ReadonlySet<string>) {
  const rows = new Map(stored.contributions.map((row) => [row.id, row]));
  const final = pages.filter((page) => page.final).map(({ lines }) => new Set(lines.flatMap(({ id }) => id ?? [])));
  return sent.flatMap(({ ack, memberId, clientId }) => {
    if (!ack) return [];
    const row = rows.get(ack.id);
    const kept = row?.seq === ack.seq && row.authorId === memberId && row.clientId === clientId;
    const read = gone.has(ack.id) || final.every((ids) => ids.has(ack.id));
    return kept && read ? [] : [ack];
  });
}

/** The stored words are the last acknowledged ones, or later ones whose acknowledgement was lost on the way. */
function editsLost({ edits, sent, stored }: LogHistory): [id: string, said: string][] {
  const said = new Map(sent.flatMap(({ ack, mark }) => (ack ? [[ack.id, mark] as const] : [])));
  const marks = new Map(stored.contributions.map(({ id, mark }) => [id, mark]));
  // What was deleted says nothing any more.
  const silent = new Set(stored.contributions.flatMap(({ id, hidden, mark }) => (hidden && mark === null ? id : [])));
  return [...Map.groupBy(edits, ({ contributionId }) => contributionId)].flatMap(([id, given]): [string, string][] => {
    const inOrder = given.toSorted((a, b) => a.order - b.order);
    const last = inOrder.findLastIndex(({ acked }) => acked);
    const possible = inOrder.slice(Math.max(0, last)).map(({ mark }) => mark);
    if (last < 0) possible.push(said.get(id) ?? "");
    const stands = marks.get(id) ?? "";
    if (silent.has(id) || possible.includes(stands)) return [];
    const known = given.map(({ mark, order, acked }) => `${order} ${mark} ${acked ? "acknowledged" : "unanswered"}`);
    return [[id, `${stands || "nothing"} (${known.join(", ")})`]];
  });
}

function missingNumbers({ lastSeq }: Stored, log: ReadonlyMap<number, Entry>): number[] {
  const last = Math.max(lastSeq, ...log.keys());
  return numbersUpTo(last).filter((seq) => !log.has(seq) || seq > lastSeq);
}

/** Whether a line says what the log says at its number, or that its words are gone; and comes after the one before. */
function isTheLogs(line: Line, before: Line | undefined, log: ReadonlyMap<number, Entry>): boolean {
  const entry = log.get(line.seq);
  if (!entry || line.seq <= (before?.seq ?? 0)) return false;
  if (line.kind === "gone") return entry.contribution !== null;
  return line.kind === entry.kind && (line.id === null || line.id === entry.contribution?.id);
}

/** Numbers that the page skipped, or emptied though nobody hid them; on a final page also those it never reached. */
function pageHoles(page: Page, stored: Stored, log: ReadonlyMap<number, Entry>, gone: ReadonlySet<string>): number[] {
  const shown = new Map(page.lines.map((line) => [line.seq, line]));
  const reached = Math.max(0, ...shown.keys(), page.final ? stored.lastSeq : 0);
  return numbersUpTo(reached).filter((seq) => {
    const line = shown.get(seq);
    return !line || (line.kind === "gone" && !gone.has(log.get(seq)?.contribution?.id ?? ""));
  });
}

/** On a page that held the whole log: exactly what is shown, in its last words, with its number of replies. */
function wrongCards({ cards }: Page, { contributions }: Stored, gone: ReadonlySet<string>): string[] {
  const visible = new Map(contributions.flatMap((row) => (row.side && !gone.has(row.id) ? [[row.id, row]] : [])));
  const shown = new Set(cards.map(({ id }) => id));
  return [
    ...cards.flatMap(({ id, mark, replies }) => {
      const row = visible.get(id);
      if (!row) return [`${id} should be gone`];
      if (row.mark !== mark) return [`${id} says ${mark}, not ${row.mark}`];
      return row.replies === replies ? [] : [`${id} counts ${replies} replies of ${row.replies}`];
    }),
    ...[...visible.keys()].filter((id) => !shown.has(id)).map((id) => `${id} is absent`),
  ];
}

const numbersUpTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
}
