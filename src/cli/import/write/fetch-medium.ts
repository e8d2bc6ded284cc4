import { get as getPlain, type IncomingMessage, type RequestOptions } from 'node:http';
import { get as getSecure } from 'node:https';
import { isIP } from 'node:net';
import { parseUrl } from '../../../domain/addresses.ts';
import { isPublic, publicLookup } from '../../web/public-addresses.ts';

/** What came of asking for a medium on the web. */
export type Fetched =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  /** `why` is for people. */
  | { readonly kind: 'failed'; readonly why: string };

/** Gets a medium. `name` is what it will be called, by which its type is judged. */
export type Fetch = (url: string, name: string) => Promise<Fetched>;

export interface FetchLimits {
  readonly mostBytes: number;
  /** Without a byte, in milliseconds. */
  readonly timeout: number;
  /** Between two requests to one host, in milliseconds. */
  readonly pause: number;
  readonly mostRedirects: number;
  /** How often a host that is busy is asked again. */
  readonly attempts: number;
  /** After so many media in a row that a host gave no answer for, it is not asked any more. */
  readonly mostSilences: number;
  /** Whether an address of the network may be asked: by default public ones only. */
  readonly isAllowed: (address: string) => boolean;
}

const LIMITS: FetchLimits = {
  mostBytes: 500_000_000,
  timeout: 30_000,
  pause: 250,
  mostRedirects: 5,
  attempts: 3,
  mostSilences: 5,
  isAllowed: isPublic,
};

/**
 * Gets media one after the other, as a guest should: with pauses, with limits, and never from addresses that are not public, for an archive may
 * name those of the machine or of the network that it is moved in on. Where a name leads is looked up for the connection itself, so that it cannot
 * lead elsewhere in between.
 */
export function politeFetch(limits: Partial<FetchLimits> = {}): Fetch {
  const all = { ...LIMITS, ...limits };
  const lastAsked = new Map<string, number>();
  const silences = new Map<string, number>();
  return async (url, name) => {
    const host = parseUrl(url)?.host ?? '';
    const before = silences.get(host) ?? 0;
    if (before >= all.mostSilences) return failed(`its host gave no answer ${before} times, and was not asked again`);
    for (let attempt = 1; ; attempt += 1) {
      const found = await follow(url, name, all, lastAsked);
      const isAnswer = found.kind === 'bytes' || found.kind === 'failed';
      if (isAnswer || found.kind === 'silent' || attempt >= all.attempts) {
        silences.set(host, isAnswer ? 0 : before + 1);
        return isAnswer ? found : failed(found.why);
      }
      await sleep(Math.min(found.wait ?? all.pause * 4 ** attempt, 60_000));
    }
  };
}

type Answer =
  | Fetched
  | { readonly kind: 'busy'; readonly why: string; readonly wait: number | undefined }
  /** Nobody answers there. */
  | { readonly kind: 'silent'; readonly why: string };

async function follow(
  first: string,
  name: string,
  limits: FetchLimits,
  lastAsked: Map<string, number>,
): Promise<Answer> {
  let address = first;
  for (let step = 0; step <= limits.mostRedirects; step += 1) {
    const url = parseUrl(address);
    if (!url || !/^https?:$/.test(url.protocol)) return failed('it is no address of the web');
    if (url.username !== '' || url.password !== '') return failed('its address has a name and a password in it');
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && !limits.isAllowed(host)) return failed('its address is none of the public internet');
    const wait = (lastAsked.get(url.host) ?? 0) + limits.pause - Date.now();
    if (wait > 0) await sleep(wait);
    lastAsked.set(url.host, Date.now());
    const answer = await ask(url, name, limits);
    if (answer.kind !== 'moved') return answer;
    const next = parseAgainst(answer.to, url.href);
    if (next === undefined) return failed('it has moved to what is no address');
    address = next;
  }
  return failed(`it has moved more than ${limits.mostRedirects} times`);
}

function ask(
  url: URL,
  name: string,
  limits: FetchLimits,
): Promise<Answer | { readonly kind: 'moved'; readonly to: string }> {
  return new Promise((resolve) => {
    const options: RequestOptions = {
      headers: { 'user-agent': 'Broadsheet import', accept: '*/*', 'accept-encoding': 'identity' },
      lookup: publicLookup(limits.isAllowed),
      timeout: limits.timeout,
    };
    const get = url.protocol === 'https:' ? getSecure : getPlain;
    const request = get(url, options, (response) => {
      read(response, name, limits).then(resolve, (fault: unknown) => resolve(failed(String(fault))));
    });
    request.on('timeout', () => request.destroy(new Error('it does not answer')));
    request.on('error', (fault: NodeJS.ErrnoException) => {
      resolve(
        /^(?:ECONNRESET|ETIMEDOUT|EAI_AGAIN)$/.test(fault.code ?? '')
          ? { kind: 'busy', why: fault.message, wait: undefined }
          : { kind: 'silent', why: fault.message },
      );
    });
  });
}

async function read(
  response: IncomingMessage,
  name: string,
  { mostBytes }: FetchLimits,
): Promise<Answer | { readonly kind: 'moved'; readonly to: string }> {
  const { statusCode: status = 0, headers } = response;
  const end = (answer: Answer | { readonly kind: 'moved'; readonly to: string }): typeof answer => {
    response.destroy();
    return answer;
  };
  if (status >= 300 && status < 400 && headers.location !== undefined)
    return end({ kind: 'moved', to: headers.location });
  if (status === 429 || status >= 500) {
    const seconds = Number(headers['retry-after']);
    return end({ kind: 'busy', why: `its host answers ${status}`, wait: seconds > 0 ? seconds * 1000 : undefined });
  }
  if (status !== 200) return end(failed(`its host answers ${status}`));
  const type = (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!fits(type, name)) return end(failed(`it is ${type}, which ${name} cannot be`));
  if (Number(headers['content-length'] ?? 0) > mostBytes) return end(failed(`it has over ${mostBytes} bytes`));
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > mostBytes) return end(failed(`it has over ${mostBytes} bytes`));
    parts.push(part);
  }
  if (!response.complete) return { kind: 'busy', why: 'it was cut off', wait: undefined };
  return { kind: 'bytes', bytes: Buffer.concat(parts) };
}

const PICTURES = /\.(?:jpe?g|png|gif|webp|avif|svg|ico)$/;
const RECORDINGS = /\.(?:mp3|m4a|ogg|opus|wav|mp4|webm)$/;

/** Whether a type can be that of a file of a name. Hosts that do not know say that it is bytes. */
function fits(type: string, name: string): boolean {
  if (type === '' || /^(?:application|binary)\/octet-stream$/.test(type)) return true;
  if (PICTURES.test(name)) return type.startsWith('image/');
  if (RECORDINGS.test(name)) return /^(?:audio|video)\/|^application\/ogg$/.test(type);
  return type !== 'text/html' && type !== 'application/xhtml+xml';
}

function failed(why: string): Fetched {
  return { kind: 'failed', why };
}

function parseAgainst(address: string, base: string): string | undefined {
  try {
    return new URL(address, base).href;
  } catch {
    return undefined;
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
