/** Milliseconds of CPU that this process has used since `begun`: unlike the clock's, they do not count who else was running. */
export function cpuMs(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1_000;
}
