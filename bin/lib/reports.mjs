import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { ROOT } from "./root.mjs";

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null);
/** What stands first in what a test said of its failure, on one line. */
const firstLine = (message = "") => stripVTControlCharacters(message).split("\n", 1)[0];
const NO_REPORT = { passed: 0, failed: 1, failures: ["pas de rapport : le lanceur s'est arrêté avant la fin"] };

/** What vitest's JSON report counts and names; a file that does not even load counts as one failure. */
export function vitestCounts(file) {
  const report = read(file);
  if (!report) return NO_REPORT;
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const where = relative(ROOT, name);
    if (status === "failed" && assertionResults.length === 0) return [`${where} › ${firstLine(message)}`];
    return assertionResults
      .filter((test) => test.status === "failed")
      .map((test) => `${where} › ${test.fullName} › ${firstLine(test.failureMessages[0])}`);
  });
  return { passed: report.numPassedTests, failed: failures.length, failures };
}

/** What Playwright's JSON report counts and names; errors outside tests count too. */
export function playwrightCounts(file) {
  const report = read(file);
  if (!report) return NO_REPORT;
  const specsOf = ({ suites = [], specs = [] }) => [...specs, ...suites.flatMap(specsOf)];
  const failures = specsOf(report).flatMap((spec) =>
    spec.tests
      .filter((test) => test.status === "unexpected" || test.status === "flaky")
      .map(({ results }) => {
        const error = results.find((result) => result.error)?.error;
        return `${spec.file}:${spec.line} › ${spec.title} › ${firstLine(error?.message)}`;
      }),
  );
  failures.push(...report.errors.map((error) => firstLine(error.message)));
  return { passed: report.stats.expected, failed: failures.length, failures };
}
