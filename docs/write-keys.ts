import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { EntriesValue, FileKeys, GroupValue, Key, TextForm, Value } from '../src/newsroom/keys/described.ts';
import { type DescribedDirective, describeDirectives } from '../src/newsroom/keys/describe-directives.ts';
import { describeKeys } from '../src/newsroom/keys/describe-keys.ts';
import { inlineYaml } from '../src/newsroom/keys/inline-yaml.ts';
import type { Choices, EntryNames, TextContent } from '../src/domain/content/key-text.ts';

/** Writes docs/keys.md from the descriptions of keys and directives: `npm run docs`. */

const PAGE = new URL('keys.md', import.meta.url);

const INTRODUCTION = `# What can be written, by file and key

Every key of every file that editors write, and every directive of the text. [writing.md](writing.md) says how they go together. \`*\` is required;
all else may be left out. Editors' programs know the same: see [VS Code](writing.md#vs-code), and \`npx broadsheet schema\` for any other.

Texts need quotes where YAML would take them for something else: with a colon and a space in them, or a space and \`#\`, where they begin with a sign such as \`"\`, \`@\` or \`[\`, and where they are a number,
\`true\`, \`false\` or \`null\`. A date is \`2026-11-23\` or \`2026-11-23 07:30\`, in the time zone of the site. \`check\` shows the line as it should be.
`;

/** The page of all keys. */
export function keysPage(): string {
  const parts = [...describeKeys().map(printFile), printDirectives(describeDirectives())];
  return `${INTRODUCTION}\n${parts.join('\n')}`;
}

function printFile({ title, help, files, value }: FileKeys): string {
  const head = `## ${title}\n\n${files.map(code).join(', ')}: ${decapitalised(help)}\n`;
  // What the entries of a file without keys of its own may be.
  const groups =
    value.kind === 'group' ? groupsWithin(value, []) : groupsIn(value.of).flatMap((group) => groupsWithin(group, []));
  const tables = groups.map(({ path, group }) => {
    const heading = path.length === 0 ? '' : `\n### ${title}: ${path.join(', ')}\n`;
    return `${heading}\n${printTable(group)}`;
  });
  return `${head}${tables.join('')}`;
}

/** A group with the keys that lead to it: several where the same keys stand at several. */
interface PlacedGroup {
  readonly path: string[];
  readonly group: GroupValue;
}

/** A group and those within it, each once. */
function groupsWithin(group: GroupValue, path: readonly string[]): readonly PlacedGroup[] {
  const found: PlacedGroup[] = [{ path: path.length === 0 ? [] : [path.join('.')], group }];
  for (const key of group.keys) {
    for (const inner of groupsIn(key.value).flatMap((each) => groupsWithin(each, [...path, key.name]))) {
      const same = found.find((known) => JSON.stringify(known.group) === JSON.stringify(inner.group));
      if (same) same.path.push(...inner.path);
      else found.push(inner);
    }
  }
  return found;
}

function groupsIn(value: Value): readonly GroupValue[] {
  if (value.kind === 'group') return [value];
  if (value.kind === 'list' || value.kind === 'entries') return groupsIn(value.of);
  return value.kind === 'either'
    ? [...new Map(value.of.flatMap(groupsIn).map((group) => [JSON.stringify(group), group])).values()]
    : [];
}

function printTable({ keys }: GroupValue): string {
  return `| key | value | what it does | example |\n|---|---|---|---|\n${keys.map(printRow).join('')}`;
}

function printRow(key: Key): string {
  const { name, isRequired, value, help, usual, otherwise, examples, more } = key;
  const [example] = examples;
  const said = [
    help,
    usual === undefined ? [] : `Without it: ${code(inlineYaml(usual))}.`,
    otherwise === undefined ? [] : `Without it: ${otherwise}.`,
    more === undefined ? [] : `[More](writing.md#${more}).`,
  ].flat();
  return row([
    `${code(name)}${isRequired ? ' *' : ''}`,
    inWords(value, key),
    said.join(' '),
    example === undefined ? '' : code(inlineYaml(example)),
  ]);
}

