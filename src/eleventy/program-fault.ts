import { type Finding, keyAt, type Spot, WHOLE_FILE } from '../diagnostics/finding.ts';
import { quote } from '../diagnostics/wording.ts';
import { causesOf } from '../diagnostics/causes.ts';
import { RESERVED_NAMES } from '../domain/site/programs.ts';
import { ContentFault } from './content-fault.ts';
import { bareKey, type Data } from './merge-data.ts';

/** What went wrong in a program of `content/pages/`, with its path; what has one already stays as it is. */
export function programFault(fault: unknown, path: string): ContentFault {
  if (fault instanceof ContentFault) return fault;
  const reason = causesOf(fault).at(-1)?.message ?? String(fault);
  const [, line, column] = /\(line (\d+) column (\d+)\)/.exec(reason) ?? [];
  const at: Spot = line === undefined ? WHOLE_FILE : { kind: 'position', line: Number(line), column: Number(column) };
  return new ContentFault({
    code: 'template-failed',
    path,
    at,
    message: `Unexpected mistake in this file, expected what Eleventy can run or read: ${reason.split('\n')[0]}`,
    hint: 'correct the file, or take it out of content/pages/',
  });
}

/** Throws where data of a template or for templates has what would break Eleventy; such faults of its own name no file. */
export function checkData(data: Data, path: string): void {
  const finding = findBreaking(data, path);
  if (finding) throw new ContentFault(finding);
}

function findBreaking(data: Data, path: string): Finding | undefined {
  const reserved = Object.keys(data).find((key) => RESERVED_NAMES.has(bareKey(key)));
  if (reserved !== undefined) return reservedKey([reserved], path);
  const hidden = pathToProto(data, new Set());
  if (hidden) return reservedKey(hidden, path);
  for (const [key, isGood, expected, hint] of INSTRUCTIONS) {
    for (const written of [key, `override:${key}`]) {
      const value = data[written];
      if (value === undefined || value === null || isGood(value)) continue;
      const message = `Unexpected value of \`${key}\`, expected ${expected}`;
      return { code: 'template-failed', path, at: keyAt(written), message, hint };
    }
  }
  return undefined;
}

/** What Eleventy takes as instructions must be of the kind that it can obey. */
const INSTRUCTIONS: readonly (readonly [
  key: string,
  isGood: (value: unknown) => boolean,
  expected: string,
  hint: string,
])[] = [
  ['tags', isTags, 'text, or a list of text', 'write names of collections: `[news, notes]`'],
  [
    'templateEngineOverride',
    (value) => value === false || typeof value === 'string',
    'text',
    'write the name of a template language: `njk`',
  ],
];

function isTags(value: unknown): boolean {
  const tags: readonly unknown[] = Array.isArray(value) ? value : String(value).split(',');
  const isText = typeof value === 'string' || Array.isArray(value);
  return isText && tags.every((tag) => typeof tag === 'string' && !RESERVED_NAMES.has(tag.trim()));
}

/** Where data, however deep, has a key of the name by which objects know what they inherit from. */
function pathToProto(value: unknown, seen: Set<unknown>): readonly string[] | undefined {
  if (typeof value !== 'object' || value === null || seen.has(value)) return undefined;
  seen.add(value);
  if (Object.hasOwn(value, '__proto__')) return ['__proto__'];
  for (const [key, inner] of Object.entries(value)) {
    const within = bareKey(key) === '__proto__' ? [] : pathToProto(inner, seen);
    if (within) return [key, ...within];
  }
  return undefined;
}

function reservedKey(keys: readonly string[], path: string): Finding {
  return {
    code: 'template-failed',
    path,
    at: keyAt(...keys),
    message: `Unexpected key ${quote(keys.at(-1))} in data, expected one that Eleventy leaves to templates`,
    hint: 'give it another name',
  };
}
