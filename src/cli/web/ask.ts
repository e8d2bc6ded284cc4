import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP } from 'node:net';
import { isPublic, publicLookup } from './public-addresses.ts';

/** What a host answers, as far as anybody wants to know. */
export interface WebAnswer {
  readonly status: number;
  /** Where it leads on, as it was written. */
  readonly location: string | undefined;
  /** How long to leave the host alone, in milliseconds. */
  readonly retryAfter: number | undefined;
  /** What it sent, of an answer to `GET`: at most so much as was asked for. */
  readonly text: string;
}

/** How a host is asked. Where it cannot be, it throws a fault with a `code` of Node’s, or without one. */
export type Ask = (
  url: URL,
  how: { readonly method: 'HEAD' | 'GET'; readonly mostBytes: number },
) => Promise<WebAnswer>;

export interface AskOptions {
  /** Who asks, as hosts write it into their logs and robots.txt names it. */
  readonly userAgent: string;
  /** Without an answer, in milliseconds. */
  readonly timeout: number;
  /** Whether an address of the network may be asked: by default public ones only. */
  readonly isAllowed?: (address: string) => boolean;
}

/** The code of the fault of an address that may not be asked. */
export const NOT_PUBLIC = 'BROADSHEET_NOT_PUBLIC';

/** Asks hosts of the public web, one connection a question; it follows no redirect. */
export function askTheWeb({ userAgent, timeout, isAllowed = isPublic }: AskOptions): Ask {
  return (url, { method, mostBytes }) =>
    new Promise((resolve, reject) => {
      const host = url.hostname.replace(/^\[|\]$/g, '');
      if (isIP(host) !== 0 && !isAllowed(host)) {
        reject(Object.assign(new Error('its address is none of the public internet'), { code: NOT_PUBLIC }));
        return;
      }
      const request = (url.protocol === 'https:' ? requestSecure : requestPlain)(url, {
        method,
        headers: { 'user-agent': userAgent, accept: '*/*', 'accept-encoding': 'identity' },
        lookup: publicLookup(isAllowed),
        agent: false,
      });
      const late = setTimeout(() => {
        request.destroy(Object.assign(new Error('it does not answer'), { code: 'ETIMEDOUT' }));
      }, timeout);
      request.on('error', reject).on('close', () => clearTimeout(late));
      request.on('response', (response) => {
        textOf(response, mostBytes)
          .then((text) => resolve({ ...headOf(response), text }), reject)
          .finally(() => request.destroy());
      });
      request.end();
    });
}

function headOf({ statusCode = 0, headers }: IncomingMessage): Omit<WebAnswer, 'text'> {
  return { status: statusCode, location: headers.location, retryAfter: readRetryAfter(headers['retry-after']) };
}

/** Reads `Retry-After`: seconds, or a date. */
function readRetryAfter(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const wait = /^\d{1,9}$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

async function textOf(response: IncomingMessage, mostBytes: number): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  if (mostBytes > 0) {
    for await (const part of response as AsyncIterable<Buffer>) {
      parts.push(part);
      size += part.length;
      if (size >= mostBytes) break;
    }
  }
  return Buffer.concat(parts).subarray(0, mostBytes).toString('utf8');
}
