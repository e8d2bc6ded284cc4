import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Hunspell } from 'hunspell-wasm';
import { NEWSROOM, PROGRAM } from '../../disk/project.ts';
import { importModule } from '../../eleventy/import-module.ts';
import type { Dictionary } from '../../newsroom/copy-desk/spelling/dictionary.ts';
import { CHECKER, dictionariesOf } from '../../newsroom/copy-desk/spelling/packages.ts';

/** What the spelling of a language is checked with. */
export interface InstalledDictionary {
  /** Of the package: its name and its version. */
  readonly name: string;
  readonly version: string;
  /** Absolute paths. */
  readonly affixes: string;
  readonly words: string;
  /** Absolute path of the module of the spelling checker. */
  readonly checker: string;
}

/** A dictionary, or the packages that are to be installed for there to be one; nothing if none is published. */
export type DictionaryFound =
  | { readonly kind: 'installed'; readonly dictionary: InstalledDictionary }
  | { readonly kind: 'missing'; readonly packages: readonly string[] }
  | { readonly kind: 'unpublished' };

/** Looks for the dictionary of a language (BCP 47) among the packages of a newsroom. */
export function findDictionary(language: string, content: string): DictionaryFound {
  const names = dictionariesOf(language);
  const [best] = names;
  if (best === undefined) return { kind: 'unpublished' };
  const folders = [dirname(content), NEWSROOM, PROGRAM];
  const checker = fileOf(CHECKER.name, folders);
  const found = names.map((name) => ({ name, file: fileOf(name, folders) })).find(({ file }) => file !== undefined);
  if (checker === undefined || found?.file === undefined) {
    const packages = [
      ...(checker === undefined ? [`${CHECKER.name}@${CHECKER.version}`] : []),
      ...(found ? [] : [best]),
    ];
    return { kind: 'missing', packages };
  }
  const folder = dirname(found.file);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly version: string };
  const [affixes, words] = [join(folder, 'index.aff'), join(folder, 'index.dic')];
  return { kind: 'installed', dictionary: { name: found.name, version, affixes, words, checker } };
}

/** The file that a package is loaded by, if it is installed where one of some folders finds it. */
function fileOf(name: string, folders: readonly string[]): string | undefined {
  for (const folder of folders) {
    try {
      const file = createRequire(join(folder, 'package.json')).resolve(name);
      if (existsSync(file)) return file;
    } catch {
      // Not from there.
    }
  }
  return undefined;
}

/** So many words are remembered: those that stories have most. */
const MOST_REMEMBERED = 200_000;

const opened = new Map<string, Promise<Dictionary>>();

/** Opens a dictionary in this thread. It is read once, in a tenth of a second and 20 MB. */
export function openDictionary(language: string, installed: InstalledDictionary): Promise<Dictionary> {
  const key = `${language} ${installed.words}`;
  const known = opened.get(key) ?? readDictionary(language, installed);
  opened.set(key, known);
  return known;
}

async function readDictionary(language: string, { affixes, words, checker }: InstalledDictionary): Promise<Dictionary> {
  const { createHunspellFromStrings } = (await importModule(
    checker,
    CHECKER.version,
  )) as typeof import('hunspell-wasm');
  const rules = readFileSync(affixes, 'utf8');
  const hunspell = await createHunspellFromStrings(rules, readFileSync(words, 'utf8'));
  return new HunspellDictionary(language, hunspell, /^TRY[ \t]+(\S+)/mu.exec(rules)?.[1] ?? LETTERS);
}

const LETTERS = 'esianrtolcdugmphbyfvkwzxjq';

class HunspellDictionary implements Dictionary {
  readonly language: string;
  readonly letters: string;
  private readonly hunspell: Hunspell;
  private readonly known = new Map<string, boolean>();

  constructor(language: string, hunspell: Hunspell, letters: string) {
    this.language = language;
    this.hunspell = hunspell;
    this.letters = letters;
  }

  knows(word: string): boolean {
    const known = this.known.get(word);
    if (known !== undefined) return known;
    const answer = this.hunspell.testSpelling(word);
    if (this.known.size < MOST_REMEMBERED) this.known.set(word, answer);
    return answer;
  }

  suggest(word: string): readonly string[] {
    return this.hunspell.getSpellingSuggestions(word);
  }
}
