export function findOrInstallRedis(): Promise<string | null>;
