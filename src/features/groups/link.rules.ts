import { createHash, randomBytes } from "node:crypto";

/** 16 bytes: 128 bits, 22 signs. */
const TOKEN_BYTES = 16;
const SHAPE = /^[0-9A-Za-z_-]{22}$/;

/** The token of a new link: shown once, kept as a hash alone. */
export const newLinkToken = (): string => randomBytes(TOKEN_BYTES).toString("base64url");
export const isLinkToken = (token: string): boolean => SHAPE.test(token);
export const hashOfLinkToken = (token: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash("sha256").update(`group-link:${token}`).digest());
