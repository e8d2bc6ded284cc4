import type { Finding } from '../../diagnostics/finding.ts';
import { readText } from '../../disk/read-text.ts';
import { isOn, proofread, SPELLING } from '../../newsroom/copy-desk/copy-desk.ts';
import type { Dictionary } from '../../newsroom/copy-desk/spelling/dictionary.ts';
import type { UnknownWord } from '../../newsroom/copy-desk/spelling/unknown-words.ts';
import { readStoryProse } from '../../newsroom/copy-desk/story-prose.ts';
import type { Fingerprint } from '../../plan/fingerprint.ts';
import { type SharedDesk, sharedDesk } from '../workers/task-context.ts';
import { type DictionaryFound, findDictionary, openDictionary } from './dictionaries.ts';

/** Reads stories as a copy editor does. */
export interface ProofreadTask {
  readonly name: 'proofread';
  readonly files: readonly { readonly path: string; readonly diskPath: string }[];
}

/** What is kept of a story that was proofread: without the path, under which it is kept. */
export interface ProofRow {
  /** Of the file's bytes. */
  readonly content: Fingerprint;
  /** BCP 47. */
  readonly language: string;
  /** Of the dictionary that its words were looked up in. */
  readonly dictionary: string;
  readonly findings: readonly Omit<Finding, 'path'>[];
  readonly unknown: readonly UnknownWord[];
  /** Words of the names in its front matter: places, people. */
  readonly names: readonly string[];
}

/** Which dictionaries are installed, as it was looked up for what the tasks of this thread share. */
const found = new Map<string, DictionaryFound>();
let foundFor: SharedDesk | undefined;

/** Reads stories with what was shared. A file that is no text, or is gone, is left out: that is told of elsewhere. */
export async function proofreadFiles({
  files,
}: ProofreadTask): Promise<readonly (readonly [path: string, row: ProofRow])[]> {
  const shared = sharedDesk();
  if (!shared) throw new Error('A story was to be proofread before the house style was known');
  const rows: (readonly [string, ProofRow])[] = [];
  for (const { path, diskPath } of files) {
    const read = readText(path, diskPath);
    if (read.kind === 'failed') continue;
    const prose = readStoryProse(read.file, shared.site);
    const dictionary = isOn(SPELLING, shared.site) ? await dictionaryFor(prose.language, shared.content) : undefined;
    const { language, findings, unknown, names } = proofread(prose, shared, dictionary);
    rows.push([
      path,
      {
        content: read.content,
        language,
        dictionary: dictionaryKey(language, shared),
        findings: findings.map(({ path: _path, ...finding }) => finding),
        unknown,
        names,
      },
    ]);
  }
  return rows;
}

/** The dictionary of a language, if it is installed. */
export async function dictionaryFor(language: string, content: string): Promise<Dictionary | undefined> {
  const installed = lookUp(language, content);
  return installed.kind === 'installed' ? openDictionary(language, installed.dictionary) : undefined;
}

/** Tells the dictionary of a language from others, and from none. */
export function dictionaryKey(language: string, { site, content }: Pick<SharedDesk, 'site' | 'content'>): string {
  if (!isOn(SPELLING, site)) return '';
  const installed = lookUp(language, content);
  return installed.kind === 'installed' ? `${installed.dictionary.name}@${installed.dictionary.version}` : '';
}

/** What there is of a language; it is looked for once, and anew when something else is shared. */
export function lookUp(language: string, content: string): DictionaryFound {
  const shared = sharedDesk();
  if (foundFor !== shared) found.clear();
  foundFor = shared;
  const known = found.get(language) ?? findDictionary(language, content);
  found.set(language, known);
  return known;
}
