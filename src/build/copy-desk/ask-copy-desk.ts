import { join } from 'node:path';
import type { CATALOGUE } from '../../diagnostics/catalogue.ts';
import { type Finding, keyAt } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';
import { readText } from '../../disk/read-text.ts';
import type { FoundFile } from '../../disk/walk-content.ts';
import { COPY_DESK } from '../../domain/content/content-kinds.ts';
import type { Edition } from '../../domain/edition.ts';
import { SITE_PATH, type Site } from '../../domain/site/site.ts';
import type { SourceFile } from '../../domain/content/source.ts';
import { isOn, RULE_CODES, SPELLING } from '../../newsroom/copy-desk/copy-desk.ts';
import { type HouseStyle, NO_STYLE, readHouseStyle } from '../../newsroom/copy-desk/house-style/house-style.ts';
import { STYLE_PATH } from '../../newsroom/copy-desk/house-style/style-schema.ts';
import { namesOfEdition } from '../../newsroom/copy-desk/spelling/edition-names.ts';
import { OwnWords, WORDS_PATH } from '../../newsroom/copy-desk/spelling/own-words.ts';
import { tellUnknown } from '../../newsroom/copy-desk/spelling/tell-unknown.ts';
import { fingerprintOf } from '../../plan/fingerprint.ts';
import type { Validated } from '../../validate/setting.ts';
import { plainRows, Table } from '../cache/table.ts';
import { programVersion } from '../program/program-version.ts';
import { isArticleFile } from '../reading/read-stories.ts';
import type { SourceFiles } from '../reading/source-files.ts';
import type { Workers } from '../workers/workers.ts';
import { dictionaryFor, dictionaryKey, lookUp, type ProofRow } from './proofread-files.ts';

/** What the copy desk needs of a newsroom that was read. */
export interface DeskNewsroom {
  readonly edition: Edition;
}

/** What it works with. */
export interface DeskWork {
  /** Absolute path of the content folder. */
  readonly content: string;
  readonly files: SourceFiles;
  readonly workers: Workers;
  /** Absolute path of the folder that keeps what was found for the next time. */
  readonly cache: string;
}

/** How many stories a thread reads at a time. */
const SLICE = 50;
/** Fewer stories are read anew each time, and nothing is kept of them. */
const WORTH_KEEPING = 200;

/**
 * Has the copy desk read all stories of a newsroom: those that it has not read as they are, with the house style as it is. The newsroom's own
 * words count when the others are told of, so that a new one makes nobody read a story again.
 */
export async function askCopyDesk({ edition }: DeskNewsroom, work: DeskWork): Promise<readonly Finding[]> {
  const { site } = edition;
  const texts = new Map(work.files.walk.texts.map((file) => [file.path, file]));
  const style = readAdvice(STYLE_PATH, texts, { read: readHouseStyle, without: NO_STYLE });
  if (!RULE_CODES.some((code) => isOn(code, site))) return style.findings;
  const rows = await proofreadStories([...texts.values()].filter(isArticleFile), { ...work, site, style: style.value });
  const findings: Finding[] = [...style.findings];
  for (const [path, row] of rows) {
    for (const finding of row.findings)
      if (isOn(finding.code as keyof typeof CATALOGUE, site)) findings.push({ ...finding, path });
  }
  if (isOn(SPELLING, site))
    findings.push(...(await spellingOf(rows, { edition, work, own: readAdvice(WORDS_PATH, texts, OWN_WORDS) })));
  return findings;
}

/** How a file that only advises editors is read. */
interface AdviceReading<Value> {
  readonly read: (file: SourceFile) => Validated<Value>;
  /** What a newsroom without the file has. */
  readonly without: Value;
}

const OWN_WORDS: AdviceReading<SourceFile | undefined> = {
  read: (file) => ({ value: file, findings: [] }),
  without: undefined,
};

/** Reads a file that only advises editors. No page is made of it, so that nothing in it is an error that stops a check and no build. */
function readAdvice<Value>(
  path: string,
  texts: ReadonlyMap<string, FoundFile>,
  { read, without }: AdviceReading<Value>,
): Validated<Value> & { readonly isUnread?: true } {
  const file = texts.get(path);
  if (!file) return { value: without, findings: [] };
  const text = readText(path, file.diskPath);
  // That it cannot be read was told when the newsroom was.
  if (text.kind === 'failed') return { value: without, findings: [], isUnread: true };
  const { value, findings } = read(text.file);
  return { value, findings: findings.map((finding) => ({ ...finding, isOfAdvice: true })) };
}

