/** The demo cast's addresses: `.example` is reserved, so no mail can ever reach anybody. */
export const CAST_DOMAIN = "demo.example";

/** Whether an address is one of the demo's named cast. */
export const isOfCast = (email: string) => email.endsWith(`@${CAST_DOMAIN}`);
