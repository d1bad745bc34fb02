export function isFree(port: number): Promise<boolean>;
export function anyPort(): Promise<number>;
export function nextFreePort(wanted: number): Promise<number>;
