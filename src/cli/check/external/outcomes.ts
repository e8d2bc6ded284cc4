import type { WebAnswer } from '../../web/ask.ts';
import { NOT_PUBLIC } from '../../web/ask.ts';

/** What came of asking for a page elsewhere. */
export type Outcome =
  /** It is there, or nobody can know: it is for those who sign in, pay, or are no program. */
  | { readonly kind: 'good' | 'unknown' }
  /** It has another address for good, at which it is. */
  | { readonly kind: 'moved'; readonly to: string }
  | ({ readonly kind: 'gone'; readonly status: 404 | 410 } & OfAnother)
  /** `why` says it of the host, in words. */
  | ({ readonly kind: 'unreachable'; readonly why: string; readonly isOfHost: boolean } & OfAnother)
  | ({ readonly kind: 'insecure'; readonly why: string } & OfAnother)
  /** The host wants to be left alone for now: it says nothing of the page. */
  | { readonly kind: 'later' }
  /** This machine has no way to the web, which says nothing of the page either. */
  | { readonly kind: 'offline' };

interface OfAnother {
  /** The host that it is true of, where the address leads to another than its own: it says nothing of its own then. */
  readonly at?: string;
}

/** What was found out at a host, of an address that leads there. */
export function foundAt(outcome: Outcome, host: string): Outcome {
  const isOfHosts = outcome.kind === 'gone' || outcome.kind === 'unreachable' || outcome.kind === 'insecure';
  return isOfHosts ? { ...outcome, at: host } : outcome;
}

/** What is known of an answer by itself; undefined where it leads on. */
export function judgeAnswer({ status, location }: WebAnswer): Outcome | undefined {
  if (status >= 300 && status < 400 && status !== 304) return location === undefined ? UNKNOWN : undefined;
  if (status === 404 || status === 410) return { kind: 'gone', status };
  if (status >= 500 && status < 600) return { kind: 'unreachable', why: `answers with ${status}`, isOfHost: false };
  // 401, 402, 403, 407, 429, 451, and what hosts make up to keep programs out, such as 999.
  return status >= 200 && status < 300 ? { kind: 'good' } : UNKNOWN;
}

const UNKNOWN: Outcome = { kind: 'unknown' };

const OFFLINE = /^(?:EAI_AGAIN|ENETUNREACH|ENETDOWN|ENONET)$/;

/** What browsers do not accept either, in words. That a host leaves out a certificate which browsers find elsewhere is none of it. */
const INSECURE: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'has a certificate that has expired',
  CERT_NOT_YET_VALID: 'has a certificate that is not valid yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'has a certificate for another name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'has a certificate that it signed itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'has a certificate that nobody known has signed',
  CERT_REVOKED: 'has a certificate that was taken back',
};

const OF_HOST: Readonly<Record<string, string>> = {
  ENOTFOUND: 'is no host any more: nobody knows its name',
  ECONNREFUSED: 'takes no connections',
  EHOSTUNREACH: 'cannot be reached',
  ETIMEDOUT: 'does not answer',
  ECONNRESET: 'breaks connections off',
  EPROTO: 'does not speak TLS as browsers do',
  [NOT_PUBLIC]: 'is none of the public internet',
};

/** Faults that a host has that is gone, and every host where there is no network: some systems do not tell the two apart. */
export function mayBeOffline(fault: unknown): boolean {
  return /^(?:ENOTFOUND|EHOSTUNREACH|ETIMEDOUT)$/.test(String((fault as { readonly code?: unknown }).code));
}

/** What a fault of a connection says of a page. */
export function judgeFault(fault: unknown): Outcome {
  const { code = '', message } = fault as { readonly code?: unknown; readonly message?: unknown };
  const name = String(code);
  if (OFFLINE.test(name)) return { kind: 'offline' };
  if (Object.hasOwn(INSECURE, name)) return { kind: 'insecure', why: INSECURE[name] ?? '' };
  if (/^(?:UNABLE_TO_|CERT_|ERR_TLS)/.test(name)) return UNKNOWN;
  if (Object.hasOwn(OF_HOST, name)) return { kind: 'unreachable', why: OF_HOST[name] ?? '', isOfHost: true };
  if (/none of the public internet/.test(String(message)))
    return { kind: 'unreachable', why: OF_HOST[NOT_PUBLIC] ?? '', isOfHost: true };
  return { kind: 'unreachable', why: 'does not answer as a host of the web does', isOfHost: false };
}
