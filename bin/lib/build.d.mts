export function generateIfStale(): Promise<void>;
export function buildIfStale(): Promise<boolean>;
