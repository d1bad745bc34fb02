export async function benchPages(_: string[]) { return {}; }
