import { lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { quote, visible } from '../../diagnostics/wording.ts';
import { PROGRAM } from '../../disk/project.ts';
import { STAND_IN_URL } from '../../domain/site/stand-in-url.ts';
import { dateAt } from '../../time/written-date.ts';
import { inShell, readOptions, UsageError } from '../arguments.ts';
import { isTerminal, oneLine, type Streams } from '../output/dialogue.ts';
import { print, tell } from '../output/terminal.ts';
import { type Answers, isEnglish } from './answers.ts';
import { askFor } from './ask.ts';
import { sourceOf } from './dependency.ts';
import { editorFiles } from './editor-files.ts';
import { judge } from './judge.ts';
import { CONTENT, contentFiles, type Dependency, type Files, packageName, projectFiles } from './newsroom-files.ts';
import { type Question, questionsFor } from './questions.ts';
import { repositoryAround } from './repository-around.ts';

/** What a package.json says of Broadsheet. */
export interface Description {
  readonly version: string;
  readonly engines: { readonly node: string };
  readonly devDependencies: { readonly typescript: string };
}

/** `broadsheet init DIR`: makes a newsroom's own folder, ready to be installed, written in and published. */
export async function init(args: readonly string[]): Promise<number> {
  const description = JSON.parse(readFileSync(join(PROGRAM, 'package.json'), 'utf8')) as Description;
  return initNewsroom(args, description, { input: process.stdin, output: process.stdout });
}

/** Makes the folder of a newsroom of a Broadsheet of which only the description need be there. */
export async function initNewsroom(
  args: readonly string[],
  description: Description,
  streams: Streams,
): Promise<number> {
  const { folder, shownFolder, from, known, takesSuggestions } = readArguments(args);
  refuseTaken(folder, shownFolder);
  const source = from === undefined ? undefined : sourceOf(from, folder);
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const questions = questionsFor({ folder, locale, timeZone });
  for (const remark of remarksOn(known, questions)) tell(`${remark}\n`);
  const answers = takesSuggestions
    ? withSuggestions(known, questions)
    : await askWhatIsMissing(known, questions, streams);
  if (!answers) {
    tell('Nothing was made.\n');
    return 1;
  }
  const dependency: Dependency = {
    broadsheet: source?.spec ?? `^${description.version}`,
    typescript: description.devDependencies.typescript,
    node: description.engines.node,
  };
  const files = {
    ...contentFiles(answers, dateAt(Date.now(), answers.timeZone)),
    ...projectFiles(packageName(folder, answers.title), dependency),
    ...editorFiles(),
  };
  const left = writeNew(folder, files);
  report({ folder, shownFolder, answers, files, left, dependency, isElsewhere: source?.isElsewhere ?? false });
  return 0;
}

interface InitArguments {
  /** Absolute. */
  readonly folder: string;
  /** As it was written. */
  readonly shownFolder: string;
  readonly from: string | undefined;
  readonly known: Partial<Answers>;
  readonly takesSuggestions: boolean;
}

function readArguments(args: readonly string[]): InitArguments {
  const { values, positionals } = readOptions({
    args: [...args],
    allowPositionals: true,
    options: {
      title: { type: 'string' },
      url: { type: 'string' },
      language: { type: 'string' },
      'time-zone': { type: 'string' },
      sections: { type: 'string' },
      from: { type: 'string' },
      yes: { type: 'boolean', default: false },
    },
  });
  const [shownFolder = '', second] = positionals;
  if (shownFolder.trim() === '')
    throw new UsageError('Unexpected end of the command, expected a folder for the newsroom, such as `my-paper`');
  if (second !== undefined) throw new UsageError(`Unexpected ${quote(second)}, expected one folder`);
  const { title, url, language, sections, 'time-zone': timeZone } = values;
  const given = Object.entries({ title, url, language, timeZone, sections });
  const known = given.flatMap(([key, value]) => (value === undefined ? [] : [[key, oneLine(value)] as const]));
  return {
    folder: resolve(shownFolder),
    shownFolder,
    from: values.from,
    known: Object.fromEntries(known),
    takesSuggestions: values.yes,
  };
}

/** Nothing is written where stories are, or where there is no folder. */
function refuseTaken(folder: string, shownFolder: string): void {
  const there = lstatSync(folder, { throwIfNoEntry: false });
  if (there?.isFile()) throw new UsageError(`Unexpected file ${quote(shownFolder)}, expected a folder, or nothing yet`);
  if (lstatSync(join(folder, CONTENT), { throwIfNoEntry: false }) === undefined) return;
  throw new UsageError(
    `Unexpected \`${CONTENT}\` in ${quote(shownFolder)}, expected none: what is there is left as it is; choose another folder, or move it away and back afterwards`,
  );
}

/** What is to be said of answers that were given with the command. One that is wrong ends it. */
function remarksOn(known: Partial<Answers>, questions: readonly Question[]): readonly string[] {
  let before: Partial<Answers> = {};
  return questions.flatMap(({ key, option }) => {
    const answer = known[key];
    if (answer === undefined) return [];
    before = { ...before, [key]: answer };
    const { isGood, remarks } = judge(before);
    if (!isGood) throw new UsageError(`--${option}: ${remarks.join('; ')}`);
    return remarks;
  });
}

function withSuggestions(known: Partial<Answers>, questions: readonly Question[]): Answers {
  let answers = known;
  for (const { key, suggest } of questions) answers = { ...answers, [key]: answers[key] ?? suggest(answers) };
  return answers as Answers;
}

async function askWhatIsMissing(
  known: Partial<Answers>,
  questions: readonly Question[],
  streams: Streams,
): Promise<Answers | undefined> {
  const missing = questions.filter(({ key }) => known[key] === undefined);
  if (missing.length === 0) return withSuggestions(known, questions);
  if (isTerminal(streams)) return askFor(missing, known, streams);
  const options = missing.map(({ option }) => `--${option}`).join(', ');
  const suggested = withSuggestions(known, questions);
  const values = missing.map(({ key }) => quote(suggested[key])).join(', ');
  throw new UsageError(
    `Unexpected end of the command, expected ${options}, for nobody can be asked here; --yes takes ${values}`,
  );
}

/** Writes each file of which there is none of its name yet. Returns the paths of those that were there. */
function writeNew(folder: string, files: Files): readonly string[] {
  return Object.entries(files).flatMap(([path, text]) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    try {
      writeFileSync(file, text, { flag: 'wx' });
      return [];
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
      return [path];
    }
  });
}

