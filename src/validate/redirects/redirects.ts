import { PlainScalar } from '../../domain/content/source.ts';
import {
  NO_OLD_ADDRESS,
  type OldAddress,
  oldAddress,
  REDIRECTS_PATH,
  type RedirectTarget,
  type Withdrawal,
  type WrittenRedirect,
} from '../../domain/redirects/redirects.ts';
import { covers, MOST_PATTERNS, type WrittenPattern } from '../../domain/redirects/patterns.ts';
import { pathOnSite, type Site } from '../../domain/site/site.ts';
import { parseUrl, readPath, type UrlPath } from '../../domain/addresses.ts';
import { nameForHosts } from '../../domain/site/host-files.ts';
import { encodeSpaces, readAddress } from '../../domain/site/written-address.ts';
import { hintForAddress, hintForImpossible } from '../../diagnostics/address-faults.ts';
import { nearest, PUT_INTO_PUBLIC, quote } from '../../diagnostics/wording.ts';
import { type Finding, keyAt, type Spot, valueAt, WHOLE_FILE } from '../../diagnostics/finding.ts';
import { faultOfNames, readPattern, signOfPattern } from './patterns.ts';
import { inQuotes } from '../front-matter/quotes.ts';
import { judgeText } from '../rules/texts-of-keys.ts';
import type { Validated } from '../setting.ts';
import type { Reader } from '../reader.ts';

/** A host that no address names, to read paths with. */
const NOWHERE = 'https://path.invalid';

/** Makes redirects of what `content/redirects.yaml` holds, in their order: old paths and where they lead now. */
export function validateRedirects(
  given: unknown,
  site: Site,
): Validated<readonly (WrittenRedirect | WrittenPattern)[]> {
  if (given === undefined || given === null) return { value: [], findings: [] };
  if (typeof given !== 'object' || Array.isArray(given) || given instanceof PlainScalar) {
    const message = `Unexpected ${Array.isArray(given) ? 'list' : 'text'}, expected old paths and where they lead now`;
    const hint = 'write a line for each: `/old-address/: /new-address/`';
    return { value: [], findings: [{ code: 'value-type', path: REDIRECTS_PATH, at: WHOLE_FILE, message, hint }] };
  }
  const findings: Finding[] = [];
  const note = (at: Spot, message: string, hint: string): void => {
    findings.push({ code: 'redirect-invalid', path: REDIRECTS_PATH, at, message, hint });
  };
  const patterns: WrittenPattern[] = [];
  const value = Object.entries(given).flatMap(([key, target]): readonly (WrittenRedirect | WrittenPattern)[] => {
    if (signOfPattern(key.trim()) !== undefined) {
      const written = validatePattern({ key, target, before: patterns, site }, note);
      if (written) patterns.push(written);
      return written ? [written] : [];
    }
    const old = readOldAddress(key);
    if (old.kind === 'wrong') note(keyAt(key), describeOld(key, old.expected), old.hint);
    const to = readWithdrawal(target) ?? readTarget(target, site);
    if (to === undefined) note(valueAt(key), ...describeTarget(key, target));
    const reason = to?.kind === 'gone' ? to.reason : undefined;
    if (reason !== undefined)
      findings.push(...judgeText(REDIRECTS_PATH, { text: reason, takes: 'plain', keys: [key, 'gone'] }));
    return old.kind === 'wrong' ? [] : [{ key, from: old.address, to }];
  });
  return { value, findings };
}

/** A line whose old address stands for many; nothing where that cannot be. */
function validatePattern(
  line: {
    readonly key: string;
    readonly target: unknown;
    readonly before: readonly WrittenPattern[];
    readonly site: Site;
  },
  note: (at: Spot, message: string, hint: string) => void,
): WrittenPattern | undefined {
  const { key, target, before, site } = line;
  const read = readPattern(key);
  if (read.kind === 'wrong') {
    note(keyAt(key), `Unexpected pattern ${quote(key)}, expected ${read.expected}`, read.hint);
    return undefined;
  }
  const { pattern } = read;
  if (before.length >= MOST_PATTERNS) {
    const hint = 'hosts pass over those that follow: write fewer that stand for more';
    note(keyAt(key), `Unexpected pattern ${quote(key)}, expected at most ${MOST_PATTERNS} of them`, hint);
    return undefined;
  }
  const wider = before.find((other) => covers(other.pattern, pattern));
  if (wider) {
    const message = `Unexpected pattern ${quote(key)} below ${quote(wider.key)}, which stands for the same, expected it above`;
    note(keyAt(key), message, 'put it above the other one, or remove it: the first that fits counts');
    return undefined;
  }
  if (readWithdrawal(target)) {
    const message = `Unexpected \`gone\` under the pattern ${quote(key)}, expected an address`;
    note(valueAt(key), message, 'write a line for each address that was taken down: each has a page that says so');
    return undefined;
  }
  const to = readTarget(target, site);
  const fault = to && faultOfNames(to, pattern);
  if (to === undefined) note(valueAt(key), ...describeTarget(key, target));
  else if (fault)
    note(valueAt(key), `Unexpected ${quote(fault.part)} in a target, expected names of ${quote(key)}`, fault.hint);
  return fault ? undefined : { key, pattern, to };
}

