export type Cluster = {
  url: (database: string) => string;
  port: number;
  pid: number;
  folder: string;
  moved: boolean;
  release: () => Promise<void>;
};
export const FAST_AND_FORGETFUL: Record<string, string>;
export function openCluster(
  wanted: string,
  options?: { settings?: Record<string, string | number>; port?: number },
): Promise<Cluster>;
export function sweepCluster(wanted: string): Promise<void>;
export function isPostmasterOf(folder: string): boolean;
