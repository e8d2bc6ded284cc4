import { hash } from 'node:crypto';

/** Changes whenever that changes which it is of: 96 bits of SHA-256, in 16 characters of base64url. */
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

/**
 * A fingerprint of texts in a row, each told apart from the next: 64 bits, in up to 14 characters. It costs a part of a
 * {@link fingerprintOf fingerprint}, and is for one thing compared with its former self, not for telling all things of a site apart.
 *
 * After “cyrb53” (bryc, public domain).
 */
export function quickFingerprint(texts: readonly string[]): string {
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  // Putting them together first would cost more than the fingerprint.
  for (const text of texts) {
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      one = Math.imul(one ^ code, 2_654_435_761);
      other = Math.imul(other ^ code, 1_597_334_677);
    }
    one = Math.imul(one ^ END, 2_654_435_761);
    other = Math.imul(other ^ END, 1_597_334_677);
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(other ^ (other >>> 13), 3_266_489_909);
  other = Math.imul(other ^ (other >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909);
  return (one >>> 0).toString(36) + (other >>> 0).toString(36).padStart(7, '0');
}

/** What ends each text: no character has this code. */
const END = 0x1_0000;