function describeOld(written: string, expected: string): string {
  const what = /^\[object \w+\]$/.test(written) ? 'key that is no text' : `old path ${quote(written)}`;
  return `Unexpected ${what}, expected ${expected}`;
}

function describeTarget(key: string, target: unknown): readonly [message: string, hint: string] {
  const expected = 'expected a path like `/new-address/` or an address like `https://example.com/`';
  if (target === null || target === '') {
    return [`Unexpected end of ${quote(key)}, ${expected}`, 'write after the colon where it leads now'];
  }
  if (typeof target === 'object' && !(target instanceof PlainScalar)) {
    const kind = Array.isArray(target) ? 'list' : 'group of keys';
    const hint =
      goneHint(target) ??
      'write one address after the colon; or, of a page that was taken down, `{ gone: true }` or `{ gone: Why }`';
    return [`Unexpected ${kind} under ${quote(key)}, ${expected}`, hint];
  }
  const written = target instanceof PlainScalar ? target.written : target;
  const message = `Unexpected target ${quote(written)}, ${expected}`;
  const status = /^(\S+)\s+[345]\d\d!?$/.exec(String(written))?.[1];
  if (status !== undefined)
    return [message, `write \`${status}\` alone: hosts are told that the page has moved for good`];
  if (/^(?:gone|410|404|deleted|removed)$/i.test(String(written)))
    return [message, 'write `{ gone: true }` of a page that was taken down, or `{ gone: Why }`'];
  const host = /^(?:https?[:/]*)?(www\.[\w.-]+\.\w+(?:\/\S*)?)$/i.exec(String(written))?.[1];
  if (host !== undefined) return [message, `write \`https://${host}\``];
  if (typeof written === 'string' && /\.md$/i.test(written))
    return [message, 'write the address of the story, or put the old path into its `aliases`'];
  const hint = 'begin a path on this site with one `/`, and an address elsewhere with `https://`';
  return [message, typeof written === 'string' ? hintForAddress(readAddress(written), hint) : hint];
}

/** What was most likely meant by a group of keys that says of no page that it is gone. */
function goneHint(target: object): string | undefined {
  const entries = Object.entries(target);
  const [key = '', value] = entries[0] ?? [];
  if (/^gone:\S/.test(key)) return `put a space behind the colon: \`{ gone: ${key.slice('gone:'.length)} }\``;
  if (key !== 'gone') return nearest(key, ['gone']) === undefined ? undefined : 'did you mean `gone`?';
  if (entries.length === 1) {
    const isNo =
      value instanceof PlainScalar ? value.value === false : value === false || /^(?:no|off)$/i.test(String(value));
    return isNo ? 'remove the line, if the page is not gone' : 'write `{ gone: true }`, or `{ gone: Why }`';
  }
  // A comma in a reason ends it.
  const isText = entries.slice(1).every(([, rest]) => rest === null);
  return isText
    ? `put quotes around the reason: \`{ gone: ${inQuotes([value, ...entries.slice(1).map(([rest]) => rest)].map(asWritten).join(', '))} }\``
    : undefined;
}

function asWritten(value: unknown): string {
  return value instanceof PlainScalar ? value.written : String(value);
}

/** The longest reason: it is a sentence or two, not a story. */
export const LONGEST_REASON = 500;

/** Reads `{ gone: true }`, or `{ gone: Why }`; undefined where it is something else, or more. */
function readWithdrawal(target: unknown): Withdrawal | undefined {
  if (typeof target !== 'object' || target === null || Array.isArray(target)) return undefined;
  const [[key, gone] = [], ...others] = Object.entries(target);
  if (key !== 'gone' || others.length > 0) return undefined;
  if (gone instanceof PlainScalar) return gone.value === true ? GONE : undefined;
  if (gone === true) return GONE;
  // It would be the reason that readers are told.
  if (typeof gone !== 'string' || gone.length > LONGEST_REASON || /^(?:yes|no|on|off|y|n)$/i.test(gone.trim()))
    return undefined;
  return { kind: 'gone', reason: gone.trim() === '' ? undefined : gone.trim() };
}

const GONE: Withdrawal = { kind: 'gone', reason: undefined };

