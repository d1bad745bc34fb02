import type { History, Line, Page, Stored } from "./history.ts";

type Numbers = { lost: number; duplicated: number; diverged: number; gaps: number };
type Found = { numbers: Numbers; breaches: string[] };

/** Durable, ordered, shown once, without a gap: what was acknowledged and what screens showed, against the stored log. */
export function checkLogs(history: History): Found {
  const numbers: Numbers = { lost: 0, duplicated: 0, diverged: 0, gaps: 0 };
  const breaches: string[] = [];
  const report = (kind: keyof Numbers, count: number, sentence: string) => {
    numbers[kind] += count;
    if (count > 0) breaches.push(sentence);
  };

  for (const { id, seq } of acknowledgedButMissing(history))
    report("lost", 1, `durable: n° ${seq} (${id}) was acknowledged and is missing from the database or a later read`);

  const { stored, hidden } = history;
  const written = repeated(stored.contributions.map(({ authorId, clientId }) => `${authorId} ${clientId}`));
  report("duplicated", written.length, `shown once: ${written.length} client ids were written twice`);
  const missing = missingNumbers(stored);
  report("gaps", missing.length, `gapless: the log lacks ${missing.join(", ")}`);

  const bySeq = new Map(stored.contributions.map(({ seq, id }) => [seq, id]));
  for (const page of history.pages) {
    const twice = new Set([...repeated(page.shown), ...repeated(page.lines.flatMap(({ id }) => id ?? []))]).size;
    report("duplicated", twice, `shown once: ${page.name} shows ${twice} contributions twice`);
    const other = differing(page.lines, bySeq);
    report("diverged", other ? 1 : 0, `ordered: ${page.name} shows ${other?.id} as n° ${other?.seq}`);
    const holes = pageHoles(page, stored, bySeq, hidden);
    report("gaps", holes.length, `ordered: ${page.name} lacks n° ${holes.join(", ")}`);
  }
  return { numbers, breaches };
}

/** Every acknowledged contribution is in the database under its number, and on every page that caught up. */
function acknowledgedButMissing({ sent, stored, pages, hidden }: History): { seq: number; id: string }[] {
  const rows = new Map(stored.contributions.map((row) => [row.id, row]));
  const final = pages.filter((page) => page.final).map(({ lines }) => new Set(lines.flatMap(({ id }) => id ?? [])));
  return sent.flatMap(({ ack, memberId, clientId }) => {
    if (!ack) return [];
    const row = rows.get(ack.id);
    const kept = row?.seq === ack.seq && row.authorId === memberId && row.clientId === clientId;
    const read = hidden.has(ack.id) || final.every((ids) => ids.has(ack.id));
    return kept && read ? [] : [ack];
  });
}

function missingNumbers({ lastSeq, contributions }: Stored): number[] {
  const present = new Set(contributions.map(({ seq }) => seq));
  const last = Math.max(lastSeq, ...present);
  return numbersUpTo(last).filter((seq) => !present.has(seq) || seq > lastSeq);
}

/** The first line that is not the log's at its place, or that does not come after the one before. */
function differing(lines: readonly Line[], bySeq: ReadonlyMap<number, string>): Line | undefined {
  return lines.find(
    ({ seq, id }, index) =>
      (id === null ? !bySeq.has(seq) : bySeq.get(seq) !== id) || seq <= (lines[index - 1]?.seq ?? 0),
  );
}

/** Numbers that the page skipped, or emptied though nobody hid them; on a final page also those it never reached. */
function pageHoles(
  page: Page,
  stored: Stored,
  bySeq: ReadonlyMap<number, string>,
  hidden: ReadonlyMap<string, number>,
): number[] {
  const shown = new Map(page.lines.map(({ seq, id }) => [seq, id]));
  const reached = Math.max(0, ...shown.keys(), page.final ? stored.lastSeq : 0);
  return numbersUpTo(reached).filter((seq) => {
    const id = shown.get(seq);
    return id === undefined || (id === null && !hidden.has(bySeq.get(seq) ?? ""));
  });
}

const numbersUpTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
}