interface DeskReading extends DeskWork {
  readonly site: Site;
  readonly style: HouseStyle;
}

type Rows = ReadonlyMap<string, ProofRow>;

async function proofreadStories(stories: readonly FoundFile[], reading: DeskReading): Promise<Rows> {
  const { site, style, content, files, workers, cache } = reading;
  const table = new Table<ProofRow>(join(cache, COPY_DESK.cache), stampOf(reading), plainRows());
  const rows = new Map<string, ProofRow>();
  const toRead: FoundFile[] = [];
  for (const file of stories) {
    const kept = table.get(file.path);
    const isSame =
      kept && kept.content === files.contentOf(file.path) && kept.dictionary === dictionaryKey(kept.language, reading);
    if (isSame) rows.set(file.path, kept);
    else toRead.push(file);
  }
  workers.share('desk', { site, style, content });
  workers.expect(toRead.length);
  const tasks: Promise<void>[] = [];
  for (let start = 0; start < toRead.length; start += SLICE) {
    const slice = toRead.slice(start, start + SLICE).map(({ path, diskPath }) => ({ path, diskPath }));
    const { done } = await workers.begin({ name: 'proofread', files: slice });
    const noted = done.then((read) => {
      for (const [path, row] of read) {
        rows.set(path, row);
        table.set(path, row);
      }
    });
    noted.catch(() => {});
    tasks.push(noted);
  }
  await Promise.all(tasks);
  keep(table, stories);
  // In the order of the walk, whichever thread was first.
  return new Map(stories.flatMap(({ path }) => (rows.has(path) ? [[path, rows.get(path) as ProofRow] as const] : [])));
}

/** Keeps what was found for the next time. Where nothing can be written, it is found anew. */
function keep(table: Table<ProofRow>, stories: readonly FoundFile[]): void {
  if (stories.length < WORTH_KEEPING) return;
  const paths = new Set(stories.map(({ path }) => path));
  for (const [path] of [...table.entries()]) if (!paths.has(path)) table.delete(path);
  try {
    if (table.hasChanged) table.save();
  } catch (fault) {
    if (!(fault instanceof Error && 'syscall' in fault)) throw fault;
  }
}

/** All that what is found in a story depends on, beside the story and its dictionary. */
function stampOf({ site, style }: DeskReading): string {
  const { html, markdown, language, defaults, timeZone } = site;
  const rules = RULE_CODES.filter((code) => isOn(code, site));
  return fingerprintOf(
    programVersion().program,
    JSON.stringify([html, markdown, language, defaults, timeZone, style, rules]),
  );
}

/** What spelling finds, and which dictionaries it lacks. */
async function spellingOf(
  rows: Rows,
  {
    edition,
    work,
    own: { value: list, isUnread },
  }: {
    readonly edition: Edition;
    readonly work: DeskWork;
    readonly own: ReturnType<typeof readAdvice<SourceFile | undefined>>;
  },
): Promise<readonly Finding[]> {
  // Without the newsroom's words each of them would be told of.
  if (isUnread) return [];
  const own = new OwnWords();
  for (const name of namesOfEdition(edition)) own.addName(name);
  for (const { names } of rows.values()) for (const name of names) own.addName(name);
  if (list) own.addList(list);
  const stories = [...rows].map(([path, { language, unknown }]) => ({ path, language, unknown }));
  const languages = [...new Set(stories.map(({ language }) => language))].sort();
  const dictionaries = new Map<string, Awaited<ReturnType<typeof dictionaryFor>>>();
  for (const { language, unknown } of stories) {
    if (unknown.length > 0 && !dictionaries.has(language)) {
      dictionaries.set(language, await dictionaryFor(language, work.content));
    }
  }
  const missing = languages.flatMap((language) => missingOf(language, work.content));
  return [...missing, ...own.findings, ...tellUnknown(stories, own, (language) => dictionaries.get(language))];
}

function missingOf(language: string, content: string): readonly Finding[] {
  const found = lookUp(language, content);
  if (found.kind !== 'missing') return [];
  const packages = found.packages.map((name) => quote(name)).join(' and ');
  return [
    {
      code: 'dictionary-missing',
      path: SITE_PATH,
      at: keyAt('standards', SPELLING),
      message: `Unexpected stories in ${quote(language)} without what their spelling is checked with, expected ${packages}`,
      hint: `run \`npm install --save-dev ${found.packages.join(' ')}\`, or set \`dictionary-missing: off\``,
    },
  ];
}