function readTarget(target: unknown, site: Site): RedirectTarget | undefined {
  if (typeof target !== 'string' || /\.md$/i.test(target)) return undefined;
  const address = readAddress(target);
  // A browser would follow `..` as well; where it leads is on the site.
  const isPath = address.kind === 'path' || (address.kind === 'fault' && address.fault.kind === 'dots');
  if (isPath) return pageOf(target.trim());
  if (address.kind !== 'web') return undefined;
  // An address of this site in full is one of its pages all the same.
  const own = pathOnSite(site, address.url);
  return own === undefined ? { kind: 'elsewhere', url: address.url } : pageOf(own);
}

/** The page that a path on this site leads to, with what follows it. */
function pageOf(written: string): RedirectTarget | undefined {
  const url = parseUrl(NOWHERE + written);
  if (!url || url.origin !== NOWHERE) return undefined;
  const read = readPath(url.pathname);
  return read.kind === 'path' ? { kind: 'page', url: read.path, query: url.search, fragment: url.hash } : undefined;
}

/** An old address that somebody wrote, or what was expected in its place, and what to do. */
type OldRead =
  | { readonly kind: 'old'; readonly address: OldAddress }
  | { readonly kind: 'wrong'; readonly expected: string; readonly hint: string };

const EXPECTED = 'one like `/news/old-address/`';

/**
 * Reads an old address on this site, percent-encoded or not. A path without a file's ending is a folder, as browsers ask
 * for it: `/news/bridge` → `/news/bridge/`.
 */
function readOldAddress(given: string): OldRead {
  const written = given.trim();
  // Names of files may have spaces; and what follows `#` is told of below.
  const address = readAddress(encodeSpaces(written));
  if (!written.startsWith('/') || (address.kind === 'fault' && address.fault.kind === 'host'))
    return { kind: 'wrong', expected: EXPECTED, hint: pathHint(written) };
  if (address.kind === 'fault' && address.fault.kind === 'character')
    return impossible(written, address.fault.character);
  const pattern = signOfPattern(written);
  if (pattern !== undefined) {
    const hint = `write it into ${REDIRECTS_PATH}, where there are patterns; \`*\`, where it is meant, is \`%2A\``;
    return { kind: 'wrong', expected: `one without ${quote(pattern)}, for it is the address of one story`, hint };
  }
  const [, before = '', search = ''] = /^([^?#]*)(\??[^#]*)/s.exec(written) ?? [];
  if (written.includes('#')) {
    const hint = `leave out what comes after \`#\`, which browsers ask no host for: \`${before}${search}\``;
    return { kind: 'wrong', expected: EXPECTED, hint };
  }
  const read = readPath(before);
  if (read.kind === 'impossible') return impossible(before, read.part);
  const obeyed = nameForHosts(read.path);
  if (obeyed !== undefined)
    return { kind: 'wrong', expected: `one without ${quote(obeyed)}, a name that hosts obey`, hint: PUT_INTO_PUBLIC };
  const query = queryOf(search);
  const path = asFolder(read.path);
  if (path === '/' && query === '')
    return { kind: 'wrong', expected: EXPECTED, hint: 'the home page is always there, and leads nowhere else' };
  return { kind: 'old', address: oldAddress(path, query) };
}

function impossible(path: string, part: string): OldRead {
  return { kind: 'wrong', expected: `one without ${quote(part)}`, hint: hintForImpossible(path, part) };
}

/** What to write for an old address that is no path. */
function pathHint(written: string): string {
  const url = /^https?:/i.test(written) ? parseUrl(written) : undefined;
  if (url && url.pathname + url.search !== '/') return `leave out the host: \`${url.pathname}${url.search}\``;
  return /^[\w.~%-]+(?:\/[\w.~%-]+)*\/?$/.test(written)
    ? `write ${quote(`/${written}`)}, with \`/\` before it`
    : 'write the part of the old address after the host, beginning with `/`';
}

/** A query in one form, however it was encoded: `?p=123&lang=en`. */
function queryOf(search: string): string {
  const parameters = [...new URLSearchParams(search)].filter(([name]) => name !== '');
  const parts = parameters.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** An address with a slash at its end, unless it is that of a file. */
function asFolder(path: UrlPath): UrlPath {
  return /\/$|\.[a-z0-9]+$/i.test(path) ? path : (`${path}/` as UrlPath);
}

/** Reads `aliases`: old addresses on this site. */
export function readAliases(values: readonly string[] | undefined, reader: Reader): readonly OldAddress[] {
  return (values ?? []).map((value, index) => {
    const old = readOldAddress(value);
    if (old.kind === 'old') return old.address;
    reader.note('alias-invalid', valueAt('aliases', index), describeOld(value, old.expected), old.hint);
    return NO_OLD_ADDRESS;
  });
}
