export function clusterUrl(admin: string): (database: string) => string;
export function ensureTemplate(urlOf: (database: string) => string): Promise<string>;
export function cloneTemplate(urlOf: (database: string) => string, template: string, name: string): Promise<string>;
export function dropDatabase(urlOf: (database: string) => string, name: string): Promise<void>;
export const TEST_ENV: Record<string, string>;