/** Texts by what becomes of them. */
const FORMS: Readonly<Record<TextForm, string>> = {
  ...{ plain: 'text', line: 'text', paragraphs: 'text', word: 'text', 'name-or-id': 'a name or an id', date: 'a date' },
};

/** Texts by what a newsroom has to choose from. */
const CHOSEN: Readonly<Record<Choices['from'], string>> = {
  ...{
    sections: 'the id of a section',
    contributors: 'the id of a contributor',
    topics: 'a topic',
    series: 'the id of a series',
  },
  ...{ languages: 'a language', stories: 'a story', storyLayouts: 'a layout', pageLayouts: 'a layout' },
  timeZones: 'a time zone',
};

/** Texts by what they name. */
const CONTENTS: Readonly<Record<TextContent, string>> = {
  ...{ picture: 'a file', sound: 'a file', video: 'a file', captions: 'a file', address: 'an address', path: 'a path' },
  ...{ colour: 'a colour', language: 'a language', paragraphs: 'text' },
};

/** What of a key is said of the texts that stand at it. */
type OfTexts = Pick<Key, 'choices' | 'content'>;

function inWords(value: Value, of: OfTexts): string {
  switch (value.kind) {
    case 'text':
      return textInWords(value.form, of);
    case 'number':
      return 'a number';
    case 'flag':
      return '`true` or `false`';
    case 'choice':
      return value.of.map((choice) => code(String(choice))).join(', ');
    case 'list':
      return `a list of ${listed(value.of, of)}${atMost(value.most)}`;
    case 'group':
      return code(`{ ${value.keys.map(({ name }) => name).join(', ')} }`);
    case 'entries':
      return `${namesInWords(value)}, each with ${inWords(value.of, of)}${atMost(value.most)}`;
    case 'either':
      return value.of.map((kind) => inWords(kind, of)).join(', or ');
  }
}

/** What a list has several of. */
function listed(item: Value, of: OfTexts): string {
  const kinds = item.kind === 'either' ? item.of : [item];
  const words = kinds.map((kind) => inWords(kind, of));
  return words.map((one) => PLURALS[one] ?? one).join(', or ');
}

const PLURALS: Readonly<Record<string, string>> = {
  ...{ 'a topic': 'topics', 'a story': 'stories', 'a path': 'paths', 'an address': 'addresses', 'a number': 'numbers' },
  'a name or an id': 'names and ids',
};

function textInWords(form: TextForm, { choices, content }: OfTexts): string {
  if (form === 'name-or-id') return FORMS[form];
  if (choices) return CHOSEN[choices.from];
  return content ? CONTENTS[content] : FORMS[form];
}

function namesInWords({ names }: EntriesValue): string {
  const isOf = (source: Choices['from'], given: EntryNames | undefined): boolean =>
    given !== undefined && 'from' in given && given.from === source;
  if (isOf('languages', names)) return 'languages';
  return isOf('sections', names) ? 'ids of sections' : 'names';
}

function atMost(most: number | undefined): string {
  return most === undefined ? '' : `, at most ${most}`;
}

function printDirectives(directives: readonly DescribedDirective[]): string {
  const head =
    '## Directives\n\nWhat stands in a text on a line of its own, `::name{…}`, or around a part of it, from `:::name{…}` to a line of `:::`. Attributes with `*` are required.\n';
  return `${head}\n| directive | what it is | attributes |\n|---|---|---|\n${directives.map(printDirective).join('')}`;
}

function printDirective({ name, form, help, attributes, more }: DescribedDirective): string {
  const written = `${form === 'block' ? ':::' : '::'}${name}`;
  const said = attributes.map(
    ({ name: attribute, isRequired, help: ofAttribute, of, otherwise }) =>
      `${code(attribute)}${isRequired ? ' *' : ''}: ${decapitalised(ofAttribute)}${of ? ` One of ${of.map(code).join(', ')}.` : ''}${otherwise === undefined ? '' : ` Without it: ${otherwise}.`}`,
  );
  return row([code(written), more === undefined ? help : `${help} [More](writing.md#${more}).`, said.join('<br>')]);
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
}

function code(text: string): string {
  return `\`${text}\``;
}

function decapitalised(text: string): string {
  return /^[A-Z](?![A-Z])/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(PAGE, keysPage());