interface Made {
  readonly folder: string;
  readonly shownFolder: string;
  readonly answers: Answers;
  readonly files: Files;
  /** Paths of files that were there. */
  readonly left: readonly string[];
  readonly dependency: Dependency;
  readonly isElsewhere: boolean;
}

function report({ folder, shownFolder, answers, files, left, dependency, isElsewhere }: Made): void {
  const made = Object.keys(files).filter((path) => !left.includes(path));
  print(`${visible(answers.title)} is in ${visible(shownFolder)}: ${made.length} files.\n`);
  if (left.length > 0) tell(`Left as they were, for they were there before: ${left.join(', ')}\n`);
  if (left.includes('.gitignore')) tell('  hint: add node_modules/, _site/, ._site* and .cache/ to .gitignore\n');
  if (!isEnglish(answers.language))
    tell('The first story and the page about the paper are in English: write your own.\n');
  if (answers.url === STAND_IN_URL)
    tell(
      `${STAND_IN_URL} stands in for the address of the site: write yours into content/site.yaml before you publish.\n`,
    );
  if (isElsewhere)
    tell(
      'Other machines do not have the file of --from: before you publish, copy it into the folder and name it in package.json.\n',
    );
  if (repositoryAround(folder) !== undefined)
    tell(
      'It lies in a repository, of which GitHub runs no workflows but those in the root: see “In a folder of a repository” in node_modules/broadsheet/docs/publishing.md.\n',
    );
  const hasPackage = left.includes('package.json');
  const install = hasPackage
    ? `npm install ${inShell(`broadsheet@${dependency.broadsheet}`)} typescript@${dependency.typescript}`
    : 'npm install';
  const enter = relative(process.cwd(), folder) === '' ? [] : [`cd ${inShell(shownFolder)}`];
  const next = [...enter, install, hasPackage ? 'npx broadsheet serve' : 'npm start'];
  print(`Next:\n${next.map((command) => `  ${visible(command)}\n`).join('')}`);
}
