import { readPath, type UrlPath } from '../../domain/addresses.ts';
import {
  ADDRESSES_PATH,
  type PermanentAddress,
  type RecordedAddress,
  type RecordedAddresses,
} from '../../domain/site/permanent-addresses.ts';
import type { SourceFile } from '../../domain/content/source.ts';
import { quote } from '../../diagnostics/wording.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import type { Validated } from '../setting.ts';
import { AddressLines, PlainAddresses } from './address-lines.ts';

/** So many lines that cannot be read are told of one by one. */
const MOST_TOLD = 100;

/** No more of a line is quoted. */
const LONGEST_QUOTED = 500;

/** What git leaves of a merge that somebody has to finish. */
const CONFLICT = /^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/;

/**
 * Reads `content/addresses.txt`: an address a line, and behind a space the path of what was published there. The order of lines, lines that stand
 * twice and comments (`#`) mean nothing, so that git may join two versions line by line. The addresses of both sides of a merge that
 * nobody has finished are read.
 */
export function validatePermanentAddresses({ text }: SourceFile): Validated<RecordedAddresses> {
  const lines = new AddressLines(text, sourceIn);
  const plain = new PlainAddresses(text);
  const findings: Finding[] = [];
  let untold = 0;
  let line = 0;
  for (let start = 0; start < text.length; ) {
    line += 1;
    const end = plain.endAt(start);
    const next = text.indexOf('\n', Math.max(start, end));
    if (end > 0) lines.add(start, end, line);
    else {
      const written = text.slice(start, next < 0 ? undefined : next).trim();
      const read = written === '' || written.startsWith('#') ? 'nothing' : readLine(written, line);
      if (read === undefined) {
        if (findings.length < MOST_TOLD) findings.push(wrongLine(written, line));
        else untold += 1;
      } else if (read !== 'nothing') lines.addRead(read);
    }
    start = next < 0 ? text.length : next + 1;
  }
  if (untold > 0) findings.push(moreLines(untold, line));
  return { value: lines, findings };
}

function readLine(written: string, line: number): RecordedAddress | undefined {
  if (!written.startsWith('/')) return undefined;
  const end = new PlainAddresses(written).endAt(0);
  if (end > 0) return { url: written.slice(0, end) as UrlPath, source: sourceIn(written.slice(end)), line };
  const space = endOfAddress(written);
  const address = space < 0 ? written : written.slice(0, space);
  if (/[?#]/.test(address)) return undefined;
  const read = readPath(address);
  return read.kind === 'path' ? { url: read.path, source: sourceIn(written.slice(address.length)), line } : undefined;
}

/** The path of a file, of what stands behind an address. */
function sourceIn(behind: string): string {
  return decodeMarks(behind.trim());
}

/** Where the white space behind an address begins; -1 where there is none. */
function endOfAddress(written: string): number {
  const [space, tab] = [written.indexOf(' '), written.indexOf('\t')];
  return space < 0 || (tab >= 0 && tab < space) ? tab : space;
}

function wrongLine(written: string, line: number): Finding {
  const at = { kind: 'position', line, column: 1, length: written.length } as const;
  const common = { code: 'address-line', path: ADDRESSES_PATH, at } as const;
  if (CONFLICT.test(written))
    return {
      ...common,
      message: 'Unexpected mark of a merge that is not finished, expected addresses only',
      hint: 'remove the lines that begin with `<<<<<<<`, `|||||||`, `=======` and `>>>>>>>`, and keep all others; a line that stands twice does no harm',
    };
  return {
    ...common,
    message: `Unexpected line ${quote(written.slice(0, LONGEST_QUOTED))}, expected an address like \`/2026/11/23/flood/\` and the file that is published there`,
    hint: 'remove the line; `npx broadsheet check --fix` adds each address that is published and not there',
  };
}

function moreLines(count: number, last: number): Finding {
  return {
    code: 'address-line',
    path: ADDRESSES_PATH,
    at: { kind: 'position', line: last, column: 1 },
    message: `Unexpected lines, ${count} more of them, expected addresses only`,
    hint: 'take the file as it was from the history of your repository',
  };
}

const HEADER = `# Addresses that have been published, and what was published there. Readers keep them: each must lead somewhere for ever.
# \`npx broadsheet check --fix\` adds to this file; a line may be taken out if nobody needs its address any more.
`;

/** What editors have written into `content/addresses.txt` beside addresses, as blocks of lines; each once. */
export interface AddressComments {
  /** At the top of the file: those behind which an empty line stands. */
  readonly first: ReadonlySet<string>;
  /** Above the line of an address. */
  readonly above: ReadonlyMap<UrlPath, ReadonlySet<string>>;
  /** At the end of the file; empty where there is none. */
  readonly last: string;
}

const NO_COMMENTS: AddressComments = { first: new Set(), above: new Map(), last: '' };

/** Finds the comments of `content/addresses.txt` but for the lines that it begins with itself: each belongs to the address below it, or to the file. */
export function commentsOfAddresses(text: string): AddressComments {
  const rest = (text.startsWith(HEADER) ? text.slice(HEADER.length) : text).trimEnd();
  if (!/^[ \t]*#/m.test(rest)) return NO_COMMENTS;
  const own = new Set(HEADER.split('\n'));
  const first = new Set<string>();
  const above = new Map<UrlPath, Set<string>>();
  let block: string[] = [];
  let isAmongAddresses = false;
  for (const line of rest.split('\n')) {
    const written = line.trim();
    if (written.startsWith('#')) {
      if (!own.has(written)) block.push(written);
      continue;
    }
    const url = written === '' ? undefined : readLine(written, 0)?.url;
    isAmongAddresses ||= url !== undefined;
    if (block.length > 0) {
      const ofUrl = url === undefined ? first : (above.get(url) ?? new Set());
      if (url !== undefined) above.set(url, ofUrl);
      ofUrl.add(block.join('\n'));
    }
    block = [];
  }
  if (isAmongAddresses || block.length === 0) return { first, above, last: block.join('\n') };
  return { first: first.add(block.join('\n')), above, last: '' };
}

/**
 * Prints `content/addresses.txt`: by address, each line once. White space and control characters are percent-encoded, so that a line is an address and a path.
 */
export function printPermanentAddresses(
  addresses: Iterable<PermanentAddress>,
  comments: AddressComments = NO_COMMENTS,
): string {
  const lines = new Map<string, UrlPath>();
  for (const { url, source } of addresses) {
    const line = `${encodeMarks(url, /[%\s\p{Cc}?#]/gu)} ${encodeMarks(source, /[%\p{Cc}\u2028\u2029]/gu)}`.trimEnd();
    lines.set(line, url);
  }
  const left = new Map(comments.above);
  const printed: string[] = [...comments.first].map((block) => `${block}\n`);
  for (const line of [...lines.keys()].sort()) {
    const url = lines.get(line) as UrlPath;
    for (const block of left.get(url) ?? []) printed.push(block);
    left.delete(url);
    printed.push(line);
  }
  for (const blocks of left.values()) for (const block of blocks) printed.push(block);
  if (comments.last !== '') printed.push(comments.last);
  return printed.length === 0 ? HEADER : `${HEADER}${printed.join('\n')}\n`;
}

function encodeMarks(text: string, what: RegExp): string {
  return text.search(what) < 0 ? text : text.replace(what, (character) => encodeURIComponent(character));
}

function decodeMarks(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
