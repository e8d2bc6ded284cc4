import { hash } from 'node:crypto';

/** Changes whenever what it was made of changes: 96 bits of SHA-256, in 16 characters of base64url. */
export type Fingerprint = string & { readonly brand: 'Fingerprint' };

/** How many characters a fingerprint has; something may stand behind them. */
export const FINGERPRINT_LENGTH = 16;

/** The fingerprint of texts, each told apart from the next. */
export function fingerprintOf(...parts: readonly string[]): Fingerprint {
  const text = parts.length === 1 ? (parts[0] ?? '') : JSON.stringify(parts);
  return cut(hash('sha256', text, 'base64url'));
}

/** The fingerprint of bytes, the same as that of the text that they are. */
export function fingerprintOfBytes(bytes: Uint8Array): Fingerprint {
  return cut(hash('sha256', bytes, 'base64url'));
}

function cut(digest: string): Fingerprint {
  return digest.slice(0, FINGERPRINT_LENGTH) as Fingerprint;
}
